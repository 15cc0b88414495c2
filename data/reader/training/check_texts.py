#!/usr/bin/env python3
"""Says what is wrong with labelled texts.

usage: check_texts.py LABELS.json [LABELS.json …]
The text stands beside its labels, in NAME.txt. Prints file and reason; ends with 1 where there is any.
"""
import os
import re
import sys

import corpus
from pairs import RELATIONS, STATUS

PRONOUNS = set('i we us our you it its they them their he him his she her'.split())
DATE = re.compile(r'(?:\.\.|\d{4}(?:-\d\d){0,2})(?:/(?:\.\.|\d{4}(?:-\d\d){0,2}))?')


def faults(text, labels):
    names = [entity['name'] for entity in labels['entities']]
    flat = ' '.join(text.split())
    if len(set(names)) < len(names):
        yield 'two entities have one name'
    for entity in labels['entities']:
        if entity['type'] not in corpus.TYPES:
            yield f'{entity["name"]}: {entity["type"]} is no type'
        for alias in entity['aliases']:
            if alias not in text:
                yield f'{entity["name"]}: the text has no "{alias}"'
            elif alias.lower() in PRONOUNS and alias != 'US':
                yield f'{entity["name"]}: "{alias}" is a pronoun, which may stand for others elsewhere'
    for one in labels['relations']:
        said = ' '.join([one['source'], one['relation'], one['target'], one['status']])
        if not {one['source'], one['target']} <= set(names) or one['source'] == one['target']:
            yield f'{said}: no two of the entities'
        if one['relation'] not in RELATIONS or one['status'] not in STATUS:
            yield f'{said}: no such relation or status'
        if one['when'] and not DATE.fullmatch(one['when']):
            yield f'{said}: {one["when"]} is no date'
        for quote in one['evidence']:
            if ' '.join(quote.split()) not in flat:
                yield f'{said}: the text has no "{quote}"'
        if not one['evidence']:
            yield f'{said}: no evidence'


def main():
    found = 0
    for path in sys.argv[1:]:
        folder, name = os.path.split(path)
        for text, labels in corpus.load([folder or '.'], only={name[:-5]}):
            for fault in faults(text, labels):
                found = 1
                print(f'{path}: {fault}')
    sys.exit(found)


if __name__ == '__main__':
    main()
