#!/usr/bin/env python3
"""Takes the weights of a network out of its ONNX file, to train on from what ships.

usage: weights_of.py relations.onnx OUT.safetensors [--base minilm|mpnet]
Written by export.py. Matrices in four bits come back as the numbers that these mean, so what was rounded off is lost. The
first row of the table of types was added to the positions there, so it is zero here.
"""
import argparse

import numpy as np
import onnx
from onnx import numpy_helper
from safetensors.numpy import save_file

from base import base_of, distances
from four_bit import rows_of


def weights_of(path, base):
    kept = {one.name: numpy_helper.to_array(one) for one in onnx.load(path).graph.initializer}
    out, at = {}, 'enc.embeddings.'
    words = kept['words'].astype(np.float32)
    out[at + 'word_embeddings.weight'] = words * kept['words.scale'].astype(np.float32) if 'words.scale' in kept else words
    out[at + 'position_embeddings.weight'] = np.concatenate([np.zeros((base.first, words.shape[1])), kept['positions']])
    if base.types:
        out[at + 'token_type_embeddings.weight'] = np.zeros((2, words.shape[1]))
    if base.buckets:
        out['enc.encoder.relative_attention_bias.weight'] = by_bucket(kept['distances'], base)
    for name in kept:
        if name.endswith(('.weight', '.bias')):
            out.update(parts(name, value(name, kept)))
    return {name: np.ascontiguousarray(array, np.float32) for name, array in out.items()}


def by_bucket(table, base):
    """A row for each bucket, out of one for each distance; of what no distance falls into, zeros."""
    found = distances(base)
    return np.stack([table[found == bucket][0] if (found == bucket).any() else np.zeros(base.heads) for bucket in range(base.buckets)])


def value(name, kept):
    """A parameter with its outputs first."""
    found = kept[name]
    if name + '.zero' in kept:
        return rows_of(found, kept[name + '.scale'], kept[name + '.zero'])
    if name + '.scale' in kept:
        found = found.astype(np.float32) * kept[name + '.scale']
    return found.T if found.ndim == 2 else found


def parts(name, array):
    """Query, key and value stand side by side under the name of the first."""
    if '.self.query.' not in name:
        return {name: array}
    names = (name.replace('query', n) for n in ('query', 'key', 'value'))
    return dict(zip(names, np.split(array, 3)))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('source')
    parser.add_argument('out')
    parser.add_argument('--base', default='minilm')
    options = parser.parse_args()
    save_file(weights_of(options.source, base_of(options.base)), options.out)


if __name__ == '__main__':
    main()
