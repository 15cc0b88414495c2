#!/usr/bin/env python3
"""Writes the two trained networks as ONNX files that keep their matrices in eight bits.

usage: export.py WEIGHTS_DIR OUT_DIR
WEIGHTS_DIR holds mentions.safetensors and relations.safetensors: a matrix stored as int8 has a twin
NAME.scale (float16, one a row), value = int8 * scale. Nothing is quantised here: the rows are taken as they are.
OUT_DIR gets mentions.onnx (encoder and tags), links.onnx (the head that compares two mentions) and
relations.onnx (encoder and the heads of a pair).

Matrices are multiplied in float32: Cast and Mul on constants, which the runtime folds when it loads the file.
So the answer does not depend on a processor's int8 instructions, nor on what shares a batch. The table of word
pieces is the exception: its rows are looked up first and then scaled, which saves 35 MB of memory.
"""
import os
import sys

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from safetensors.numpy import load_file

LAYERS, HEADS, HIDDEN = 6, 12, 384
EPSILON = 1e-12
OPSET = 20


class Network:
    """Collects nodes and constants; methods return the name of their output."""

    def __init__(self, weights):
        self.weights, self.nodes, self.constants, self.count = weights, [], {}, 0

    def add(self, kind, *inputs, **attributes):
        self.count += 1
        out = f'{kind.lower()}_{self.count}'
        self.nodes.append(helper.make_node(kind, list(inputs), [out], **attributes))
        return out

    def constant(self, name, array):
        if name not in self.constants:
            self.constants[name] = numpy_helper.from_array(np.asarray(array, order='C'), name)
        return name

    def numbers(self, *values):
        return self.constant('n_' + '_'.join(map(str, values)).replace('-', 'm'), np.array(values, np.int64))

    def vector(self, name):
        return self.constant(name, self.weights[name].astype(np.float32))

    def matrix(self, *names):
        """One or more weight matrices (out, in), side by side and transposed to (in, out)."""
        rows = [self.weights[n] for n in names]
        if rows[0].dtype != np.int8:
            return self.constant(names[0], np.concatenate(rows).astype(np.float32).T)
        scales = np.concatenate([self.weights[n + '.scale'] for n in names]).astype(np.float32)
        eight = self.constant(names[0], np.concatenate(rows).T)
        return self.add('Mul', self.add('Cast', eight, to=TensorProto.FLOAT), self.constant(names[0] + '.scale', scales.T))

    def dense(self, x, *names):
        bias = np.concatenate([self.weights[n + '.bias'] for n in names]).astype(np.float32)
        product = self.add('MatMul', x, self.matrix(*[n + '.weight' for n in names]))
        return self.add('Add', product, self.constant(names[0] + '.bias', bias))

    def norm(self, x, name):
        return self.add('LayerNormalization', x, self.vector(name + '.weight'), self.vector(name + '.bias'),
                        axis=-1, epsilon=EPSILON)

    def reshape(self, x, *shape):
        return self.add('Reshape', x, self.numbers(*shape))

    def save(self, path, inputs, outputs):
        for name, (inner, *_) in outputs.items():
            self.nodes.append(helper.make_node('Identity', [inner], [name]))
        value = lambda name, kind, shape: helper.make_tensor_value_info(name, kind, shape)
        graph = helper.make_graph(
            self.nodes, os.path.basename(path).split('.')[0],
            [value(n, kind, shape) for n, (kind, shape) in inputs.items()],
            [value(n, TensorProto.FLOAT, shape) for n, (_, shape) in outputs.items()],
            list(self.constants.values()))
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid('', OPSET)], ir_version=9,
                                  producer_name='entente')
        onnx.checker.check_model(model, full_check=True)
        onnx.save(model, path)
        print(f'{path}: {os.path.getsize(path) / 1e6:.1f} MB')


def embeddings(net):
    table, scale = (net.constant(f'words{s}', net.weights['enc.embeddings.word_embeddings.weight' + s]) for s in ('', '.scale'))
    words = net.add('Mul', net.add('Cast', net.add('Gather', table, 'ids'), to=TensorProto.FLOAT),
                    net.add('Cast', net.add('Gather', scale, 'ids'), to=TensorProto.FLOAT))
    name = 'enc.embeddings.position_embeddings.weight'
    positions = net.weights[name].astype(np.float32) * net.weights[name + '.scale'].astype(np.float32)
    # The first row of the type table belongs to every piece, so it is added to the positions once and for all.
    positions = positions + net.weights['enc.embeddings.token_type_embeddings.weight'][0].astype(np.float32)
    length = net.add('Gather', net.add('Shape', 'ids'), net.numbers(1))
    here = net.add('Slice', net.constant('positions', positions), net.numbers(0), length, net.numbers(0))
    return net.norm(net.add('Add', words, here), 'enc.embeddings.LayerNorm')


