#!/usr/bin/env python3
"""Trains the network that reads what a sentence says of two actors.

usage: train_relations.py --start WEIGHTS.safetensors --corpus DIR --passages DIR [DIR …] --out OUT.safetensors
                          [--epochs N] [--rate R] [--seed N] [--leave-out FILE] [--limit N]
--start: weights to go on from (those of relations.safetensors, or a plain encoder); --leave-out: names of texts,
one a line, kept for thresholds and calibration; --limit: only so many pairs an epoch, for a trial.
Each epoch renames the countries of three in four texts, fills the slots of the passages anew, exchanges the roles of
half of the pairs, and leaves out half of the pairs that state nothing.
"""
import argparse
import math
import random
import time

import numpy as np
import torch
from safetensors.torch import load_file, save_file
from torch import nn

import corpus
import passages
from pairs import COUNT, pairs_of
from tables import countries

HIDDEN, LAYERS, HEADS = 384, 6, 12


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.qkv, self.out = nn.Linear(HIDDEN, 3 * HIDDEN), nn.Linear(HIDDEN, HIDDEN)
        self.norm1, self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12), nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up, self.down = nn.Linear(HIDDEN, 4 * HIDDEN), nn.Linear(4 * HIDDEN, HIDDEN)
        self.drop = nn.Dropout(0.1)

    def forward(self, x, bias):
        b, n, _ = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4)
        seen = nn.functional.scaled_dot_product_attention(q, k, v, attn_mask=bias)
        x = self.norm1(x + self.drop(self.out(seen.transpose(1, 2).reshape(b, n, HIDDEN))))
        return self.norm2(x + self.drop(self.down(nn.functional.gelu(self.up(x)))))


class Relations(nn.Module):
    def __init__(self):
        super().__init__()
        self.words, self.positions = nn.Embedding(30522, HIDDEN), nn.Embedding(512, HIDDEN)
        self.types, self.norm = nn.Embedding(2, HIDDEN), nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.h = nn.Sequential(nn.Linear(3 * HIDDEN, HIDDEN), nn.GELU(), nn.Dropout(0.2))
        self.o, self.st = nn.Linear(HIDDEN, 2 * COUNT), nn.Linear(HIDDEN, 4)

    def forward(self, ids, mask, pool):
        x = self.words(ids) + self.positions.weight[: ids.shape[1]] + self.types.weight[0]
        x = self.norm(x)
        bias = ((1 - mask) * -1e4)[:, None, None, :].to(x.dtype)
        for layer in self.layers:
            x = layer(x, bias)
        z = self.h(torch.cat([x[:, 0], (pool.to(x.dtype) @ x).flatten(1)], -1))
        return self.o(z).float(), self.st(z).float()


NAMES = {'words.weight': 'enc.embeddings.word_embeddings.weight', 'positions.weight': 'enc.embeddings.position_embeddings.weight',
         'types.weight': 'enc.embeddings.token_type_embeddings.weight', 'norm': 'enc.embeddings.LayerNorm'}
PARTS = {'out': 'attention.output.dense', 'norm1': 'attention.output.LayerNorm', 'up': 'intermediate.dense',
         'down': 'output.dense', 'norm2': 'output.LayerNorm'}


def stored_names(key):
    """Names in the weight file of a parameter here; three for the joint matrix of query, key and value."""
    if key in NAMES:
        return [NAMES[key]]
    head, _, tail = key.rpartition('.')
    if head in NAMES:
        return [f'{NAMES[head]}.{tail}']
    if not key.startswith('layers.'):
        return [key]
    _, k, part, tail = key.split('.')
    at = f'enc.encoder.layer.{k}.'
    if part == 'qkv':
        return [f'{at}attention.self.{n}.{tail}' for n in ('query', 'key', 'value')]
    return [f'{at}{PARTS[part]}.{tail}']


def load(path):
    raw = load_file(path)
    value = lambda n: raw[n].float() * raw[n + '.scale'].float() if n + '.scale' in raw else raw[n].float()
    net = Relations()
    net.load_state_dict({key: torch.cat([value(n) for n in stored_names(key)]) for key in net.state_dict()})
    return net


def save(state, path):
    """Matrices as int8 rows with a scale each, the rest as float16."""
    out = {}
    for key, tensor in state.items():
        names = stored_names(key)
        for name, part in zip(names, tensor.chunk(len(names))):
            if part.dim() == 2 and part.shape[0] > 16 and min(part.shape) > 16:
                scale = (part.abs().amax(1, keepdim=True) / 127).clamp(min=1e-8).half()
                out[name] = (part / scale.float()).round().clamp(-127, 127).to(torch.int8).contiguous()
                out[name + '.scale'] = scale
            else:
                out[name] = part.half().contiguous()
    save_file(out, path)


