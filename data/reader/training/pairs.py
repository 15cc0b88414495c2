"""Pairs of actors in a sentence as the network reads them: pieces with markers, labels and masks.

Sentences, markers, positions and the cut to 200 pieces are those of src/reader/relations.ts.
"""
import collections
import os

from tokenizers import BertWordPieceTokenizer

from sentences import sentences

RELATIONS = ('member-of part-of deployed-in allied-with cooperates-with signed-agreement met-with mediates supports aid '
             'security-aid trades-with joined restored-ties eased recognises accuses demands rejects threatens expelled '
             'ended left withdrew-from suspended sanctioned cut-ties seized attacked').split()
SYMMETRIC = {'allied-with', 'cooperates-with', 'signed-agreement', 'met-with', 'trades-with', 'restored-ties'}
STATUS = ['actual', 'planned', 'alleged', 'denied']
COUNT = len(RELATIONS)
CLS, SEP, PERSON, LONGEST = 101, 102, 3, 200
VOCABULARY = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'vocab.txt')
tokenizer = BertWordPieceTokenizer(VOCABULARY, lowercase=True)

# ids: pieces with markers; at: positions of the opening markers of both roles; labels: (58 numbers); mask: where
# labels count; status: index or -1
Pair = collections.namedtuple('Pair', 'ids at labels mask status')


def pairs_of(text, actors, relations, swap):
    """All candidate pairs of a text. `swap()` says whether to exchange the roles of a pair."""
    spans = sentences(text)
    acting = {name: (kind, places) for name, (kind, places) in actors.items() if kind != PERSON}
    inside = [[n for n, (_, places) in acting.items() if any(a <= s < b for s, _ in places)] for a, b in spans]
    stated = index(relations)
    anywhere = collections.Counter()
    for i in range(len(spans)):
        for x, y in candidates(inside, i):
            anywhere[frozenset((x, y))] += x in inside[i] and y in inside[i]
    found = []
    for i, span in enumerate(spans):
        for x, y in candidates(inside, i):
            if swap():
                x, y = y, x
            both = x in inside[i] and y in inside[i]
            # Passages name no sentence: the ones with both actors state it, else those with the other one before.
            counts = both or not anywhere[frozenset((x, y))]
            sentence = ' '.join(text[span[0]:span[1]].split())
            labels, mask, status = labelled(x, y, sentence, counts, stated)
            before = span[0] if both or not i else spans[i - 1][0]
            marks = [(s, e, role, acting[n][0]) for role, n in enumerate((x, y)) for s, e in acting[n][1]]
            found.append(Pair(*marked(text, span, before, marks), labels, mask, status))
    return found


def candidates(inside, i):
    here = inside[i]
    before = [n for n in inside[i - 1] if n not in here] if i else []
    return [(x, y) for k, x in enumerate(here) for y in here[k + 1:] + before]


def index(relations):
    stated = collections.defaultdict(list)
    for source, relation, target, status, optional, evidence in relations:
        stated[source, target].append((RELATIONS.index(relation), status, optional, evidence))
        if relation in SYMMETRIC:
            stated[target, source].append((RELATIONS.index(relation), status, optional, evidence))
    return stated


def labelled(x, y, sentence, counts, stated):
    labels, mask, status = [0.0] * (2 * COUNT), [1.0] * (2 * COUNT), -1
    for shift, key in ((0, (x, y)), (COUNT, (y, x))):
        for k, kind, optional, evidence in stated.get(key, ()):
            here = counts if evidence is None else any(q in sentence or sentence in q for q in evidence)
            if not here:
                continue
            if optional and not labels[shift + k]:
                mask[shift + k] = 0.0
            elif not optional:
                labels[shift + k], mask[shift + k] = 1.0, 1.0
                status = STATUS.index(kind)
    return labels, mask, status


def marked(text, sentence, before, marks):
    encoded = tokenizer.encode(text[before:sentence[1]], add_special_tokens=False)
    opening = {s - before: (role, kind) for s, e, role, kind in marks if before <= s and e <= sentence[1]}
    closing = {e - before: role for s, e, role, kind in marks if before <= s and e <= sentence[1]}
    out, at = [CLS], [[], []]
    for piece, (a, b) in zip(encoded.ids, encoded.offsets):
        if a in opening:
            role, kind = opening[a]
            at[role].append((len(out), a >= sentence[0] - before))
            out.append(1 + role * 4 + kind)
        out.append(piece)
        if b in closing:
            out.append(9 + closing[b])
    out.append(SEP)
    cut = max(0, len(out) - LONGEST)
    if cut:
        out = [CLS] + out[cut + 1:]
        at = [[(p - cut, here) for p, here in role if p - cut > 0] for role in at]
    return out, [[p for p, here in role if here] or [p for p, _ in role][-1:] or [0] for role in at]
