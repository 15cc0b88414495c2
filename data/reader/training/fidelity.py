#!/usr/bin/env python3
"""Says how far the probabilities of relations.onnx are from those of the weights it was made from.

usage: fidelity.py RELATIONS.safetensors RELATIONS.onnx [--base minilm|mpnet]
Both read the same sentences, drawn from the passages.
"""
import argparse
import os
import random

import numpy as np
import onnxruntime
import torch

import passages
from base import base_of, numbers
from pairs import passes_of
from tables import countries
from train_relations import arrays, load

READINGS = 100


def some_readings():
    random.seed(1)
    fill = passages.Filler([c for c in countries() if c.leaders])
    folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'passages')
    found = [one for passage in passages.load(folder) for one in passes_of(*fill(passage))]
    return random.sample(found, min(READINGS, len(found)))


def loss(weights, path, base):
    """The greatest and the mean difference of probabilities, in words."""
    net = load(weights, base).eval()
    session = onnxruntime.InferenceSession(path)
    off = []
    for one in some_readings():
        ids, mask, pool = arrays([one])
        ids = numbers(base, ids)
        with torch.no_grad():
            want = torch.cat([torch.sigmoid(x) for x in net(*map(torch.from_numpy, (ids, mask, pool)))], -1).numpy()
        relations, statuses = session.run(None, {'ids': ids, 'mask': mask, 'pool': pool})
        got = np.concatenate([relations, statuses / np.float32(255)], -1)
        off.append(np.abs(got - want))
    return f'{path}: probabilities in {len(off)} sentences are off by {np.mean([one.mean() for one in off]):.5f} in the mean, {max(one.max() for one in off):.3f} at most'


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('weights')
    parser.add_argument('onnx')
    parser.add_argument('--base', default='minilm')
    options = parser.parse_args()
    print(loss(options.weights, options.onnx, base_of(options.base)))


if __name__ == '__main__':
    main()
