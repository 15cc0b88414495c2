"""The encoder of a base, and the parts of its heads, as an ONNX graph."""
import os

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from base import distances, longest
from four_bit import blocks

FLOAT, INTEGER, BYTE = TensorProto.FLOAT, TensorProto.INT64, TensorProto.UINT8
OPSET = 20


class Network:
    """Collects nodes and constants; methods return the name of their output.

    `block`: the matrices of the encoder's layers are kept in four bits, in blocks of so many; 0: as they are stored."""

    def __init__(self, base, weights, block=0):
        self.base, self.weights, self.block = base, weights, block
        self.nodes, self.constants, self.count = [], {}, 0

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

    def scalar(self, value):
        return self.constant(f'part_{value}', np.array(value, np.int64))

    def value(self, name):
        """A stored parameter in float32."""
        found = self.weights[name].astype(np.float32)
        return found * self.weights[name + '.scale'].astype(np.float32) if name + '.scale' in self.weights else found

    def vector(self, name):
        return self.constant(name, self.value(name))

    def matrix(self, *names):
        """One or more weight matrices (out, in), side by side and transposed to (in, out)."""
        if self.weights[names[0]].dtype != np.int8:
            return self.constant(names[0], np.concatenate([self.value(n) for n in names]).T)
        scales = np.concatenate([self.weights[n + '.scale'] for n in names]).astype(np.float32)
        eight = self.constant(names[0], np.concatenate([self.weights[n] for n in names]).T)
        return self.add('Mul', self.add('Cast', eight, to=FLOAT), self.constant(names[0] + '.scale', scales.T))

    def four_bits(self, x, *names):
        rows = np.concatenate([self.value(n) for n in names])
        packed, scales, zeros = blocks(rows, self.block)
        parts = [self.constant(names[0] + end, part) for end, part in (('', packed), ('.scale', scales), ('.zero', zeros))]
        # accuracy_level 1: multiplied in float32, so that every machine gives the same answer.
        return self.add('MatMulNBits', x, *parts, domain='com.microsoft', K=rows.shape[1], N=rows.shape[0], bits=4,
                        block_size=self.block, accuracy_level=1)

    def dense(self, x, *names):
        bias = np.concatenate([self.weights[n + '.bias'] for n in names]).astype(np.float32)
        inside = names[0].startswith('enc.') and self.block and self.weights[names[0] + '.weight'].shape[1] % self.block == 0
        matrices = [n + '.weight' for n in names]
        product = self.four_bits(x, *matrices) if inside else self.add('MatMul', x, self.matrix(*matrices))
        return self.add('Add', product, self.constant(names[0] + '.bias', bias))

    def norm(self, x, name):
        return self.add('LayerNormalization', x, self.vector(name + '.weight'), self.vector(name + '.bias'),
                        axis=-1, epsilon=self.base.epsilon)

    def reshape(self, x, *shape):
        return self.add('Reshape', x, self.numbers(*shape))

    def rows_of_words(self):
        name = 'enc.embeddings.word_embeddings.weight'
        if name + '.scale' not in self.weights:
            return self.add('Gather', self.constant('words', self.value(name)), 'ids')
        table, scale = (self.constant(f'words{s}', self.weights[name + s]) for s in ('', '.scale'))
        return self.add('Mul', self.add('Cast', self.add('Gather', table, 'ids'), to=FLOAT),
                        self.add('Cast', self.add('Gather', scale, 'ids'), to=FLOAT))

    def embeddings(self):
        positions = self.value('enc.embeddings.position_embeddings.weight')[self.base.first:]
        if self.base.types:
            # The first row of the type table belongs to every piece, so it is added to the positions once and for all.
            positions = positions + self.value('enc.embeddings.token_type_embeddings.weight')[0]
        here = self.add('Slice', self.constant('positions', positions), self.numbers(0), self.length(), self.numbers(0))
        return self.norm(self.add('Add', self.rows_of_words(), here), 'enc.embeddings.LayerNorm')

    def length(self):
        return self.add('Gather', self.add('Shape', 'ids'), self.numbers(1))

    def distance_bias(self):
        """1 × heads × length × length: what the distance of two pieces adds to their score."""
        table = self.value('enc.encoder.relative_attention_bias.weight')[distances(self.base)]
        here = self.add('Range', self.scalar(0), self.reshape(self.length()), self.scalar(1))
        far = self.add('Sub', self.add('Unsqueeze', here, self.numbers(0)), self.add('Unsqueeze', here, self.numbers(1)))
        rows = self.add('Gather', self.constant('distances', table), self.add('Add', far, self.scalar(longest(self.base) - 1)))
        return self.add('Unsqueeze', self.add('Transpose', rows, perm=[2, 0, 1]), self.numbers(0))

    def layer(self, x, bias, k):
        heads, size = self.base.heads, self.base.hidden // self.base.heads
        at = f'enc.encoder.layer.{k}'
        both = self.dense(x, *[f'{at}.attention.self.{n}' for n in ('query', 'key', 'value')])
        parts = self.add('Transpose', self.reshape(both, 0, 0, 3, heads, size), perm=[2, 0, 3, 1, 4])
        query, key, value = (self.add('Gather', parts, self.scalar(i), axis=0) for i in range(3))
        scores = self.add('MatMul', query, self.add('Transpose', key, perm=[0, 1, 3, 2]))
        scores = self.add('Mul', scores, self.constant('shrink', np.array(size ** -.5, np.float32)))
        weights = self.add('Softmax', self.add('Add', scores, bias), axis=-1)
        seen = self.reshape(self.add('Transpose', self.add('MatMul', weights, value), perm=[0, 2, 1, 3]), 0, 0, self.base.hidden)
        x = self.norm(self.add('Add', x, self.dense(seen, f'{at}.attention.output.dense')), f'{at}.attention.output.LayerNorm')
        wide = self.add('Gelu', self.dense(x, f'{at}.intermediate.dense'))
        return self.norm(self.add('Add', x, self.dense(wide, f'{at}.output.dense')), f'{at}.output.LayerNorm')

    def encoder(self):
        x = self.embeddings()
        hidden = self.add('Sub', self.constant('one', np.array(1, np.float32)), 'mask')
        bias = self.add('Mul', self.reshape(hidden, 0, 1, 1, -1), self.constant('far', np.array(-1e4, np.float32)))
        if self.base.buckets:
            bias = self.add('Add', bias, self.distance_bias())
        for k in range(self.base.layers):
            x = self.layer(x, bias, k)
        return x

    def save(self, path, inputs, outputs):
        for name, (inner, *_) in outputs.items():
            self.nodes.append(helper.make_node('Identity', [inner], [name]))
        value = lambda name, kind, shape: helper.make_tensor_value_info(name, kind, shape)
        graph = helper.make_graph(
            self.nodes, os.path.basename(path).split('.')[0],
            [value(n, kind, shape) for n, (kind, shape) in inputs.items()],
            [value(n, kind[0] if kind else FLOAT, shape) for n, (_, shape, *kind) in outputs.items()],
            list(self.constants.values()))
        sets = [('', OPSET)] + ([('com.microsoft', 1)] if self.block else [])
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid(*one) for one in sets], ir_version=9,
                                  producer_name='entente')
        onnx.checker.check_model(model, full_check=not self.block)
        onnx.save(model, path)
        print(f'{path}: {os.path.getsize(path) / 1e6:.1f} MB')
