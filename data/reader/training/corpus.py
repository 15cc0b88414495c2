"""Labelled texts: loading, places of the actors, and renaming of countries.

A text is (text, actors, relations): actors maps a name to (type index, [(start, end)]), relations are
(source, relation, target, status, optional, set of sentence texts).
"""
import glob
import json
import os
import random
import re

from tables import countries

TYPES = ['country', 'organisation', 'mission', 'person']
LETTER = re.compile(r'\w')


def load(folders, leave_out=(), only=None):
    """(text, labels) of each labelled text in the folders."""
    texts = []
    for path in [path for folder in folders for path in sorted(glob.glob(os.path.join(folder, '*.json')))]:
        name = os.path.basename(path)[:-5]
        if name in leave_out or (only is not None and name not in only):
            continue
        with open(path, encoding='utf-8') as file:
            labels = json.load(file)
        with open(path[:-5] + '.txt', encoding='utf-8') as file:
            text = re.sub(r'\A---\n.*?\n---\n', '', file.read(), flags=re.S).strip()
        texts.append((text, labels))
    return texts


def places(text, entities):
    """Every name and alias, the longest first, whole words only."""
    names = sorted(((w, e) for e in entities for w in [e['name'], *e['aliases']] if w), key=lambda p: -len(p[0]))
    taken, found = bytearray(len(text)), {}
    for words, entity in names:
        at = text.find(words)
        while at != -1:
            end = at + len(words)
            whole = not (at and LETTER.match(text[at - 1]) and LETTER.match(text[at])) and not (
                end < len(text) and LETTER.match(text[end]) and LETTER.match(text[end - 1]))
            if whole and not any(taken[at:end]):
                taken[at:end] = b'\1' * len(words)
                found.setdefault(entity['name'], (TYPES.index(entity['type']), []))[1].append((at, end))
            at = text.find(words, at + 1)
    return found


class Renaming:
    """Gives the countries of a text other names, each form by a form of the same kind."""

    def __init__(self, all_countries):
        self.all = all_countries
        self.by_name = {name: c for c in all_countries for name in [c.name, *c.short]}

    def __call__(self, text, labels):
        here = [c for e in labels['entities'] if e['type'] == 'country' for c in [self.by_name.get(e['name'])] if c]
        others = random.sample([c for c in self.all if c not in here], len(set(here)))
        forms = {}
        for old, new in zip(dict.fromkeys(here), others):
            forms.update(self.forms(old, new))
        if not forms:
            return text, labels
        pattern = re.compile(r'(?<!\w)(' + '|'.join(re.escape(w) for w in sorted(forms, key=len, reverse=True)) + r')(?!\w)')
        swap = lambda words: pattern.sub(lambda m: forms[m.group()], words)
        entities = [dict(e, name=swap(e['name']), aliases=[swap(a) for a in e['aliases']]) for e in labels['entities']]
        relations = [dict(r, source=swap(r['source']), target=swap(r['target']), evidence=[swap(q) for q in r['evidence']])
                     for r in labels['relations']]
        return swap(text), dict(labels, entities=entities, relations=relations)

    @staticmethod
    def forms(old, new):
        forms = {name: new.name for name in [old.name, *old.short]}
        forms.update({a: new.adjectives[i] if i < len(new.adjectives) and i == 0 else new.adjectives[min(i, len(new.adjectives) - 1)]
                      for i, a in enumerate(old.adjectives)})
        forms.update({capital: new.capitals[0] for capital in old.capitals})
        for (name, _), (other, _) in zip(old.leaders, random.sample(new.leaders, len(new.leaders))):
            forms[name] = other
            forms[name.split()[-1]] = other.split()[-1]
        return forms


def prepared(text, labels):
    """A labelled text in the form above."""
    relations = [(r['source'], r['relation'], r['target'], r['status'], bool(r.get('optional')),
                  {' '.join(q.split()) for q in r['evidence']}) for r in labels['relations']]
    return text, places(text, labels['entities']), relations
