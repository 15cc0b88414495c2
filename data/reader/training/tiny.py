#!/usr/bin/env python3
"""Makes a tiny careful reader the whole way: random weights, a few steps of training, four-bit files.

usage: tiny.py OUT_DIR
It knows nothing; the tests of the program open it as a reader of another size with other marks. Besides reader.json
and its files OUT_DIR gets answers.json: what PyTorch computes of one pair and one window.
"""
import json
import os
import subprocess
import sys
import tempfile

import numpy as np
import torch

import encoder
from base import CLS, SEP, base_of, numbers
from pairs import VOCABULARY, tokenizer
from train_mentions import Mentions
from train_relations import Relations

HERE = os.path.dirname(os.path.abspath(__file__))
BASE, BLOCK = 'mpnet:layers=2,hidden=16,heads=2,words=2400', 16
TEXT = 'Niger expelled France. Italy, which kept its soldiers in Niger, praised Mali.'
LABELS = {
    'id': 'tiny',
    'entities': [{'name': n, 'type': 'country', 'aliases': []} for n in ('Niger', 'France', 'Italy', 'Mali')],
    'relations': [
        {'source': 'Niger', 'relation': 'expelled', 'target': 'France', 'status': 'actual', 'evidence': ['Niger expelled France.']},
        {'source': 'Italy', 'relation': 'deployed-in', 'target': 'Niger', 'status': 'actual', 'optional': True,
         'evidence': ['Italy, which kept its soldiers in Niger, praised Mali.']},
    ],
}
NETWORKS = {'relations': Relations, 'mentions': Mentions}


def write_corpus(folder):
    """A folder of one labelled text."""
    os.makedirs(folder, exist_ok=True)
    with open(f'{folder}/tiny.txt', 'w', encoding='utf-8') as file:
        file.write(TEXT)
    with open(f'{folder}/tiny.json', 'w', encoding='utf-8') as file:
        json.dump(LABELS, file)


def run(script, *arguments):
    subprocess.run([sys.executable, os.path.join(HERE, script), *arguments], cwd=HERE, check=True)


def train(network, start, folder, *more):
    """A few steps on the one text and some passages; the weights are in `folder` afterwards."""
    run(f'train_{network}.py', '--start', start, '--corpus', f'{folder}/corpus', '--passages', 'passages', '--out',
        f'{folder}/{network}.safetensors', '--epochs', '1', '--limit', '128', '--device', 'cpu', *more)


def vocabulary(base):
    """The first pieces of a vocabulary like that of the base."""
    with open(VOCABULARY, encoding='utf-8') as file:
        pieces = file.read().split('\n')
    return ['<s>', '<pad>', '</s>', '<unk>', *pieces][:base.words]


def load(network, folder, base):
    return encoder.load(NETWORKS[network](base), f'{folder}/{network}.safetensors').eval()


def make(out, work):
    """Trains in the folder `work` and exports to `out`."""
    base = base_of(BASE)
    torch.manual_seed(1)
    write_corpus(f'{work}/corpus')
    for network, kind in NETWORKS.items():
        encoder.save(kind(base).state_dict(), f'{work}/start.safetensors')
        train(network, f'{work}/start.safetensors', work, '--base', BASE)
    with open(f'{work}/vocab.txt', 'w', encoding='utf-8') as file:
        file.write('\n'.join(vocabulary(base)) + '\n')
    run('export.py', work, os.path.abspath(out), '--base', BASE, '--four-bit', '--block', str(BLOCK), '--vocabulary',
        f'{work}/vocab.txt', '--name', 'tiny/1')


def answers(work):
    """What the trained networks say of the text, in PyTorch."""
    base = base_of(BASE)
    ids = numbers(base, [[CLS, *tokenizer.encode(TEXT, add_special_tokens=False).ids, SEP]])
    at = [[1], [5], [3]]
    pool = np.zeros((1, len(at), ids.shape[1]), np.float32)
    for actor, places in enumerate(at):
        pool[0, actor, places] = 1
    ones = torch.ones(ids.shape)
    with torch.no_grad():
        relations, status = load('relations', work, base)(torch.from_numpy(ids), ones, torch.from_numpy(pool))
        vectors, tags = load('mentions', work, base)(torch.from_numpy(ids), ones)
    listed = lambda tensor: [round(v, 5) for v in tensor.flatten().tolist()]
    return {'ids': ids[0].tolist(), 'at': at, 'relations': listed(torch.sigmoid(relations)),
            'status': listed(torch.sigmoid(status)), 'hidden': listed(vectors), 'tags': listed(tags)}


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as work:
        make(sys.argv[1], work)
        found = answers(work)
    with open(os.path.join(sys.argv[1], 'answers.json'), 'w', encoding='utf-8') as file:
        json.dump(found, file)


if __name__ == '__main__':
    main()
