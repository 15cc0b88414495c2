#!/usr/bin/env python3
"""Trains light networks beside each other on what larger ones say, and averages them.

usage: students.py --start WEIGHTS.safetensors --teacher WEIGHTS.safetensors [WEIGHTS.safetensors …] [--teacher-base mpnet]
                   --rates R [R …] --out OUT.safetensors [--share S] [--replaced S] + the options of train_relations.py but --rate
One student for each of --rates, all from the same start. The mean probabilities of the teachers are mixed into the
labels, --share of 1 of them: they know what the labels leave out, and how sure one can be. In --replaced of 1 of the
readings some words give way to others of like use ("accused" to "blamed"), so that students see more ways to say things
than anybody labelled; of those only the teachers say what they state (Jiao et al. 2020, "TinyBERT").
"""
import random

import numpy as np
import torch

import replacing
from loop import Learner, Material, batches, names_in, prepare, prepared_epochs, train
from train_relations import STATUS_SHARE, answer, check, entropy, labelled, load, of_statuses, parser_of_relations, readings, ready


def epoch(material, options):
    found = [replacing.replaced(one, options.near) if random.random() < options.replaced else one for one in readings(material, options)]
    return [ready(batch) for batch in batches(found, options.batch, lambda p: len(p.ids))]


def taught(teachers, batch, device):
    """The mean probabilities of the teachers."""
    with torch.no_grad():
        said = [[torch.sigmoid(scores) for scores in answer(teacher, batch.ids, batch.mask, batch.pool, device)] for teacher in teachers]
    return [torch.stack(parts).mean(0) for parts in zip(*said)]


def losses(students, teachers, batch, options):
    """The loss of each student, as it is asked for."""
    labels, counts, statuses = labelled(batch, options.device)
    soft, soft_statuses = taught(teachers, batch, options.device)
    asked = torch.from_numpy(batch.pool[:, 1:].any(-1, keepdims=True)).to(options.device).float()
    stated = asked * torch.maximum(labels, (soft > 0.5).float())
    for student in students:
        relations, scores = answer(student, batch.ids, batch.mask, batch.pool, options.device)
        hard = entropy(relations, labels, counts) + STATUS_SHARE * of_statuses(scores, statuses, labels)
        told = entropy(relations, soft, asked) + STATUS_SHARE * of_statuses(scores, soft_statuses.view_as(statuses), stated)
        yield ((1 - options.share) * hard + options.share * told) / batch.asked


def main():
    parser = parser_of_relations(__doc__, rate=None, epochs=20)
    parser.add_argument('--teacher', nargs='+', required=True)
    parser.add_argument('--teacher-base', default='mpnet')
    parser.add_argument('--rates', nargs='+', type=float, required=True)
    parser.add_argument('--share', type=float, default=0.7)
    parser.add_argument('--replaced', type=float, default=0.5)
    options = parser.parse_args()
    prepare(options)
    measured = names_in(options.check)
    material = Material(options, names_in(options.leave_out) | measured)
    teachers = [load(path, options.teacher_base).eval().to(options.device) for path in options.teacher]
    students = [load(options.start, options.base) for _ in options.rates]
    options.near = replacing.near(students[0].encoder.words.weight.detach().numpy(), readings(material, options))
    learners = [Learner(student, rate, options) for student, rate in zip(students, options.rates)]
    net = train(learners, options, prepared_epochs(epoch, material, options), lambda batch: losses(students, teachers, batch, options))
    if measured:
        check(net, options, measured)


if __name__ == '__main__':
    main()
