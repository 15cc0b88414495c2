"""Pairs of actors in a sentence as the network reads them: pieces with markers, and labels.

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
# So many of the pairs that state nothing are asked about in training; of those that stand farther apart than two
# neighbouring sentences, which seldom state anything, fewer.
ASKED, ASKED_FAR = 0.65, 0.25
# So many sentences back the other actor may stand.
FARTHEST = 3
VOCABULARY = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'vocab.txt')
tokenizer = BertWordPieceTokenizer(VOCABULARY, lowercase=True)

# One reading of the network: an actor, and others that it is asked about together with this one.
# actors: their names; ids: pieces with markers; at: positions of the opening markers of the actor, then of each of the
# others; for each of the others stated: which of 58 relations hold, each with the index of its status; open: which
# relations count neither way
Pass = collections.namedtuple('Pass', 'actors ids at stated open')


def passes_of(text, actors, relations, chance=None):
    """Readings that ask about every pair of actors once. `chance`: a source of random numbers; then the order is one of
    chance, and some of the pairs that state nothing are not asked about."""
    spans = sentences(text)
    acting = {name: (kind, places) for name, (kind, places) in actors.items() if kind != PERSON}
    inside = [[n for n, (_, places) in acting.items() if any(a <= s < b for s, _ in places)] for a, b in spans]
    labels = Labels(text, spans, inside, relations)
    found = []
    for i, span in enumerate(spans):
        back = distances(inside, i)
        for group in groups(back, chance):
            asked = [(first, told) for first, others in group for told in [labels.asked(first, others, i, back, chance)] if told]
            # All that is asked of a sentence and those before it is read from as far back as one of its actors stands.
            reach = max((back[n] for first, told in asked for n in [first, *told]), default=0)
            for first, told in asked:
                names = [first, *told]
                marks = [(s, e, k, acting[n][0]) for k, n in enumerate(names) for s, e in acting[n][1]]
                stated, open_ = zip(*told.values())
                found.append(Pass(names, *marked(text, span, spans[i - reach][0], marks, len(names)), stated, open_))
    return found


def distances(inside, i):
    """For each actor of a sentence and of those before it, how many sentences back it stands last."""
    back = {}
    for distance in range(min(FARTHEST, i) + 1):
        for name in inside[i - distance]:
            back.setdefault(name, distance)
    return back


def groups(back, chance):
    """The pairs within a sentence and those with the sentences before, each once: lists of (actor, others)."""
    here, before = [n for n in back if not back[n]], [n for n in back if back[n]]
    if chance:
        chance.shuffle(here)
        chance.shuffle(before)
    turned = chance and chance.random() < 0.5
    yield [(first, here[k + 1:]) for k, first in enumerate(here)]
    yield [(first, here) for first in before] if turned else [(first, before) for first in here]


class Labels:
    """What a text states of two actors in a sentence."""

    def __init__(self, text, spans, inside, relations):
        self.sentences = [' '.join(text[a:b].split()) for a, b in spans]
        self.inside = inside
        self.stated = index(relations)
        self.together = {frozenset((x, y)) for names in inside for k, x in enumerate(names) for y in names[k + 1:]}

    def asked(self, first, others, i, back, chance):
        """Labels of an actor with each of those that it is asked about with."""
        told = {other: self.of(first, other, i) for other in others}
        share = lambda other: ASKED_FAR if max(back[first], back[other]) > 1 else ASKED
        return {n: label for n, label in told.items() if not chance or label[0] or label[1] or chance.random() < share(n)}

    def of(self, x, y, i):
        """Relations x → y and, from 29 on, y → x, with their status; and those that count neither way."""
        # Passages name no sentence: the ones with both actors state it, else those with the other one before.
        counts = (x in self.inside[i] and y in self.inside[i]) or frozenset((x, y)) not in self.together
        stated, open_ = [], []
        for shift, key in ((0, (x, y)), (COUNT, (y, x))):
            for k, kind, optional, evidence in self.stated.get(key, ()):
                sentence = self.sentences[i]
                if not (counts if evidence is None else any(q in sentence or sentence in q for q in evidence)):
                    continue
                if not optional:
                    stated.append((shift + k, STATUS.index(kind)))
                else:
                    open_.append(shift + k)
        sure = {k for k, _ in stated}
        return stated, [k for k in open_ if k not in sure]


def index(relations):
    stated = collections.defaultdict(list)
    for source, relation, target, status, optional, evidence in relations:
        stated[source, target].append((RELATIONS.index(relation), status, optional, evidence))
        if relation in SYMMETRIC:
            stated[target, source].append((RELATIONS.index(relation), status, optional, evidence))
    return stated


def marked(text, sentence, before, marks, count):
    """Pieces with markers, and the positions of the opening markers of each of `count` actors. Marks: (start, end, which
    actor, type); the first actor has markers of its own, the others share theirs."""
    encoded = tokenizer.encode(text[before:sentence[1]], add_special_tokens=False)
    inside = [m for m in marks if before <= m[0] and m[1] <= sentence[1]]
    opening = {s - before: (which, kind) for s, _, which, kind in inside}
    closing = {e - before: min(which, 1) for _, e, which, _ in inside}
    out, at = [CLS], [[] for _ in range(count)]
    for piece, (a, b) in zip(encoded.ids, encoded.offsets):
        if a in opening:
            which, kind = opening[a]
            at[which].append((len(out), a >= sentence[0] - before))
            out.append(1 + min(which, 1) * 4 + kind)
        out.append(piece)
        if b in closing:
            out.append(9 + closing[b])
    out.append(SEP)
    cut = max(0, len(out) - LONGEST)
    if cut:
        out = [CLS] + out[cut + 1:]
        at = [[(p - cut, here) for p, here in one if p - cut > 0] for one in at]
    return out, [[p for p, here in one if here] or [p for p, _ in one][-1:] or [0] for one in at]
