import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOf, nextIn } from '../../../src/app/document/article.ts';
import { actorsOf, actorSpans, passagesOf } from '../../../src/app/document/passages.ts';
import type { Assertion, Span } from '../../../src/model/index.ts';
import { actor, says } from '../builders.ts';

const TEXT = 'Niger expelled French troops. Mali (AES) met Niger in Bamako; the Nigerien side was glad.';

/** An assertion that rests on some words of the text. */
function quoting(
  words: string,
  source: string,
  relation: string,
  target: string,
  spans: Partial<Record<'source' | 'target', string>> = {},
): Assertion {
  const said = says(source, relation, target);
  const spanOf = (some: string | undefined): Span[] =>
    some === undefined ? [] : [[TEXT.indexOf(some), TEXT.indexOf(some) + some.length]];
  const [[start, end]] = spanOf(words) as [Span];
  const evidence = {
    ...said.evidence[0]!,
    start,
    end,
    quote: words,
    source: spanOf(spans.source),
    target: spanOf(spans.target),
  };
  return { ...said, evidence: [evidence] };
}

const ASSERTIONS = [
  quoting('Mali (AES) met Niger in Bamako', 'mali', 'met-with', 'niger', { source: 'Mali' }),
  quoting('Niger expelled French troops.', 'niger', 'expelled', 'france', {
    source: 'Niger',
    target: 'French troops',
  }),
  quoting('Niger in Bamako; the Nigerien side', 'niger', 'trades-with', 'mali'),
  {
    ...quoting('Niger', 'chad', 'met-with', 'togo'),
    evidence: [{ ...says('a', 'aid', 'b').evidence[0]!, document: 'other' }],
  },
];
const passages = passagesOf(ASSERTIONS, 'daily');
const ACTORS = [
  actor('niger', 'country', { aliases: ['Nigerien', 'NE'] }),
  actor('mali', 'country', { aliases: ['Bamako', 'AES (Mali)'] }),
  actor('france', 'country', { aliases: ['French'] }),
];

describe('the quotes of a document', () => {
  it('come in order of its text, those of other documents left out', () => {
    expect(passages.map(({ assertion }) => assertion.relation)).toEqual([
      'expelled',
      'met-with',
      'trades-with',
    ]);
  });

  it('are about actors, who is in most of them first', () => {
    expect(actorsOf(passages)).toEqual(['niger', 'mali', 'france']);
  });
});

describe('names in the text', () => {
  const spans = actorSpans(TEXT, passages, ACTORS).map(({ start, end, actor: id }) => [
    TEXT.slice(start, end),
    id,
  ]);

  it('are those of the quotes, and all others of the same actors', () => {
    expect(spans).toEqual([
      ['Niger', 'niger'],
      ['French troops', 'france'],
      ['Mali', 'mali'],
      ['Niger', 'niger'],
      ['Bamako', 'mali'],
      ['Nigerien', 'niger'],
    ]);
  });

  it('may hold any character', () => {
    const odd = [actor('x', 'person', { name: 'A.B-(C)/[D]+?', aliases: ['Ünal'] })];
    const text = 'A.B-(C)/[D]+? saw AxB, Ünal and Ünals.';
    expect(actorSpans(text, [], odd).map(({ start, end }) => text.slice(start, end))).toEqual([
      'A.B-(C)/[D]+?',
      'Ünal',
    ]);
  });
});

describe('the blocks of a text', () => {
  const spans = actorSpans(TEXT, passages, ACTORS);

  it('are the text again, whatever is marked', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1, max: 2 }), (current) => {
        const blocks = blocksOf(TEXT, passages, spans, current);
        expect(blocks.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join('')).toBe(TEXT);
        const quoted = blocks
          .flatMap(({ pieces }) => pieces)
          .filter(({ marks }) => marks.includes('quote'))
          .map(({ text }) => text)
          .join('');
        expect(quoted).toBe(passages[current]?.evidence.quote ?? '');
      }),
    );
  });

  it('hold quotes that overlap together, and name their actors', () => {
    const blocks = blocksOf(TEXT, passages, spans, 0);
    expect(blocks.map((block) => block.passages)).toEqual([[0], [], [1, 2], []]);
    const [first] = blocks;
    expect(first!.pieces.find(({ text }) => text === 'Niger')).toMatchObject({ actor: 'niger' });
    expect(first!.pieces.find(({ text }) => text === 'French troops')?.marks).toContain('target');
  });

  it.each([
    [[1, 2], -1, 1],
    [[1, 2], 1, 2],
    [[1, 2], 2, 1],
    [[0], 0, 0],
    [[3], 1, 3],
  ])('%j, after quote %i, lead to %i', (own, current, next) => {
    expect(nextIn({ passages: own }, current)).toBe(next);
  });
});
