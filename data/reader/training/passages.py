"""Labelled passages with slots (README of the passages): each time they are filled with other actors."""
import glob
import json
import os
import random
import re

from sentences import sentences
from tables import names_of, people

SLOT = re.compile(r'\[([A-Z])(?::(\w+)|=([^\]]*))?\]')
OPENS = re.compile(r'(?:^|[.!?]["”]?\s|\n)["“]?$')
COUNTRY, ORGANISATION, GROUP, MISSION, PERSON = 'ABCDEF', 'OPQ', 'GH', 'MN', 'Z'
SURNAMES = 'Ferrand Okoye Lindqvist Marchetti Haddad Novak Tanaka Moreau Castillo Adeyemi Berg Rahimi Kovacs Silva'.split()


def load(folder):
    passages = []
    for path in sorted(glob.glob(os.path.join(folder, '*.jsonl'))):
        with open(path, encoding='utf-8') as lines:
            passages += [json.loads(line) for line in lines if line.strip()]
    return passages


class Filler:
    def __init__(self, all_countries):
        self.countries = all_countries
        self.organisations = names_of('organisations.tsv', {'igo', 'alliance', 'bloc', 'company', 'agency'})
        self.groups = names_of('groups.tsv')
        self.missions = names_of('missions.tsv')

    def __call__(self, passage):
        """(text, actors, relations) as of a labelled text."""
        letters = sorted({m.group(1) for m in SLOT.finditer(passage['t'])})
        cast = dict(zip([x for x in letters if x in COUNTRY], random.sample(self.countries, len(letters))))
        for kinds, names in ((ORGANISATION, self.organisations), (GROUP, self.groups), (MISSION, self.missions)):
            some = [x for x in letters if x in kinds]
            cast.update(zip(some, random.sample(names, len(some))))
        leaders = {x: self.leader(cast.get(x)) for x in letters}
        text, actors, last = '', {}, 0
        for m in SLOT.finditer(passage['t']):
            text += passage['t'][last:m.start()]
            words = self.words(m, cast, leaders)
            if OPENS.search(text):
                words = words[0].upper() + words[1:]
            actors.setdefault(m.group(1), (kind_of(m.group(1)), []))[1].append((len(text), len(text) + len(words)))
            text, last = text + words, m.end()
        text += passage['t'][last:]
        return text, actors, [self.relation(line, text) for line in passage['r']]

    @staticmethod
    def relation(line, text):
        """`A expelled B planned @2`: stated by the second sentence; without `@`, by every sentence with both actors."""
        source, relation, target, *more = line.split()
        spans = sentences(text)
        cited = [span for word in more if word[0] == '@' for span in spans[int(word[1:]) - 1:int(word[1:])]]
        said = [' '.join(text[a:b].split()) for a, b in cited]
        status = next((word for word in more if word[0] != '@'), 'actual')
        return source, relation, target, status, False, set(said) or None

    @staticmethod
    def leader(actor):
        names = getattr(actor, 'leaders', None)
        return random.choice(names)[0].split()[-1] if names else random.choice(SURNAMES)

    @staticmethod
    def words(m, cast, leaders):
        letter, kind, fixed = m.groups()
        if fixed is not None:
            return fixed
        actor = cast.get(letter)
        if letter in PERSON or kind == 'lead':
            return leaders[letter]
        if kind == 'Lead':
            return random.choice(['President ', 'Prime Minister ', '']) + leaders[letter]
        if letter in COUNTRY:
            if kind == 'adj':
                return actor.adjectives[0]
            if kind == 'ppl':
                return people(actor.adjectives[0])
            return random.choice(actor.capitals) if kind == 'cap' else random.choice([actor.name] * 4 + actor.short[:2])
        return actor


def kind_of(letter):
    return 0 if letter in COUNTRY else 2 if letter in MISSION else 3 if letter in PERSON else 1
