#!/usr/bin/env python3
"""Trains the network that finds who is spoken of, and which mentions are the same actor.

usage: train_mentions.py --start WEIGHTS.safetensors --corpus DIR [DIR …] --passages DIR [DIR …] --out OUT.safetensors
                         [--base minilm|mpnet] [--epochs N] [--rate R] [--seed N] [--leave-out FILE] [--check FILE]
                         [--times N] [--sample N] [--limit N] [--device cuda]
--start: weights to go on from (those of mentions.safetensors, or a plain encoder of base.py); --leave-out: names of
texts, one a line, that are not trained on; --check: the same, and at the end the network is measured on them (with
--epochs 0 only that is done); --times: how often an epoch renames each text, --sample: how many of the passages it takes (0: all), so that
passages do not outnumber what is to be read; --limit: only so many windows an epoch, for a trial.
Each piece gets a tag: outside, or beginning and inside of a mention of four types. Each mention is scored with the 60
before it, "none of them" being 0, and its earlier mentions should together outweigh all others.
Each epoch renames the countries of three in four texts and fills the slots of the passages anew.
"""
import random

import numpy as np
import torch
from torch import nn

import corpus
import encoder
import link_features
from base import numbers
from encoder import Encoder
from known_names import KnownNames
from loop import Learner, Material, batches, names_in, parser_of, prepare, reckons_in_bfloat16, train
from windows import NO_TAG, REACH, windows_of

BATCH, TAGS = 16, 9


class Mentions(nn.Module):
    """Tags of pieces, and scores of pairs of mentions: above 0, they may be the same."""

    def __init__(self, base):
        super().__init__()
        self.encoder, self.tag = Encoder(base), nn.Linear(base.hidden, TAGS)
        width = 2 * base.hidden // 3
        self.m, self.f = nn.Linear(2 * base.hidden, width), nn.Linear(link_features.COUNT, 64)
        self.p = nn.Sequential(nn.Linear(3 * width + 64, width), nn.GELU(), nn.Dropout(0.2), nn.Linear(width, 1))

    def forward(self, ids, mask):
        hidden = self.encoder(ids, mask)
        return hidden, self.tag(hidden).float()

    def links(self, ends, later, earlier, features):
        """`ends`: vectors of the first and the last piece of each mention, side by side."""
        each = torch.tanh(self.m(ends))
        one, two = each[later], each[earlier]
        return self.p(torch.cat([one, two, one * two, torch.relu(self.f(features.to(each.dtype)))], -1))[:, 0].float()


def joined(batch, column, shift):
    """A column of all windows in one row; indices move by `shift` a window."""
    moved = [np.asarray(getattr(w, column), np.int64) + k for w, k in zip(batch, shift)]
    return torch.from_numpy(np.concatenate(moved))


def answer(net, batch, device):
    """Scores of the tags of a batch of windows (batch, length, 9), and of its pairs of mentions."""
    n = max(len(w.ids) for w in batch)
    ids, mask = np.zeros((len(batch), n), np.int64), np.zeros((len(batch), n), np.float32)
    for row, w in enumerate(batch):
        ids[row, :len(w.ids)], mask[row, :len(w.ids)] = w.ids, 1
    counts = np.cumsum([0, *(len(w.first) for w in batch)])
    pieces = [row * n for row in range(len(batch))]
    with torch.autocast(device.split(':')[0], torch.bfloat16, enabled=reckons_in_bfloat16(device)):
        hidden, tags = net(*(torch.from_numpy(a).to(device) for a in (numbers(net.encoder.base, ids), mask)))
        flat = hidden.flatten(0, 1)
        ends = torch.cat([flat[joined(batch, c, pieces).to(device)] for c in ('first', 'last')], -1)
        pairs = [joined(batch, c, counts).to(device) for c in ('later', 'earlier')]
        features = torch.from_numpy(np.concatenate([w.features for w in batch])).to(device)
        return tags, net.links(ends, *pairs, features)


