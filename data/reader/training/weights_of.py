#!/usr/bin/env python3
"""Takes the weights of a network out of its ONNX file, to train on from what ships.

usage: weights_of.py relations.onnx OUT.safetensors
Written by export.py; in eight bits or in float32 (four bits do not go back). The first row of the table of types was
added to the positions there, so it is zero here.
"""
import sys

import numpy as np
import onnx
from onnx import numpy_helper
from safetensors.numpy import save_file


def weights_of(path):
    kept = {one.name: numpy_helper.to_array(one) for one in onnx.load(path).graph.initializer}
    out, at = {}, 'enc.embeddings.'
    words = kept['words'].astype(np.float32) * kept['words.scale'].astype(np.float32)
    out[at + 'word_embeddings.weight'] = words
    out[at + 'position_embeddings.weight'] = kept['positions']
    out[at + 'token_type_embeddings.weight'] = np.zeros((2, words.shape[1]), np.float32)
    for name, value in kept.items():
        if not name.endswith(('.weight', '.bias')):
            continue
        if name + '.scale' in kept:
            value = value.astype(np.float32) * kept[name + '.scale']
        out.update(parts(name, value.T if value.ndim == 2 else value))
    return {name: np.ascontiguousarray(value, np.float32) for name, value in out.items()}


def parts(name, value):
    """Query, key and value stand side by side under the name of the first."""
    if '.self.query.' not in name:
        return {name: value}
    names = (name.replace('query', n) for n in ('query', 'key', 'value'))
    return dict(zip(names, np.split(value, 3)))


if __name__ == '__main__':
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    save_file(weights_of(sys.argv[1]), sys.argv[2])