def layer(net, x, bias, k):
    at = f'enc.encoder.layer.{k}'
    both = net.dense(x, *[f'{at}.attention.self.{n}' for n in ('query', 'key', 'value')])
    parts = net.add('Transpose', net.reshape(both, 0, 0, 3, HEADS, HIDDEN // HEADS), perm=[2, 0, 3, 1, 4])
    query, key, value = (net.add('Gather', parts, net.constant(f'part_{i}', np.array(i, np.int64)), axis=0) for i in range(3))
    scores = net.add('MatMul', query, net.add('Transpose', key, perm=[0, 1, 3, 2]))
    scores = net.add('Mul', scores, net.constant('shrink', np.array((HIDDEN // HEADS) ** -.5, np.float32)))
    weights = net.add('Softmax', net.add('Add', scores, bias), axis=-1)
    seen = net.add('Transpose', net.add('MatMul', weights, value), perm=[0, 2, 1, 3])
    x = net.norm(net.add('Add', x, net.dense(net.reshape(seen, 0, 0, HIDDEN), f'{at}.attention.output.dense')),
                 f'{at}.attention.output.LayerNorm')
    wide = net.add('Gelu', net.dense(x, f'{at}.intermediate.dense'))
    return net.norm(net.add('Add', x, net.dense(wide, f'{at}.output.dense')), f'{at}.output.LayerNorm')


def encoder(net):
    x = embeddings(net)
    hidden = net.add('Sub', net.constant('one', np.array(1, np.float32)), 'mask')
    bias = net.add('Mul', net.reshape(hidden, 0, 1, 1, -1), net.constant('far', np.array(-1e4, np.float32)))
    for k in range(LAYERS):
        x = layer(net, x, bias, k)
    return x


BATCH = {'ids': (TensorProto.INT64, ['batch', 'length']), 'mask': (TensorProto.FLOAT, ['batch', 'length'])}


def mentions(weights, path):
    net = Network(weights)
    x = encoder(net)
    net.save(path, BATCH, {'hidden': (x, ['batch', 'length', HIDDEN]), 'tags': (net.dense(x, 'tag'), ['batch', 'length', 9])})


def links(weights, path):
    """Scores of pairs of mentions: `ends` are the first and last piece's vectors, `later` and `earlier` index them."""
    net = Network(weights)
    each = net.add('Tanh', net.dense('ends', 'm'))
    one, two = net.add('Gather', each, 'later', axis=0), net.add('Gather', each, 'earlier', axis=0)
    told = net.add('Relu', net.dense('features', 'f'))
    joint = net.add('Concat', one, two, net.add('Mul', one, two), told, axis=-1)
    scores = net.dense(net.add('Gelu', net.dense(joint, 'p.0')), 'p.3')
    net.save(path, {'ends': (TensorProto.FLOAT, ['mentions', 2 * HIDDEN]), 'later': (TensorProto.INT64, ['pairs']),
                    'earlier': (TensorProto.INT64, ['pairs']), 'features': (TensorProto.FLOAT, ['pairs', 12])},
             {'scores': (net.reshape(scores, -1), ['pairs'])})


def relations(weights, path):
    """`pool` (batch, 2, length): for each role, weights that average its opening markers."""
    net = Network(weights)
    x = encoder(net)
    first = net.add('Gather', x, net.constant('part_0', np.array(0, np.int64)), axis=1)
    roles = net.reshape(net.add('MatMul', 'pool', x), 0, 2 * HIDDEN)
    z = net.add('Gelu', net.dense(net.add('Concat', first, roles, axis=-1), 'h.0'))
    net.save(path, BATCH | {'pool': (TensorProto.FLOAT, ['batch', 2, 'length'])},
             {'relations': (net.add('Sigmoid', net.dense(z, 'o')), ['batch', 58]),
              'status': (net.add('Sigmoid', net.dense(z, 'st')), ['batch', 4])})


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    source, out = sys.argv[1:]
    os.makedirs(out, exist_ok=True)
    found = load_file(os.path.join(source, 'mentions.safetensors'))
    mentions(found, os.path.join(out, 'mentions.onnx'))
    links(found, os.path.join(out, 'links.onnx'))
    relations(load_file(os.path.join(source, 'relations.safetensors')), os.path.join(out, 'relations.onnx'))


if __name__ == '__main__':
    main()