def ranked(batch, scores):
    """Mentions × 61: the scores of "none of them" and of the mentions before, the nearest first; and which are right."""
    counts = np.cumsum([0, *(len(w.first) for w in batch)])
    later, earlier = (joined(batch, c, counts).to(scores.device) for c in ('later', 'earlier'))
    same = torch.from_numpy(np.concatenate([np.asarray(w.same, bool) for w in batch])).to(scores.device)
    table = scores.new_full((int(counts[-1]), REACH + 1), -1e4)
    right = torch.zeros_like(table, dtype=torch.bool)
    table[:, 0] = 0
    table = table.index_put((later, later - earlier), scores)
    right[later, later - earlier] = same
    right[:, 0] = ~right.any(1)
    return table, right


def loss_of(net, batch, device):
    tags, scores = answer(net, batch, device)
    wanted = torch.full(tags.shape[:2], NO_TAG)
    for row, w in enumerate(batch):
        wanted[row, :len(w.tags)] = torch.tensor(w.tags)
    loss = nn.functional.cross_entropy(tags.flatten(0, 1), wanted.flatten().to(device), ignore_index=NO_TAG)
    if any(w.first for w in batch):
        table, right = ranked(batch, scores)
        loss = loss + (table.logsumexp(1) - table.masked_fill(~right, -1e4).logsumexp(1)).mean()
    return loss


def spans_of(tags):
    """(first, last, type) of the mentions that tags mean, as src/reader/mentions.ts reads them."""
    found, at = set(), 0
    while at < len(tags):
        to = at + 1
        if tags[at] > 0:
            kind = (tags[at] - 1) // 2
            while to < len(tags) and tags[to] == 2 + 2 * kind:
                to += 1
            found.add((at, to - 1, kind))
        at = to
    return found


def check(net, texts, known, device):
    """Prints F1 of the mentions (place and type, pronouns aside), and how many of the labelled mentions are linked rightly."""
    net.to(device).eval()
    hits = found = labelled = linked = mentions = 0
    for text, labels in texts:
        for w in windows_of(*corpus.prepared(text, labels)[:2], known, has_pronouns=False):
            with torch.no_grad():
                tags, scores = answer(net, [w], device)
            got = spans_of([0, *tags[0, 1:len(w.ids) - 1].argmax(-1).tolist()])
            got = {(a, b, kind) for a, b, kind in got if NO_TAG not in w.tags[a:b + 1]}
            told = set(zip(w.first, w.last, w.kinds))
            hits, found, labelled = hits + len(got & told), found + len(got), labelled + len(told)
            if w.first:
                table, right = ranked([w], scores)
                linked += int(right.gather(1, table.argmax(1, keepdim=True)).sum())
                mentions += len(w.first)
    share = lambda a, b: a / b if b else 0.0
    print(f'{len(texts)} texts: mentions F1 {share(2 * hits, found + labelled):.3f} (precision {share(hits, found):.3f}, recall '
          f'{share(hits, labelled):.3f}, {labelled} labelled), links right {share(linked, mentions):.3f}', flush=True)


def main():
    parser = parser_of(__doc__, rate=1.5e-4, epochs=9)
    parser.add_argument('--check')
    parser.add_argument('--times', type=int, default=3)
    parser.add_argument('--sample', type=int, default=3000)
    options = parser.parse_args()
    prepare(options)
    measured = names_in(options.check)
    material, known = Material(options, names_in(options.leave_out) | measured), KnownNames()

    def epoch():
        texts = [(parts, False) for _ in range(options.times) for parts in material.renamed()]
        some = [(parts, True) for parts in material.filled(options.sample)]
        found = [w for (text, actors, _), has_pronouns in texts + some for w in windows_of(text, actors, known, has_pronouns)]
        random.shuffle(found)
        return batches(found[:options.limit] if options.limit else found, BATCH, lambda w: len(w.ids))

    net = encoder.load(Mentions(options.base), options.start)
    net = train([Learner(net, options.rate, options)], options, (epoch() for _ in range(options.epochs)),
                lambda batch: [loss_of(net, batch, options.device)])
    if measured:
        check(net, corpus.load(options.corpus, only=measured), known, options.device)


if __name__ == '__main__':
    main()
