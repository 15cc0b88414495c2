"""Texts as the network of mentions reads them: windows of whole sentences with a tag for each piece, and pairs of mentions.

Mentions are joined by their actor: for each, the earlier ones within reach, and which of them are the same actor.
"""
import collections

import numpy as np

import link_features
from base import CLS, SEP
from pairs import tokenizer
from sentences import sentences

WINDOW, REACH = 420, 60
NO_TAG = -100

# ids and tags with both marks; first, last: places of each mention's pieces; kinds: its type; later, earlier: pairs of
# mentions; same: whether they are one actor; features: of each pair
Window = collections.namedtuple('Window', 'ids tags first last kinds later earlier same features')


def windows_of(text, actors, known, has_pronouns):
    """The windows of a text. `actors`: name → (type, [(start, end)]), as corpus.prepared gives them.

    Passages mark their pronouns; labelled texts do not, so that there a pronoun says neither yes nor no."""
    encoded = tokenizer.encode(text, add_special_tokens=False)
    found = sorted((start, end, kind, name) for name, (kind, places) in actors.items() for start, end in places)
    for a, b in cut(text, encoded.offsets):
        yield window(text, encoded.ids[a:b], encoded.offsets[a:b], found, known, has_pronouns)


def cut(text, offsets):
    """Runs of pieces: whole sentences, as many as a window holds; a longer sentence is cut."""
    ends, piece = [], 0
    for _, end in sentences(text):
        while piece < len(offsets) and offsets[piece][0] < end:
            piece += 1
        ends.append(piece)
    at = 0
    while at < len(offsets):
        to = max((e for e in ends if at < e <= at + WINDOW), default=min(at + WINDOW, len(offsets)))
        yield at, to
        at = to


def window(text, ids, offsets, found, known, has_pronouns):
    open_to_both = lambda a, b: not has_pronouns and text[a:b].lower() in link_features.PRONOUNS
    tags, spans, piece = [NO_TAG if open_to_both(a, b) else 0 for a, b in offsets], [], 0
    for start, end, kind, name in found:
        while piece < len(ids) and offsets[piece][0] < start:
            piece += 1
        last = piece
        while last < len(ids) and offsets[last][1] <= end:
            last += 1
        if last > piece and offsets[piece][0] == start:
            tags[piece:last] = [1 + 2 * kind] + [2 + 2 * kind] * (last - piece - 1)
            spans.append((piece + 1, last, kind, name, text[start:end]))
            piece = last
    names = [link_features.describe(words, first, known) for first, _, _, _, words in spans]
    pairs = [(i, j) for i in range(len(spans)) for j in range(max(0, i - REACH), i)]
    table = np.array([link_features.features(names[i], names[j]) for i, j in pairs], np.float32).reshape(-1, link_features.COUNT)
    return Window([CLS, *ids, SEP], [NO_TAG, *tags, NO_TAG], [s[0] for s in spans], [s[1] for s in spans], [s[2] for s in spans],
                  [i for i, _ in pairs], [j for _, j in pairs], [spans[i][3] == spans[j][3] for i, j in pairs], table)
