#!/usr/bin/env python3
"""Writes trained networks as ONNX files that keep their matrices in eight or four bits, and says so in reader.json.

usage: export.py WEIGHTS_DIR OUT_DIR [--base minilm|mpnet] [--vocabulary VOCAB.txt] [--four-bit] [--block 32]
                 [--mentions-of DIR] [--name NAME]
WEIGHTS_DIR holds relations.safetensors and mentions.safetensors; of one that is missing, the files in OUT_DIR stay. A
matrix stored as int8 has a twin NAME.scale (float16, one a row), value = int8 * scale.
OUT_DIR gets relations.onnx (encoder and the heads of a pair), mentions.onnx (encoder and tags), links.onnx (the head
that compares two mentions), and in reader.json their sizes, SHA-256 and numbers of marks; thresholds and calibration
that stand there stay.
--four-bit: the matrices of relations.onnx in blocks of four bits, a quarter of the size; what that loses is printed.
--mentions-of: a folder whose reader finds the mentions; OUT_DIR then holds only the second network.

In eight bits nothing is quantised here: the rows are taken as they are. Matrices are multiplied in float32: Cast and
Mul on constants, which the runtime folds when it loads the file. So the answer does not depend on a processor's int8
instructions, nor on what shares a batch. The table of word pieces is the exception: its rows are looked up first and
then scaled, which saves memory.
"""
import argparse
import os
import shutil

import numpy as np
from safetensors.numpy import load_file

from base import base_of
from graph import BYTE, FLOAT, INTEGER, Network
from reader_json import write_settings

BATCH = {'ids': (INTEGER, ['batch', 'length']), 'mask': (FLOAT, ['batch', 'length'])}


def mentions(net, path):
    x, hidden = net.encoder(), net.base.hidden
    net.save(path, BATCH, {'hidden': (x, ['batch', 'length', hidden]), 'tags': (net.dense(x, 'tag'), ['batch', 'length', 9])})


def links(net, path):
    """Scores of pairs of mentions: `ends` are the first and last piece's vectors, `later` and `earlier` index them."""
    each = net.add('Tanh', net.dense('ends', 'm'))
    one, two = net.add('Gather', each, 'later', axis=0), net.add('Gather', each, 'earlier', axis=0)
    told = net.add('Relu', net.dense('features', 'f'))
    joint = net.add('Concat', one, two, net.add('Mul', one, two), told, axis=-1)
    scores = net.dense(net.add('Gelu', net.dense(joint, 'p.0')), 'p.3')
    net.save(path, {'ends': (FLOAT, ['mentions', 2 * net.base.hidden]), 'later': (INTEGER, ['pairs']),
                    'earlier': (INTEGER, ['pairs']), 'features': (FLOAT, ['pairs', 12])},
             {'scores': (net.reshape(scores, -1), ['pairs'])})


def relations(net, path):
    """`pool` (batch, actors, length): for each actor, the one asked about first, weights that average its opening markers."""
    x, hidden = net.encoder(), net.base.hidden
    actors = net.add('MatMul', 'pool', x)
    asked = net.add('Concat', net.add('Gather', x, net.scalar(0), axis=1), net.add('Gather', actors, net.scalar(0), axis=1), axis=-1)
    others = net.add('Slice', actors, net.numbers(1), net.numbers(2 ** 31 - 1), net.numbers(1))
    rows = net.add('Slice', net.add('Shape', others), net.numbers(0), net.numbers(2), net.numbers(0))
    beside = net.add('Expand', net.add('Unsqueeze', asked, net.numbers(1)), net.add('Concat', rows, net.numbers(2 * hidden), axis=0))
    z = net.add('Gelu', net.dense(net.add('Concat', beside, others, axis=-1), 'h.0'))
    net.save(path, BATCH | {'pool': (FLOAT, ['batch', 'actors', 'length'])},
             {'relations': (net.add('Sigmoid', net.dense(z, 'o')), ['batch', 'others', 58]),
              # In 255ths: four for each relation are many, and nothing hangs on more than their order.
              'status': (net.add('Cast', net.add('Round', net.add('Mul', net.add('Sigmoid', net.dense(z, 'st')), net.constant('whole', np.array(255, np.float32)))), to=BYTE),
                         ['batch', 'others', 4 * 58], BYTE)})


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('source')
    parser.add_argument('out')
    parser.add_argument('--base', default='minilm')
    parser.add_argument('--four-bit', action='store_true')
    parser.add_argument('--block', type=int, default=32)
    parser.add_argument('--mentions-of')
    parser.add_argument('--name')
    parser.add_argument('--vocabulary', help='the word pieces of the base, as base.py writes them')
    options = parser.parse_args()
    base = base_of(options.base)
    os.makedirs(options.out, exist_ok=True)
    at = lambda file: os.path.join(options.out, file)
    of = lambda network: os.path.join(options.source, f'{network}.safetensors')
    if os.path.exists(of('relations')):
        relations(Network(base, load_file(of('relations')), options.block if options.four_bit else 0), at('relations.onnx'))
    if os.path.exists(of('mentions')) and not options.mentions_of:
        found = load_file(of('mentions'))
        mentions(Network(base, found), at('mentions.onnx'))
        links(Network(base, found), at('links.onnx'))
    if options.vocabulary:
        shutil.copyfile(options.vocabulary, at('vocab.txt'))
    write_settings(options.out, base, options.name, options.mentions_of)
    if options.four_bit:
        from fidelity import loss
        print(loss(os.path.join(options.source, 'relations.safetensors'), at('relations.onnx'), base))


if __name__ == '__main__':
    main()
