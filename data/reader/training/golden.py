#!/usr/bin/env python3
"""Writes the probabilities of the PyTorch model into the stored examples that the tests compare the ONNX files with.

usage: golden.py RELATIONS.safetensors GOLDEN_DIR
The pieces, markers and mentions in the examples stay; the relations and statuses of each pair, or of each of the others in a
reading of more actors, are computed anew.
"""
import glob
import json
import os
import sys

import torch

from train_relations import load


def main():
    weights, folder = sys.argv[1:]
    net = load(weights).eval()
    for path in sorted(glob.glob(os.path.join(folder, '*.json'))):
        with open(path, encoding='utf-8') as file:
            example = json.load(file)
        for pair in example['pairs']:
            ids = torch.tensor([pair['ids']])
            pool = torch.zeros(1, len(pair['at']), ids.shape[1])
            for actor, at in enumerate(pair['at']):
                pool[0, actor, at] = 1 / len(at)
            with torch.no_grad():
                relations, status = (torch.sigmoid(x).flatten() for x in net(ids, torch.ones(ids.shape), pool))
            pair['relations'] = [round(v, 5) for v in relations.tolist()]
            pair['status'] = [round(v, 5) for v in status.tolist()]
        with open(path, 'w', encoding='utf-8') as file:
            json.dump(example, file, ensure_ascii=False)


if __name__ == '__main__':
    main()
