#!/usr/bin/env python3
"""Trains the network that reads what a sentence says of two actors.

usage: train_relations.py --start WEIGHTS.safetensors --corpus DIR --passages DIR [DIR …] --out OUT.safetensors
                          [--base minilm|mpnet] [--epochs N] [--rate R] [--seed N] [--leave-out FILE] [--limit N]
                          [--rehearse DIR [DIR …]] [--frozen N]
                          [--teacher WEIGHTS.safetensors --teacher-base mpnet --teacher-share S] [--device cuda]
--start: weights to go on from (those of relations.safetensors, or a plain encoder of base.py); --leave-out: names of
texts, one a line, kept for thresholds and calibration; --limit: only so many pairs an epoch, for a trial.
To train on with new passages: half of the passages of --rehearse, which the network knows, in each epoch; --frozen:
the embeddings and so many layers stay as they are, which saves a third of the time.
--teacher: a trained network whose probabilities are mixed into the labels, S of 1 of them: it knows what the labels
leave out, and how sure one can be.
Each epoch renames the countries of three in four texts, fills the slots of the passages anew, exchanges the roles of
half of the pairs, and leaves out half of the pairs that state nothing.
"""
import random

import numpy as np
import torch
from torch import nn

import encoder
from base import base_of, numbers
from encoder import Encoder
from loop import Material, batches, names_in, parser_of, prepare, reckons_in_bfloat16, train
from pairs import COUNT, pairs_of

BATCH = 64


class Relations(nn.Module):
    """Scores of 29 relations first → second, 29 second → first, and of 4 statuses."""

    def __init__(self, base):
        super().__init__()
        self.encoder = Encoder(base)
        self.h = nn.Sequential(nn.Linear(3 * base.hidden, base.hidden), nn.GELU(), nn.Dropout(0.2))
        self.o, self.st = nn.Linear(base.hidden, 2 * COUNT), nn.Linear(base.hidden, 4)

    def forward(self, ids, mask, pool):
        x = self.encoder(ids, mask)
        z = self.h(torch.cat([x[:, 0], (pool.to(x.dtype) @ x).flatten(1)], -1))
        return self.o(z).float(), self.st(z).float()


def load(path, base='minilm'):
    return encoder.load(Relations(base_of(base) if isinstance(base, str) else base), path)


def epoch_pairs(material, limit):
    found = [pair for one in material.anew() for pair in pairs_of(*one, lambda: random.random() < 0.5)]
    kept = [p for p in found if any(p.labels) or random.random() < 0.5]
    random.shuffle(kept)
    return kept[:limit] if limit else kept


def arrays(batch):
    """ids (in the numbers of ../vocab.txt), mask and pool of a batch of pairs."""
    n = max(len(p.ids) for p in batch)
    ids, mask, pool = np.zeros((len(batch), n), np.int64), np.zeros((len(batch), n), np.float32), np.zeros((len(batch), 2, n), np.float32)
    for row, p in enumerate(batch):
        ids[row, :len(p.ids)] = p.ids
        mask[row, :len(p.ids)] = 1
        for role, at in enumerate(p.at):
            pool[row, role, at] = 1 / len(at)
    return ids, mask, pool


def answer(net, batch, device):
    """Scores of a batch; each network numbers the pieces in its own way."""
    ids, mask, pool = arrays(batch)
    tensors = [torch.from_numpy(a).to(device) for a in (numbers(net.encoder.base, ids), mask, pool)]
    with torch.autocast(device.split(':')[0], torch.bfloat16, enabled=reckons_in_bfloat16(device)):
        return net(*tensors)


def entropy(scores, target, weight=None):
    return nn.functional.binary_cross_entropy_with_logits(scores, target, weight=weight, reduction='sum')


def loss_of(net, batch, device, teacher=None, share=0.0):
    relations, statuses = answer(net, batch, device)
    labels, counts = (torch.tensor([getattr(p, c) for p in batch], device=device) for c in ('labels', 'mask'))
    status = torch.tensor([p.status for p in batch], device=device)
    told = status >= 0
    loss = (1 - share) * entropy(relations, labels, counts)
    if told.any():
        loss = loss + 0.3 * (1 - share) * entropy(statuses[told], nn.functional.one_hot(status[told], 4).float())
    if teacher is not None:
        with torch.no_grad():
            soft, soft_status = (torch.sigmoid(scores) for scores in answer(teacher, batch, device))
        # The status of what nobody states means nothing.
        stated = told | (soft.amax(1) > 0.5)
        loss = loss + share * (entropy(relations, soft) + 0.3 * entropy(statuses[stated], soft_status[stated]))
    return loss / len(batch)


def main():
    parser = parser_of(__doc__, rate=1e-4, epochs=8)
    parser.add_argument('--teacher')
    parser.add_argument('--teacher-base', default='mpnet')
    parser.add_argument('--teacher-share', type=float, default=0.7)
    options = parser.parse_args()
    prepare(options)
    material = Material(options, names_in(options.leave_out))
    teacher = load(options.teacher, options.teacher_base).eval().to(options.device) if options.teacher else None
    share = options.teacher_share if options.teacher else 0.0
    work = lambda: batches(epoch_pairs(material, options.limit), BATCH, lambda p: len(p.ids))
    train(load(options.start, options.base), options, work,
          lambda net, batch: loss_of(net, batch, options.device, teacher, share))


if __name__ == '__main__':
    main()
