"""Other words of like use in place of some that a reading holds, outside its actors."""
import random

import numpy as np

from pairs import COUNT, tokenizer

# So many others for each word, and the chance that a word gives way.
NEAREST, SHARE = 30, 0.2
OPENING, CLOSING = range(1, 9), range(9, 11)
PIECES = [tokenizer.id_to_token(k) for k in range(tokenizer.get_vocab_size())]
WORD = np.array([piece.isascii() and piece.isalpha() and len(piece) > 3 for piece in PIECES])
TAIL = np.array([piece.startswith('##') for piece in PIECES])


def near(words, found):
    """For each piece that is a whole word and occurs in the readings, those nearest to it in a network's table of words;
    for all others none (rows of zeros)."""
    out = np.zeros((len(PIECES), NEAREST), np.int32)
    unit = words / np.linalg.norm(words, axis=1, keepdims=True)
    others = np.flatnonzero(WORD)
    here = np.unique(np.concatenate([one.ids for one in found]))
    here = here[WORD[here]]
    for some in np.array_split(here, max(1, len(here) // 1000)):
        like = unit[some] @ unit[others].T
        like[others[None] == some[:, None]] = -1
        out[some] = others[np.argpartition(-like, NEAREST, axis=1)[:, :NEAREST]]
    return out


def replaced(one, table):
    """The reading with other words; what is labelled holds no more."""
    ids = np.array(one.ids)
    inside = np.cumsum(np.isin(ids, OPENING).astype(int) - np.isin(ids, CLOSING))
    whole = ~np.append(TAIL[ids[1:]], False)
    give = (table[ids, 0] > 0) & (inside == 0) & whole
    places = [place for place in np.flatnonzero(give) if random.random() < SHARE]
    for place in places:
        ids[place] = random.choice(table[ids[place]])
    return one._replace(ids=ids.tolist(), stated=[[] for _ in one.stated], open=[list(range(2 * COUNT)) for _ in one.open])
