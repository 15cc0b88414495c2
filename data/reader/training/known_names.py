"""Which known country a mention names, found as src/ontology/lookup.ts finds it: the longest known name first.

Names of organisations, groups, missions, officials and decoys count too: who finds "Bank of England" does not find England.
"""
import re
import unicodedata

from tables import DATA, items, rows

# "U.S." and "D.R.C." are one word; "J. Smith" is two; "+" is a word.
WORD = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_](?![^\W_])\.?(?:['’]s(?![^\W_]))?"
                  r"|[^\W_][^\W_\u0300-\u036f]*(?:[\u0300-\u036f]+[^\W_]*)*(?:['’‘ʼʻ`´][^\W_\u0300-\u036f]+)*|[+&]")
BASE = str.maketrans({'ø': 'o', 'ł': 'l', 'đ': 'd', 'ð': 'd', 'þ': 'th', 'ß': 'ss', 'æ': 'ae', 'œ': 'oe', 'ı': 'i', 'ə': 'a'})
MARKS = re.compile(r"[\u0300-\u036f.'’‘ʼʻ`´]")
BREAK = re.compile(r'[,;:!?()\[\]{}…\n]')
BESIDES = ('organisation:european-union', 'organisation:united-nations')


class Word:
    def __init__(self, written, apart):
        self.plain = {'+': 'plus', '&': 'and'}.get(written) or MARKS.sub('', unicodedata.normalize('NFD', written.lower())).translate(BASE)
        self.capital = any(c.isupper() for c in written)
        self.capitals = self.capital and not any(c.islower() for c in written)
        self.apart = apart


def words_of(text):
    words, last = [], 0
    for m in WORD.finditer(text):
        written = re.sub(r"['’]s$", '', m.group(), flags=re.I)
        between = text[last:m.start()]
        word = Word(written, bool(words) and bool(BREAK.search(between) or ('.' in between and len(words[-1].plain) > 3)))
        if word.plain:
            words.append(word)
            last = m.start() + len(written)
    return words


def name_of(words):
    return ' '.join(w.plain for w in words)


def without_article(words):
    return words[1:] if len(words) > 1 and words[0].plain == 'the' else words


class KnownNames:
    """Called with words: the id of the country, of the European Union or of the United Nations that they name first, or None."""

    def __init__(self):
        self.entries, self.longest = {}, 1
        for rank, row, words in self.names():
            self.add(rank, row['id'], words, alone=False)
        for row in rows('officials.tsv'):
            for words in [row['name'], *items(row.get('aliases'))]:
                self.add(9, None, words, alone=words != row['name'] and len(words_of(words)) == 1)
        for found in self.entries.values():
            found.sort(key=lambda entry: entry[0])
        with open(f'{DATA}/decoys.txt', encoding='utf-8') as lines:
            names = [line.strip() for line in lines if line.strip() and not line.startswith('#')]
        self.decoys = {name_of(without_article(words_of(name))) for name in names}
        self.longest = max(name.count(' ') + 1 for name in [*self.entries, *self.decoys])

    @staticmethod
    def names():
        for file, columns in (('countries.tsv', ('short', 'seats', 'demonyms', 'capitals', 'former')),
                              ('organisations.tsv', ('aliases',)), ('groups.tsv', ('aliases',)), ('missions.tsv', ('aliases',))):
            for row in rows(file):
                yield 0, row, row['name']
                for rank, column in enumerate(columns, 1):
                    for words in items(row.get(column)):
                        yield rank, row, words

    def add(self, rank, actor, words, alone):
        written = without_article(words_of(words))
        name = name_of(written)
        if name:
            acronym = len(name) <= 4 and all(w.capitals for w in written)
            self.entries.setdefault(name, []).append((rank, actor, acronym, any(w.capital for w in written), alone))

    def __call__(self, text):
        words, at = words_of(text), 0
        while at < len(words):
            taken = 1
            for length in range(self.reach(words, at), 0, -1):
                some = words[at:at + length]
                if name_of(some) in self.decoys and any(w.capital for w in some):
                    taken = length
                    break
                if found := self.running(some):
                    for actor in found:
                        if actor and (actor.startswith('country:') or actor in BESIDES):
                            return actor
                    taken = length
                    break
            at += taken
        return None

    def reach(self, words, at):
        length = 1
        while length < self.longest and at + length < len(words) and not words[at + length].apart:
            length += 1
        return length

    def running(self, words):
        """Actors of the name as it stands in a text; None for an official's."""
        capital, capitals = any(w.capital for w in words), all(w.capitals for w in words)
        return [actor for _, actor, acronym, needs_capital, alone in self.entries.get(name_of(words), ())
                if not alone and (capitals or not acronym) and (capital or not needs_capital)]
