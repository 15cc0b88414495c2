#!/usr/bin/env python3
"""Writes what the PyTorch models say into the stored examples that the tests compare the ONNX files with.

usage: golden.py GOLDEN_DIR TEXTS_DIR [--relations RELATIONS.safetensors] [--mentions MENTIONS.safetensors]
The pieces and markers in the examples stay. Anew are: with --relations the relations and statuses of each pair, or of each
of the others in a reading of more actors; with --mentions the mentions, with the score of their best link, of texts that
fit one window.
"""
import argparse
import glob
import json
import os

import torch

import encoder
import link_features
import train_relations
from base import CLS, SEP, base_of
from known_names import KnownNames
from pairs import tokenizer
from train_mentions import Mentions, spans_of
from windows import REACH

ONE_WINDOW = 505
TYPES = ('country', 'organisation', 'mission', 'person')


def read_pairs(net, pairs):
    for pair in pairs:
        ids = torch.tensor([pair['ids']])
        pool = torch.zeros(1, len(pair['at']), ids.shape[1])
        for actor, at in enumerate(pair['at']):
            pool[0, actor, at] = 1 / len(at)
        relations, status = (torch.sigmoid(x).flatten() for x in net(ids, torch.ones(ids.shape), pool))
        pair['relations'] = [round(v, 5) for v in relations.tolist()]
        pair['status'] = [round(v, 5) for v in status.tolist()]


def whole_words(text, start, end):
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return start, end


def mentions_of(net, text, known):
    encoded = tokenizer.encode(text, add_special_tokens=False)
    hidden, tags = net(torch.tensor([[CLS, *encoded.ids, SEP]]), torch.ones(1, len(encoded.ids) + 2))
    found = []
    for first, last, kind in sorted(spans_of([0, *tags[0, 1:-1].argmax(-1).tolist()])):
        start, end = whole_words(text, encoded.offsets[first - 1][0], encoded.offsets[last - 1][1])
        found.append({'first': first, 'last': last, 'type': TYPES[kind], 'start': start, 'end': end, 'words': text[start:end]})
    names = [link_features.describe(m['words'], m['first'], known) for m in found]
    ends = torch.stack([torch.cat([hidden[0, m['first']], hidden[0, m['last']]]) for m in found])
    for i, mention in enumerate(found):
        earlier = list(range(max(0, i - REACH), i))
        scores = [0.0]
        if earlier:
            features = torch.tensor([link_features.features(names[i], names[j]) for j in earlier])
            scores = net.links(ends, torch.tensor([i] * len(earlier)), torch.tensor(earlier), features).tolist()
        best = max(scores)
        mention['link'] = earlier[scores.index(best)] if best > 0 else None
        mention['score'] = round(best, 5) if best > 0 else 0.0
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('folder')
    parser.add_argument('texts')
    parser.add_argument('--relations')
    parser.add_argument('--mentions')
    options = parser.parse_args()
    relations = options.relations and train_relations.load(options.relations).eval()
    mentions = options.mentions and encoder.load(Mentions(base_of('minilm')), options.mentions).eval()
    known = KnownNames()
    for path in sorted(glob.glob(os.path.join(options.folder, '*.json'))):
        with open(path, encoding='utf-8') as file:
            example = json.load(file)
        with open(os.path.join(options.texts, os.path.basename(path).replace('.json', '.txt')), encoding='utf-8') as file:
            text = file.read()
        with torch.no_grad():
            if relations:
                read_pairs(relations, example['pairs'])
            if mentions and len(example['ids']) < ONE_WINDOW:
                example['mentions'] = mentions_of(mentions, text, known)
        with open(path, 'w', encoding='utf-8') as file:
            json.dump(example, file, ensure_ascii=False)


if __name__ == '__main__':
    main()
