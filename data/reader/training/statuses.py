#!/usr/bin/env python3
"""Trains anew the last layer of a second network that tells the statuses, on what its ONNX file itself computes.

usage: statuses.py READER_DIR --corpus DIR [DIR …] --passages DIR [DIR …] [--base minilm|mpnet] [--leave-out FILE] [--check FILE]
                   [--times N] [--sample N] [--epochs N] [--rate R] [--seed N] [--threads N]
READER_DIR holds relations.onnx and reader.json, which are written anew: everything below that layer stays, and with it
the relations that are found. --times: each labelled text is read so many times, other names in it; --sample: so many of
the passages are read (all of them, otherwise); --check: names of texts, one a line, that are left out, and on which the
share of right statuses is measured before and after.
What is read once serves every epoch, so a processor core is enough, also for a file in four bits, from which no weights
come back to train on with.
"""
import argparse
import os
import random

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import numpy_helper
from torch import nn

import corpus
from base import base_of, numbers
from loop import Material, names_in
from pairs import STATUS, passes_of
from reader_json import describe_anew
from train_relations import arrays, entropy, wanted

ROWS, PAIRS = 16, 128


def product(model):
    """The node that multiplies what the layer of statuses is given."""
    made_by = {out: node for node in model.graph.node for out in node.output}
    return next(made_by[node.input[0]] for node in model.graph.node if 'st.bias' in node.input)


def features(model, threads):
    """A function that gives, of a batch of readings, what the layer of statuses is given."""
    probed, name = onnx.ModelProto(), product(model).input[0]
    probed.CopyFrom(model)
    probed.graph.output.append(onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, None))
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(probed.SerializeToString(), options)
    return lambda ids, mask, pool: session.run([name], {'ids': ids, 'mask': mask, 'pool': pool})[0]


def read(found, base, compute):
    """What is given to the layer, which relations are stated, and their statuses: one row for each related pair."""
    found = sorted((one for one in found if any(one.stated)), key=lambda one: len(one.ids))
    rows = []
    for at in range(0, len(found), ROWS):
        batch = found[at:at + ROWS]
        ids, mask, pool = arrays(batch)
        given = compute(numbers(base, ids), mask, pool)
        labels, _, statuses = wanted(batch, given.shape[1])
        related = labels.any(-1)
        rows.append([part[related] for part in (given, labels, statuses)])
        if at % (200 * ROWS) == 0:
            print(f'{at} of {len(found)} readings', flush=True)
    return [torch.from_numpy(np.concatenate(parts)) for parts in zip(*rows)]


def right(scores, labels, statuses):
    """Share of the stated relations whose likeliest status is one of those labelled."""
    best = nn.functional.one_hot(scores.view_as(statuses).argmax(-1), len(STATUS))
    hits = (best * statuses).sum(-1)
    return float((hits * labels).sum() / labels.sum())


def train(layer, rows, options):
    given, labels, statuses = rows
    optimiser, drop = torch.optim.AdamW(layer.parameters(), lr=options.rate, weight_decay=0.01), nn.Dropout(0.2)
    steps = options.epochs * (len(given) // PAIRS)
    step = 0
    for _ in range(options.epochs):
        for some in torch.randperm(len(given)).tensor_split(len(given) // PAIRS):
            for group in optimiser.param_groups:
                group['lr'] = options.rate * min(1.0, step / 50) * (1 - step / steps)
            loss = entropy(layer(drop(given[some])).view_as(statuses[some]), statuses[some], labels[some][..., None])
            optimiser.zero_grad()
            (loss / labels[some].sum()).backward()
            optimiser.step()
            step += 1


def layer_of(model):
    """The layer as it is."""
    kept = {one.name: numpy_helper.to_array(one) for one in model.graph.initializer if one.name.startswith('st.')}
    weight, bias = kept['st.weight'].astype(np.float32) * kept.get('st.weight.scale', 1), kept['st.bias']
    layer = nn.Linear(*weight.shape)
    layer.weight.data, layer.bias.data = torch.from_numpy(weight.T.copy()), torch.from_numpy(bias.copy())
    return layer


def put(layer, model, path):
    """Writes the model with this layer, in float32: as it was it may be kept in eight bits and scaled."""
    graph = model.graph
    scaling = [node for node in graph.node if node.op_type != 'MatMul' and any(name.startswith('st.weight') for name in node.input)]
    for node in scaling:
        graph.node.remove(node)
    for old in [one for one in graph.initializer if one.name.startswith('st.')]:
        graph.initializer.remove(old)
    product(model).input[1] = 'st.weight'
    for name, value in (('st.weight', layer.weight.T), ('st.bias', layer.bias)):
        graph.initializer.append(numpy_helper.from_array(np.ascontiguousarray(value.detach().numpy()), name))
    onnx.checker.check_model(model)
    onnx.save(model, f'{path}.new')
    os.replace(f'{path}.new', path)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('reader')
    parser.add_argument('--corpus', nargs='+', required=True)
    parser.add_argument('--passages', nargs='+', required=True)
    parser.add_argument('--base', default='minilm')
    parser.add_argument('--leave-out')
    parser.add_argument('--check')
    for name, value in (('times', 4), ('sample', 0), ('epochs', 3), ('seed', 1), ('threads', 1)):
        parser.add_argument(f'--{name}', type=int, default=value)
    parser.add_argument('--rate', type=float, default=1e-3)
    options = parser.parse_args()
    options.rehearse = []
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    base, path, checked = base_of(options.base), os.path.join(options.reader, 'relations.onnx'), names_in(options.check)
    model = onnx.load(path)
    layer, compute = layer_of(model), features(model, options.threads)
    material = Material(options, names_in(options.leave_out) | checked)
    texts = [told for _ in range(options.times) for told in material.renamed()]
    rows = read([one for told in [*texts, *material.filled(options.sample)] for one in passes_of(*told, random)], base, compute)
    test = checked and read([one for told in corpus.load(options.corpus, only=checked) for one in passes_of(*corpus.prepared(*told))], base, compute)
    figures = []
    for work in (lambda: None, lambda: train(layer, rows, options)):
        work()
        with torch.no_grad():
            figures += [right(layer(test[0]), *test[1:])] if test else []
    put(layer, model, path)
    describe_anew(options.reader, 'relations.onnx')
    print(f'{len(rows[0])} related pairs' + ''.join(f'; right {figure:.3f} {when}' for figure, when in zip(figures, ('before', 'after'))))


if __name__ == '__main__':
    main()
