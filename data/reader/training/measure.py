"""How well a network reads labelled texts whose actors are known: what `entente evaluate` calls perfect actors, without
gate and without the constraints of types."""
import numpy as np
import torch

import corpus
from pairs import COUNT, RELATIONS, SYMMETRIC, index, passes_of

THRESHOLD, BATCH = 0.3, 64
# The relations of conflict are the last ones, from `accuses` on.
CONFLICT = RELATIONS.index('accuses')


def report(net, texts, answer):
    """F1 over all texts; `answer(net, batch)` gives the scores."""
    strict, stance = np.zeros(3), np.zeros(3)
    for text, labels in texts:
        told = corpus.prepared(text, labels)
        found = asserted(net, *told[:2], answer)
        sure, open_ = ({k for k in facts(told[2]) if k[3] == optional} for optional in (False, True))
        strict += counts(found, {k[:3] for k in sure}, {k[:3] for k in open_})
        signed = lambda some: {(frozenset(k[:2]), k[2] >= CONFLICT) for k in some}
        stance += counts(signed(found), signed(sure), signed(open_))
    return f'{len(texts)} texts: strict {share(*strict)}; stance {share(*stance)}'


def asserted(net, text, actors, answer):
    """(source, target, relation) of everything that some sentence states with a probability above the threshold."""
    passes = passes_of(text, actors, [])
    order, found = sorted(range(len(passes)), key=lambda i: len(passes[i].ids)), set()
    for at in range(0, len(order), BATCH):
        batch = [passes[i] for i in order[at:at + BATCH]]
        with torch.no_grad():
            chances = torch.sigmoid(answer(net, batch)[0]).cpu().numpy()
        for one, rows in zip(batch, chances):
            for other, row in zip(one.actors[1:], rows):
                found |= over(one.actors[0], other, row)
    return found


def over(x, y, row):
    found = set()
    for k, relation in enumerate(RELATIONS):
        if relation in SYMMETRIC:
            if (row[k] + row[COUNT + k]) / 2 >= THRESHOLD:
                found.add((*sorted((x, y)), k))
        else:
            found |= {(a, b, k) for a, b, chance in ((x, y, row[k]), (y, x, row[COUNT + k])) if chance >= THRESHOLD}
    return found


def facts(relations):
    """(source, target, relation, optional); of symmetric relations one direction."""
    return {(*(sorted(key) if RELATIONS[k] in SYMMETRIC else key), k, optional)
            for key, told in index(relations).items() for k, _, optional, _ in told}


def counts(found, sure, open_):
    hits = len(found & sure)
    return np.array([hits, len(found - (open_ - sure)), len(sure)])


def share(hits, found, wanted):
    over = lambda a, b: a / b if b else 0.0
    return f'F1 {over(2 * hits, found + wanted):.3f} (precision {over(hits, found):.3f}, recall {over(hits, wanted):.3f})'
