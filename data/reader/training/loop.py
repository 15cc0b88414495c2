"""What both trainings share: options, the loop over epochs, and the mean of the last ones."""
import argparse
import math
import multiprocessing
import random
import time

import numpy as np
import torch
from torch import nn

import corpus
import passages
from base import base_of
from encoder import save
from tables import countries

AVERAGED = 3


def parser_of(doc, rate, epochs):
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ('--start', '--out'):
        parser.add_argument(name, required=True)
    for name in ('--corpus', '--passages'):
        parser.add_argument(name, nargs='+', required=True)
    parser.add_argument('--rehearse', nargs='+', default=[])
    parser.add_argument('--frozen', type=int, default=0)
    parser.add_argument('--base', default='minilm')
    parser.add_argument('--epochs', type=int, default=epochs)
    if rate:
        parser.add_argument('--rate', type=float, default=rate)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--limit', type=int, default=0)
    parser.add_argument('--leave-out')
    parser.add_argument('--device', default='cuda' if torch.cuda.is_available() else 'cpu')
    return parser


def prepare(options):
    """Seeds everything that is left to chance, and finds the base."""
    options.base = base_of(options.base)
    random.seed(options.seed)
    np.random.seed(options.seed)
    torch.manual_seed(options.seed)


def names_in(path):
    """Names of texts, one a line."""
    if not path:
        return set()
    with open(path, encoding='utf-8') as file:
        return set(file.read().split())


class Material:
    """Labelled texts and passages; other names in each, every time they are asked for."""

    def __init__(self, options, left_out):
        everywhere = [c for c in countries() if c.leaders]
        self.fill, self.rename = passages.Filler(everywhere), corpus.Renaming(everywhere)
        self.texts = corpus.load(options.corpus, left_out)
        self.passages, self.known = (
            [p for folder in folders for p in passages.load(folder)] for folders in (options.passages, options.rehearse))
        print(f'{len(self.texts)} texts, {len(self.passages)} passages, {len(self.known)} rehearsed')

    def renamed(self):
        for text, labels in self.texts:
            renamed = self.rename(text, labels) if random.random() < 0.75 else (text, labels)
            yield corpus.prepared(*renamed)

    def filled(self, sample=0):
        """The passages, or so many of them, and half of those that are rehearsed."""
        some = random.sample(self.passages, min(sample, len(self.passages))) if sample else self.passages
        for passage in some + random.sample(self.known, len(self.known) // 2):
            yield self.fill(passage)


def batches(found, size, length):
    """Batches of like length: sorted within blocks of shuffled items, then shuffled again."""
    blocks = []
    for at in range(0, len(found), size * 50):
        block = sorted(found[at:at + size * 50], key=length)
        blocks += [block[k:k + size] for k in range(0, len(block), size)]
    random.shuffle(blocks)
    return blocks


def prepared_epochs(make, material, options):
    """The batches of each epoch, `make(material, options)`; with --workers some processes make them ready beforehand,
    each epoch from a seed of its own."""
    if not options.workers:
        for _ in range(options.epochs):
            yield make(material, options)
        return
    # The processes share the material, and never use the accelerator.
    with multiprocessing.get_context('fork').Pool(options.workers, initialiser_of_workers, [make, material, options]) as pool:
        yield from pool.imap(one_epoch, range(options.epochs))


def initialiser_of_workers(*parts):
    global shared
    shared = parts


def one_epoch(place):
    make, material, options = shared
    random.seed(options.seed * 1000 + place)
    return make(material, options)


def freeze(net, layers):
    """Keeps the embeddings and so many layers above them as they are."""
    if layers:
        for part in [p for n, p in net.encoder.named_children() if n != 'layers'] + list(net.encoder.layers[:layers]):
            part.requires_grad_(False)


def reckons_in_bfloat16(device):
    """Whether short numbers pay: processors without instructions for them take forty times as long."""
    return not device.startswith('cpu') or torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported()


class Learner:
    """A network that is trained, with its optimiser and the mean of its last epochs. The heads learn faster than the
    encoder."""

    def __init__(self, net, rate, options):
        self.net = net.to(options.device)
        freeze(net, options.frozen)
        learning = [(n, p) for n, p in net.named_parameters() if p.requires_grad]
        parts = [[p for n, p in learning if n.startswith('encoder.') == inner] for inner in (True, False)]
        self.rates = (rate, 2.5 * rate)
        self.optimiser = torch.optim.AdamW([{'params': p, 'lr': r} for p, r in zip(parts, self.rates)], weight_decay=0.01,
                                           fused=options.device.startswith('cuda'))
        self.average, self.seen = None, 0

    def step(self, loss, share):
        """A step of this share of the highest rate."""
        for group, rate in zip(self.optimiser.param_groups, self.rates):
            group['lr'] = rate * share
        self.optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.net.parameters(), 1.0)
        self.optimiser.step()

    def keep(self):
        """The mean of the last epochs generalises better than the last one."""
        self.seen += 1
        state = {k: v.detach().clone() for k, v in self.net.state_dict().items()}
        self.average = state if self.average is None else {k: v + (state[k] - v) / self.seen for k, v in self.average.items()}


def train(learners, options, epochs, losses_of):
    """Runs the epochs, each a list of batches, of which `losses_of` gives one loss for each learner. What is kept in
    --out, and comes back, is the mean of the last epochs of all of them."""
    for epoch in range(options.epochs):
        start, losses = time.time(), []
        work = next(epochs)
        for learner in learners:
            learner.net.train()
        for place, batch in enumerate(work):
            done = (epoch + place / len(work)) / options.epochs
            share = min(1.0, done / 0.06) * max(0.0, 1 - done / 1.02)
            for learner, loss in zip(learners, losses_of(batch)):
                learner.step(loss, share)
                losses.append(loss.detach())
        # Asked for only now: the accelerator is not waited for after each step.
        each = torch.stack(losses).view(-1, len(learners)).mean(0).tolist()
        print(f'epoch {epoch + 1}: {len(work)} batches, loss {" ".join(f"{loss:.4f}" for loss in each)}, {time.time() - start:.0f} s', flush=True)
        if not all(map(math.isfinite, each)):
            raise SystemExit('the loss is no number: lower --rate')
        if epoch >= options.epochs - AVERAGED:
            for learner in learners:
                learner.keep()
            save(mean([learner.average for learner in learners]), options.out)
    net = learners[0].net
    if options.epochs:
        net.load_state_dict(mean([learner.average for learner in learners]))
    return net.eval()


def mean(states):
    return {key: sum(state[key] for state in states) / len(states) for key in states[0]}
