"""Names of countries, organisations and missions from the tables in data/, to fill slots and to rename."""
import os
import random

DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..')


def rows(file):
    with open(os.path.join(DATA, file), encoding='utf-8') as lines:
        table = [line.rstrip('\n').split('\t') for line in lines if line.strip() and not line.startswith('#')]
    return [dict(zip(table[0], row)) for row in table[1:]]


def items(cell):
    return [item for item in (cell or '').split('|') if item]


class Country:
    def __init__(self, row, leaders):
        self.id, self.name = row['id'], row['name']
        self.adjectives, self.capitals, self.short = items(row['demonyms']), items(row['capitals']), items(row['short'])
        self.leaders = leaders


def countries():
    """Countries with an adjective, a capital and a leader: the ones that every kind of slot can be filled with."""
    leaders = {}
    for row in rows('officials.tsv'):
        leaders.setdefault(row['actor'], []).append((row['name'], row['office']))
    found = [Country(row, leaders.get(row['id'], [])) for row in rows('countries.tsv')]
    return [c for c in found if c.adjectives and c.capitals]


def names_of(file, subtypes=None):
    """(name, leader or None) of the rows of a table."""
    return [row['name'] for row in rows(file) if subtypes is None or row.get('subtype') in subtypes]


def people(adjective):
    """French → the French, German → Germans."""
    return f'the {adjective}' if adjective.endswith(('sh', 'ch', 'ese', 'ss')) else f'{adjective}s'


def pick(choices):
    return random.choice(choices)
