#!/usr/bin/env python3
"""Says what is wrong with labelled passages.

usage: check_passages.py FILE.jsonl [FILE.jsonl …]
Prints file, line and reason; ends with 1 where there is any.
"""
import json
import random
import re
import sys

from pairs import RELATIONS, STATUS, SYMMETRIC
from passages import COUNTRY, Filler, PERSON, SLOT
from sentences import sentences
from tables import countries

FORMS = {None, 'adj', 'ppl', 'cap', 'lead', 'Lead'}
everywhere = countries()
NAMES = re.compile(r'(?<!\w)(' + '|'.join(re.escape(w) for c in everywhere for w in [c.name, *c.adjectives, *c.capitals]) + r')(?!\w)')


def faults(passage, fill):
    text, relations = passage['t'], passage['r']
    slots = [m.groups() for m in SLOT.finditer(text)]
    letters = {letter for letter, _, _ in slots}
    outside = SLOT.sub('', text)
    if '[' in outside or ']' in outside:
        yield 'a bracket that is no slot'
    if found := NAMES.search(outside):
        yield f'"{found.group()}" stands outside a slot'
    for letter, form, _ in slots:
        if form not in FORMS or (form in ('adj', 'ppl', 'cap') and letter not in COUNTRY):
            yield f'[{letter}:{form}] is no slot'
    if unknown := letters - set('ABCDEFOPQGHMNZ'):
        yield f'{unknown}: no such letters'
        return
    # A name that ends with a full stop joins two sentences: the passage is sound when other names keep them apart.
    count = max(len(sentences(fill(passage)[0])) for _ in range(3))
    seen = set()
    for line in relations:
        source, relation, target, *more = line.split()
        status = [w for w in more if w[0] != '@']
        if relation not in RELATIONS:
            yield f'{relation}: no such relation'
        elif len(status) > 1 or any(w not in STATUS for w in status):
            yield f'{line}: no such status'
        for actor in (source, target):
            if actor not in letters or actor in PERSON or source == target:
                yield f'{line}: {actor} cannot take part'
        for word in more:
            if word[0] == '@' and not 0 < int(word[1:]) <= count:
                yield f'{line}: there is no such sentence'
        ends = tuple(sorted((source, target))) if relation in SYMMETRIC else (source, target)
        key = (ends, relation, *status)
        if key in seen:
            yield f'{line}: said twice'
        seen.add(key)


def main():
    random.seed(1)
    fill, bad, texts = Filler([c for c in everywhere if c.leaders]), 0, set()
    for path in sys.argv[1:]:
        with open(path, encoding='utf-8') as lines:
            for number, line in enumerate(lines, 1):
                try:
                    passage = json.loads(line)
                    reasons = list(faults(passage, fill))
                except (ValueError, KeyError, TypeError) as error:
                    passage, reasons = {'t': line}, [f'not a passage: {error}']
                if passage['t'] in texts:
                    reasons.append('stands here twice')
                texts.add(passage['t'])
                for reason in reasons:
                    print(f'{path}:{number}: {reason}')
                bad += bool(reasons)
    print(f'{len(texts)} passages, {bad} with faults')
    raise SystemExit(bool(bad))


if __name__ == '__main__':
    main()
