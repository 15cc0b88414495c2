import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marksOf } from '../../src/app/document/marks.ts';
import { webAddress } from '../../src/app/document/webAddress.ts';
import { ALL_TIME, NO_FILTERS, shownTies, standingAt } from '../../src/app/filters/filters.ts';
import { partnersOf, tiesByRelation } from '../../src/app/inspector/actorTies.ts';
import { evidenceOf } from '../../src/app/inspector/evidence.ts';
import { segmentsOf } from '../../src/app/inspector/segments.ts';
import { datesInWords, sentenceOf } from '../../src/app/inspector/words.ts';
import { corpus, says } from './builders.ts';

describe('a quote with its marks', () => {
  const show = (text: string, offset: number, spans: [number, number, 'source' | 'target' | 'quote'][]) =>
    segmentsOf(
      text,
      offset,
      spans.map(([start, end, mark]) => ({ span: [start, end], mark })),
    )
      .map((s) => (s.marks.length > 0 ? `[${s.marks.join('+')}:${s.text}]` : s.text))
      .join('');

  it.each([
    [
      'source and target',
      [
        [100, 105, 'source'],
        [115, 121, 'target'],
      ],
      '[source:Niger] expelled [target:France].',
    ],
    [
      'overlapping marks',
      [
        [100, 121, 'quote'],
        [100, 105, 'source'],
      ],
      '[quote+source:Niger][quote: expelled France].',
    ],
    ['a mark that starts before the quote', [[90, 105, 'source']], '[source:Niger] expelled France.'],
    [
      'a mark that lies outside',
      [
        [10, 20, 'source'],
        [500, 510, 'target'],
      ],
      'Niger expelled France.',
    ],
    ['an empty mark', [[103, 103, 'source']], 'Niger expelled France.'],
  ] as [string, [number, number, 'source' | 'target' | 'quote'][], string][])(
    'shows %s',
    (_, spans, shown) => {
      expect(show('Niger expelled France.', 100, spans)).toBe(shown);
    },
  );

  it('never loses or doubles a character', () => {
    const span = fc.tuple(fc.integer({ min: -5, max: 40 }), fc.integer({ min: -5, max: 40 }));
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.array(span), (text, spans) => {
        const marked = spans.map((s) => ({ span: s, mark: 'source' as const }));
        expect(
          segmentsOf(text, 0, marked)
            .map((s) => s.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });

  it('marks the quote in the whole text at its offsets', () => {
    const text = 'Before. Niger expelled France. After.';
    const evidence = { ...says('a', 'aid', 'b').evidence[0]!, start: 8, end: 30, source: [[8, 13]] as const };
    const quoted = segmentsOf(text, 0, marksOf(evidence)).filter((s) => s.marks.includes('quote'));
    expect(quoted.map((s) => s.text).join('')).toBe('Niger expelled France.');
  });
});

describe('the address of a document', () => {
  it.each([
    ['https://example.org/a', 'https://example.org/a'],
    ['http://example.org/', 'http://example.org/'],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['/relative', null],
    [null, null],
  ])('%s becomes the link %s', (url, link) => {
    expect(webAddress(url)).toBe(link);
  });
});

describe('a tie in words', () => {
  const only = (...assertions: Parameters<typeof corpus>[0]) => corpus(assertions).ties[0]!;
  const name = (id: string) => id.toUpperCase();

  it('reads as a sentence', () => {
    expect(sentenceOf(only(says('niger', 'expelled', 'france')), name)).toBe('NIGER expelled FRANCE');
  });

  it.each([
    ['a state under way', says('a', 'allied-with', 'b', { when: '2018' }), 'since 2018'],
    [
      'a state known from a report only',
      says('a', 'allied-with', 'b', { reported: '2024-03' }),
      'in force by March 2024',
    ],
    ['an event', says('a', 'met-with', 'b', { when: '2024-03-26' }), '26 March 2024'],
    ['an event known from a report only', says('a', 'met-with', 'b', { reported: '2024' }), 'by 2024'],
    ['an undated event', says('a', 'met-with', 'b'), 'undated'],
    ['a plan', says('a', 'met-with', 'b', { status: 'planned', when: '2026' }), 'no date of its own'],
    ['a state with an end', says('a', 'allied-with', 'b', { when: '2019/2022' }), '2019 – 2022'],
  ])('has the dates of %s', (_, assertion, words) => {
    expect(datesInWords(only(assertion))).toBe(words);
  });

  it('names when it ended', () => {
    const c = corpus([
      says('france', 'deployed-in', 'niger', { when: '2013' }),
      says('niger', 'expelled', 'france', { when: '2023-12' }),
    ]);
    const tie = c.ties.find((t) => t.relation === 'deployed-in')!;
    expect(datesInWords(tie)).toBe('2013 – December 2023');
    expect(evidenceOf(c, tie).map((s) => [s.title, s.items.length])).toEqual([
      ['', 1],
      ['Ended by', 1],
    ]);
  });

  it('keeps what denies it apart from what states it', () => {
    const c = corpus([
      says('a', 'attacked', 'b', { status: 'alleged' }),
      says('a', 'attacked', 'b', { status: 'denied', by: 'wire' }),
    ]);
    expect(evidenceOf(c, c.ties[0]!).map((s) => s.title)).toEqual(['', 'Denied']);
  });
});

describe('the panel of an actor', () => {
  const c = corpus([
    says('niger', 'expelled', 'france'),
    says('france', 'accuses', 'niger'),
    says('italy', 'met-with', 'niger'),
    says('mali', 'allied-with', 'niger'),
    says('mali', 'met-with', 'france'),
  ]);
  const shown = shownTies(c, c.ties, NO_FILTERS, standingAt(c, ALL_TIME));

  it('reads ties from the actor, cooperation first', () => {
    expect(tiesByRelation('niger', shown).map((group) => group.label)).toEqual([
      'is allied with',
      'met with',
      'is accused or criticised by',
      'expelled',
    ]);
  });

  it('lists partners with their ties by sign', () => {
    expect(partnersOf('niger', shown)).toEqual([
      { id: 'france', cooperation: 0, conflict: 2, structure: 0 },
      { id: 'italy', cooperation: 1, conflict: 0, structure: 0 },
      { id: 'mali', cooperation: 1, conflict: 0, structure: 0 },
    ]);
  });
});
