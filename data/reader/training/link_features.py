"""What the link scorer is told of two mentions beside their vectors; as src/reader/link-features.ts."""
import collections
import math
import re

PRONOUNS = set('it its they their them he him his he she her we our us i my itself themselves'.split())
COUNT = 12
ACRONYM = re.compile(r'[A-Z]\w+')

# first: index of its first word piece
Name = collections.namedtuple('Name', 'plain known acronym pronoun capital first')


def plain_words(words):
    return re.sub(r'^the ', '', re.sub(r'[^a-z0-9]+', ' ', words.lower()).strip(' '))


def describe(words, first, known):
    plain = plain_words(words)
    return Name(plain, known(words), ''.join(m[0] for m in ACRONYM.findall(words)).lower(), plain in PRONOUNS,
                words[:1].isupper(), first)


def features(a, b):
    """a: the later mention, b: the earlier one."""
    return [float(x) for x in (
        a.plain == b.plain,
        a.known is not None and a.known == b.known,
        a.known is not None and b.known is not None and a.known != b.known,
        a.known is not None,
        b.known is not None,
        a.acronym == b.plain.replace(' ', '') or b.acronym == a.plain.replace(' ', ''),
        a.plain in b.plain or b.plain in a.plain,
        a.pronoun,
        b.pronoun,
        a.capital,
        b.capital,
        math.log1p(abs(a.first - b.first)) / 5,
    )]