def epoch_pairs(texts, all_passages, fill, rename, limit):
    found = []
    swap = lambda: random.random() < 0.5
    for text, labels in texts:
        renamed = rename(text, labels) if random.random() < 0.75 else (text, labels)
        found += pairs_of(*corpus.prepared(*renamed), swap)
    for passage in all_passages:
        found += pairs_of(*fill(passage), swap)
    kept = [p for p in found if any(p.labels) or random.random() < 0.5]
    random.shuffle(kept)
    return kept[:limit] if limit else kept


def batches(found, size=64):
    """Batches of like length: sorted within blocks of shuffled pairs, then shuffled again."""
    blocks = []
    for at in range(0, len(found), size * 50):
        block = sorted(found[at:at + size * 50], key=lambda p: len(p.ids))
        blocks += [block[k:k + size] for k in range(0, len(block), size)]
    random.shuffle(blocks)
    return blocks


def tensors(batch):
    n = max(len(p.ids) for p in batch)
    ids, mask, pool = np.zeros((len(batch), n), np.int64), np.zeros((len(batch), n), np.float32), np.zeros((len(batch), 2, n), np.float32)
    for row, p in enumerate(batch):
        ids[row, :len(p.ids)] = p.ids
        mask[row, :len(p.ids)] = 1
        for role, at in enumerate(p.at):
            pool[row, role, at] = 1 / len(at)
    columns = [np.array([getattr(p, c) for p in batch], np.float32) for c in ('labels', 'mask')]
    return [torch.from_numpy(a) for a in (ids, mask, pool, *columns)] + [torch.tensor([p.status for p in batch])]


def loss_of(net, batch):
    ids, mask, pool, labels, counts, status = tensors(batch)
    with torch.autocast('cpu', torch.bfloat16):
        relations, statuses = net(ids, mask, pool)
    loss = nn.functional.binary_cross_entropy_with_logits(relations, labels, weight=counts, reduction='sum') / len(batch)
    told = status >= 0
    if told.any():
        target = nn.functional.one_hot(status[told], 4).float()
        loss = loss + 0.3 * nn.functional.binary_cross_entropy_with_logits(statuses[told], target, reduction='sum') / len(batch)
    return loss


def train(net, options, texts, all_passages):
    everywhere = countries()
    fill, rename = passages.Filler([c for c in everywhere if c.leaders]), corpus.Renaming([c for c in everywhere if c.leaders])
    head = [p for n, p in net.named_parameters() if n.split('.')[0] in ('h', 'o', 'st')]
    body = [p for n, p in net.named_parameters() if n.split('.')[0] not in ('h', 'o', 'st')]
    optimiser = torch.optim.AdamW([{'params': body, 'lr': options.rate}, {'params': head, 'lr': 2.5 * options.rate}], weight_decay=0.01)
    average, seen, step, total = None, 0, 0, None
    for epoch in range(options.epochs):
        start = time.time()
        work = batches(epoch_pairs(texts, all_passages, fill, rename, options.limit))
        total = total or options.epochs * len(work)
        net.train()
        losses = []
        for batch in work:
            share = min(1.0, step / (0.06 * total)) * max(0.0, 1 - step / (total * 1.02))
            for group, rate in zip(optimiser.param_groups, (options.rate, 2.5 * options.rate)):
                group['lr'] = rate * share
            loss = loss_of(net, batch)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            losses.append(loss.item())
            step += 1
        if epoch >= options.epochs - 3:  # the mean of the last epochs generalises better than the last one
            seen += 1
            state = {k: v.detach().clone() for k, v in net.state_dict().items()}
            average = state if average is None else {k: average[k] + (state[k] - average[k]) / seen for k in state}
            save(average, options.out)
        print(f'epoch {epoch + 1}: {len(work)} batches, loss {sum(losses) / len(losses):.4f}, {time.time() - start:.0f} s', flush=True)
        if not math.isfinite(losses[-1]):
            raise SystemExit('the loss is no number: lower --rate')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ('--start', '--corpus', '--out'):
        parser.add_argument(name, required=True)
    parser.add_argument('--passages', nargs='+', required=True)
    parser.add_argument('--epochs', type=int, default=8)
    parser.add_argument('--rate', type=float, default=1e-4)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--limit', type=int, default=0)
    parser.add_argument('--leave-out')
    options = parser.parse_args()
    random.seed(options.seed)
    np.random.seed(options.seed)
    torch.manual_seed(options.seed)
    left_out = open(options.leave_out, encoding='utf-8').read().split() if options.leave_out else ()
    texts = corpus.load(options.corpus, left_out)
    all_passages = [p for folder in options.passages for p in passages.load(folder)]
    print(f'{len(texts)} texts, {len(all_passages)} passages')
    train(load(options.start), options, texts, all_passages)


if __name__ == '__main__':
    main()
