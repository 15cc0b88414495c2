#!/usr/bin/env python3
"""Trains the network that reads what a sentence says of an actor and each of several others.

usage: train_relations.py --start WEIGHTS.safetensors --corpus DIR [DIR …] --passages DIR [DIR …] --out OUT.safetensors
                          [--base minilm|mpnet] [--epochs N] [--rate R] [--seed N] [--batch N] [--workers N] [--limit N]
                          [--leave-out FILE] [--check FILE] [--times N] [--rehearse DIR [DIR …]] [--frozen N] [--device cuda]
--start: weights to go on from (those of relations.safetensors, or a plain encoder of base.py); --leave-out: names of
texts, one a line, kept for thresholds and calibration; --check: the same, and measured at the end (with --epochs 0: only
that); --workers: so many processes make the epochs ready; --limit: only so many readings an epoch, for a trial; --times:
each labelled text is read so many times in an epoch, other names in it.
To train on with new passages: half of the passages of --rehearse, which the network knows, in each epoch; --frozen:
the embeddings and so many layers stay as they are, which saves a third of the time.
Each epoch renames the countries of three in four texts, fills the slots of the passages anew, takes the actors of a
sentence in another order, and leaves out a third of the pairs that state nothing.
"""
import collections
import random

import numpy as np
import torch
from torch import nn

import corpus
import encoder
import measure
from base import base_of, numbers
from encoder import Encoder
from loop import Learner, Material, batches, names_in, parser_of, prepare, prepared_epochs, reckons_in_bfloat16, train
from pairs import COUNT, STATUS, passes_of

# How much the status counts beside the relations.
STATUS_SHARE = 0.5

# A batch as it is trained on. ids (in the numbers of ../vocab.txt), mask, pool: what is read; of each of 58 relations of
# an actor with each of the others, labels: whether it holds, counts: whether that counts, statuses: which one it has;
# asked: how many pairs are asked about
Batch = collections.namedtuple('Batch', 'ids mask pool labels counts statuses asked')


class Relations(nn.Module):
    """For each of the others, scores of 29 relations from the actor asked about and of 29 to it, and for each of these
    scores of 4 statuses: who accuses somebody of an attack has accused, while the attack is alleged."""

    def __init__(self, base):
        super().__init__()
        self.encoder = Encoder(base)
        self.h = nn.Sequential(nn.Linear(3 * base.hidden, base.hidden), nn.GELU(), nn.Dropout(0.2))
        self.o, self.st = nn.Linear(base.hidden, 2 * COUNT), nn.Linear(base.hidden, 2 * COUNT * len(STATUS))

    def forward(self, ids, mask, pool):
        x = self.encoder(ids, mask)
        actors = pool.to(x.dtype) @ x
        others = actors[:, 1:]
        both = torch.stack([x[:, 0], actors[:, 0]], 1).flatten(1)[:, None].expand(-1, others.shape[1], -1)
        z = self.h(torch.cat([both, others], -1))
        return self.o(z).float(), self.st(z).float()


def load(path, base='minilm'):
    return encoder.load(Relations(base_of(base) if isinstance(base, str) else base), path)


def arrays(batch):
    """ids (in the numbers of ../vocab.txt), mask and pool of a batch of readings."""
    n, actors = max(len(p.ids) for p in batch), max(len(p.at) for p in batch)
    ids, mask = np.zeros((len(batch), n), np.int64), np.zeros((len(batch), n), np.float32)
    pool = np.zeros((len(batch), actors, n), np.float32)
    for row, p in enumerate(batch):
        ids[row, :len(p.ids)] = p.ids
        mask[row, :len(p.ids)] = 1
        for actor, at in enumerate(p.at):
            pool[row, actor, at] = 1 / len(at)
    return ids, mask, pool


def wanted(batch, others):
    """What the scores should be, which of them count, and the statuses of what is stated."""
    labels, counts = np.zeros((2, len(batch), others, 2 * COUNT), np.float32)
    statuses = np.zeros((len(batch), others, 2 * COUNT, len(STATUS)), np.float32)
    for row, p in enumerate(batch):
        counts[row, :len(p.stated)] = 1
        for other, (stated, open_) in enumerate(zip(p.stated, p.open)):
            for k, status in stated:
                labels[row, other, k] = statuses[row, other, k, status] = 1
            counts[row, other, open_] = 0
    return labels, counts, statuses


def ready(batch):
    """A batch of readings as it is trained on, in small numbers: other processes send it."""
    ids, mask, pool = arrays(batch)
    labels = [array.astype(bool) for array in wanted(batch, pool.shape[1] - 1)]
    return Batch(ids.astype(np.int32), mask.astype(bool), pool.astype(np.float16), *labels, sum(len(p.stated) for p in batch))


def answer(net, ids, mask, pool, device):
    """Scores of a batch; each network numbers the pieces in its own way."""
    ids, mask, pool = (torch.from_numpy(a).to(device) for a in (numbers(net.encoder.base, ids), mask, pool))
    with torch.autocast(device.split(':')[0], torch.bfloat16, enabled=reckons_in_bfloat16(device)):
        return net(ids.long(), mask.float(), pool.float())


def labelled(batch, device):
    """labels, counts and statuses where the network is."""
    return [torch.from_numpy(a).to(device).float() for a in (batch.labels, batch.counts, batch.statuses)]


def entropy(scores, target, weight):
    return nn.functional.binary_cross_entropy_with_logits(scores, target, weight=weight, reduction='sum')


def loss_of(net, batch, device):
    """Everything is weighed instead of picked, so that the accelerator need not be waited for."""
    relations, scores = answer(net, batch.ids, batch.mask, batch.pool, device)
    labels, counts, statuses = labelled(batch, device)
    # The status of what nobody states means nothing.
    return (entropy(relations, labels, counts) + STATUS_SHARE * of_statuses(scores, statuses, labels)) / batch.asked


def of_statuses(scores, statuses, told):
    return entropy(scores.view_as(statuses), statuses, told[..., None])


def readings(material, options):
    """All readings of an epoch, in an order of chance."""
    texts = [text for _ in range(options.times) for text in material.renamed()]
    found = [one for text in [*texts, *material.filled()] for one in passes_of(*text, random)]
    random.shuffle(found)
    return found[:options.limit] if options.limit else found


def epoch(material, options):
    return [ready(batch) for batch in batches(readings(material, options), options.batch, lambda p: len(p.ids))]


def parser_of_relations(doc, rate, epochs):
    parser = parser_of(doc, rate, epochs)
    parser.add_argument('--check')
    for name, value in (('batch', 32), ('workers', 0), ('times', 1)):
        parser.add_argument(f'--{name}', type=int, default=value)
    return parser


def check(net, options, measured):
    """Prints how well the texts that were left out are read."""
    texts = corpus.load(options.corpus, only=measured)
    print(measure.report(net.to(options.device).eval(), texts, lambda net, batch: answer(net, *arrays(batch), options.device)), flush=True)


def main():
    options = parser_of_relations(__doc__, rate=1e-4, epochs=8).parse_args()
    prepare(options)
    measured = names_in(options.check)
    material = Material(options, names_in(options.leave_out) | measured)
    net = load(options.start, options.base)
    net = train([Learner(net, options.rate, options)], options, prepared_epochs(epoch, material, options),
                lambda batch: [loss_of(net, batch, options.device)])
    if measured:
        check(net, options, measured)


if __name__ == '__main__':
    main()
