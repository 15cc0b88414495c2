import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type RelationId, relationSpec } from '../../src/ontology/relations/index.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import { isEdtf } from '../../src/time/edtf.ts';
import type { Dating } from '../../src/time/choices.ts';
import { storyOf } from '../../src/time/story.ts';
import type { ToldAct } from '../../src/time/told.ts';
import { likeliest } from '../../src/time/weigh.ts';
import { withMentions } from './mentions.ts';

/** The act is that of the marked mentions: the first acts on the second. "[Mali] expelled [France]." */
function read(
  marked: string,
  published: string | null,
  {
    relation = 'expelled',
    ...told
  }: Partial<Pick<ToldAct, 'kind' | 'status'>> & { relation?: RelationId } = {},
): Dating | null {
  const { text, at: places } = withMentions(marked);
  const sentences = splitSentences(text);
  const index = sentences.findIndex(([start, end]) => places.some((p) => start <= p.start && p.end <= end));
  const [start] = sentences[index]!;
  const at = places.map((place) => ({ start: place.start - start, end: place.end - start }));
  const choices = storyOf(
    text,
    sentences,
    published,
  )({
    sentence: index,
    at,
    actorEnd: at[0]!.end,
    kind: 'deed',
    cues: relationSpec(relation).cues,
    isEnding: relationSpec(relation).ending ?? false,
    status: 'actual',
    ...told,
  });
  const choice = likeliest(choices);
  return choice && { edtf: choice.edtf, from: choice.from };
}

const edtf = (...args: Parameters<typeof read>) => read(...args)?.edtf ?? null;

describe('the lines of a chronicle', () => {
  const lines = (entry: string) =>
    `The row\n\n22 April 2025: Gunmen kill 26 people.\n\n23 April: Delhi replies.\n\n24 April: ${entry}\n`;

  test('date all that they tell, in any tense', () => {
    expect(edtf(lines('The border falls silent. [Chad] bars the planes of [Togo].'), null)).toBe('2025-04');
    expect(edtf(lines('All trade is stopped. [Chad] has shut its airspace to [Togo].'), null)).toBe(
      '2025-04',
    );
  });

  test('tell no more than the year of what had been before, and nothing of what will be', () => {
    expect(edtf(lines('All trade is stopped. [Chad] had shut its airspace to [Togo].'), null)).toBe('2025');
    expect(edtf(lines('All trade is stopped. [Chad] will shut its airspace to [Togo].'), null)).toBeNull();
  });

  test('are three at least: one line with a date is none', () => {
    const text = 'The row\n\n24 April 2025: All trade is stopped. [Chad] has shut its airspace to [Togo].\n';
    expect(edtf(text, null)).toBeNull();
  });
});

test('the line that says when a text was written dates no act', () => {
  const text = (line: string) => `A row\n\n${line}\n\nTogo has kept silent.`;
  expect(edtf(text('By Ana Cruz in [Chad], for [Togo] Today, 22 December 2023'), '2023-12-22')).toBeNull();
  expect(edtf(text('[Chad] attacks [Togo] on 22 December 2023'), '2023-12-22')).toBe('2023-12-22');
});

describe('a date in the sentences before', () => {
  const rows: readonly (readonly [string, string | null])[] = [
    // What counts from it is told to the day.
    [
      'The army seized power on 26 July 2021. The next day [Chad] recalled its envoy to [Togo].',
      '2021-07-27',
    ],
    [
      'The army seized power on 26 July 2021. Two days later [Chad] closed its border with [Togo].',
      '2021-07-28',
    ],
    ['Talks began on 3 May 2019. That same evening [Chad] signed a pact with [Togo].', '2019-05-03'],
    ['Talks began on 3 May 2019. Within hours [Chad] had signed a pact with [Togo].', '2019-05-03'],
    ['Talks began in May 2019. The following month [Chad] signed a pact with [Togo].', '2019-06'],
    ['Talks began on 13 May 2019. The week before, [Chad] had signed a pact with [Togo].', '2019-05'],
    ['Talks began in May 2019. That autumn [Chad] signed a pact with [Togo].', '2019'],
    // What a sentence goes back to is beside the story, wherever it stands.
    [
      'Talks began on 3 May 2019 under the pact made in June 2012. The next day [Chad] signed with [Togo].',
      '2019-05-04',
    ],
    ['It stayed until 4 December 2020. That day [Chad] ended its accord with [Togo].', '2020-12-04'],
    ['The envoys met on 3 May 2019. On the 16th [Chad] signed a pact with [Togo].', '2019-05-16'],
    // What a count ties to a sentence is beside the story.
    [
      'Talks began on 3 May 2019, a year after Benin had left. The following month [Chad] signed with [Togo].',
      '2019-06',
    ],
    // The story goes on in the simple past: no more than the month is sure.
    ['The army seized power on 26 July 2021. [Chad] closed its border with [Togo].', '2021-07'],
    // The next paragraph is back in the news.
    ['The army seized power on 26 July 2021.\n\n[Chad] closed its border with [Togo].', '2024-06'],
    // What had been done before was done by that year.
    ['The army seized power on 26 July 2021. [Chad] had closed its border with [Togo].', '2021'],
    // Nothing dates what is done now in a story of another time, or will be, …
    ['The army seized power on 26 July 2021. [Chad] has closed its border with [Togo].', null],
    ['The army seized power on 26 July 2021. [Chad] will close its border with [Togo].', null],
    ['The army seized power on 26 July 2021. [Chad] repeatedly closed its border with [Togo].', null],
    // No story goes on from a date that only names a thing, a beginning, or the future.
    ['It began in 2012.\n\nThe 2015 accord is dead. [Chad] closed its border with [Togo].', '2024-06'],
    [
      'It began in 2012.\n\nThe mission has been there since 2015. [Chad] closed its border with [Togo].',
      '2024-06',
    ],
    [
      'It began in 2012.\n\nThe vote will be held on 3 May 2030. [Chad] closed its border with [Togo].',
      '2024-06',
    ],
  ];
  test.each(rows)('%s → %s', (marked, expected) => {
    expect(edtf(marked, '2024-06-20')).toBe(expected);
  });
});

describe('a text without a date', () => {
  test('is of the year of the latest day or month that its acts are dated by, but only perhaps', () => {
    const after = (rest: string) => `The army seized power on 26 July 2021.\n\nIt rained.\n\n${rest}`;
    expect(edtf(`In September [Chad] expelled [Togo].\n\n${after('It rained.')}`, null)).toBe('2021-09?');
    expect(edtf(after('In September 2021 [Chad] expelled [Togo].'), null)).toBe('2021-09');
    const since = '[Chad] has been barred from [Togo] since September.';
    expect(edtf(`${since}\n\n${after('It rained.')}`, null)).toBe('2021-09?/..');
  });

  test('has dates that are as uncertain as its own', () => {
    expect(edtf('On 3 May [Chad] expelled [Togo].', '2024-06-20?')).toBe('2024-05-03?');
    expect(edtf('On 3 May 2024 [Chad] expelled [Togo].', '2024-06-20?')).toBe('2024-05-03');
    expect(edtf('It rained. [Chad] expelled [Togo].', '2024-06-20?')).toBe('2024-06?');
  });

  test('keeps the year that a paragraph has named', () => {
    const text = 'It ended on 3 May 2021.\n\nIn June 2015 it rained. In July [Chad] expelled [Togo].';
    expect(edtf(text, null)).toBe('2015-07');
  });

  test.each([
    'The vote will be held in May 2031.',
    'The pact of May 2031 is dead.',
    'It has been so since May 2031.',
    'It has gone on until May 2031.',
    'The market grew in 2031.',
  ])(
    'is of no year that is to come, tells which thing is meant, how long it has been, or no month: %s',
    (line) => {
      expect(edtf(`In May [Chad] expelled [Togo].\n\n${line}`, null)).toBeNull();
    },
  );
});

describe('time words that are no date', () => {
  test.each([
    ['Last winter', null],
    ['The weekend before last', null],
    ['In the last week of December', null],
    ['Half a century ago', null],
    ['Years ago', null],
    ['Two years ago', '2023'],
    // In two months.
    ['Last week', null],
  ])('are those of the act, so that nothing else dates it: %s → %s', (words, expected) => {
    const text = `A decade ago it began.\n\nIn May 2019 it rained. ${words} [Chad] expelled [Togo].`;
    expect(edtf(text, '2025-01-10')).toBe(expected);
  });
});

test('a time that counts from the day of the text leaves its month', () => {
  expect(edtf('It rained.\n\nOver the last week, [Chad] expelled [Togo].', '2025-01-10')).toBe('2025-01');
  expect(edtf('It rained.\n\nIn the last quarter, [Chad] expelled [Togo].', '2025-01-10')).toBeNull();
});

describe('of several dates in the sentence', () => {
  const rows: readonly (readonly [string, RelationId, string])[] = [
    // The one beside the words that tell of the act.
    [
      'In August 2021 [Chad] cut ties with [Togo], and in September it shut its sky to it.',
      'cut-ties',
      '2021-08',
    ],
    ['[Togo], which [Chad] expelled in March 2020, was readmitted in May 2023.', 'expelled', '2020-03'],
    // A month without a year stays in the year that the sentence has named.
    ['In August 2021 rain fell, and in September [Chad] shut its sky to [Togo].', 'sanctioned', '2021-09'],
    // An opening date holds until the next.
    [
      'On 20 May 2002 the island was free, and in September 2003 [Chad] entered the [African Union].',
      'joined',
      '2003-09',
    ],
    // "In four years" is not what "four years later" says.
    ['[Chad] left in 2016, and four years later it was let back into [Togo].', 'joined', '2020'],
    // What goes away is gone when the "until" is over; what lasts has lasted till then.
    ['[Chad] kept troops in [Togo] until March 2021.', 'withdrew-from', '2021-03'],
    ['[Chad] kept troops in [Togo] until March 2021.', 'security-aid', '../2021-03'],
  ];
  test.each(rows)('%s %s → %s', (marked, relation, expected) => {
    expect(edtf(marked, '2024-06-20', { relation })).toBe(expected);
  });

  test('a plan is of the next such month, what is done of the last', () => {
    const planned = { status: 'planned' } as const;
    expect(edtf('[Chad] leaves [Togo] on 22 January.', '2024-06-20', planned)).toBe('2025-01-22');
    expect(edtf('[Chad] left [Togo] on 22 January.', '2024-06-20')).toBe('2024-01-22');
    // What was agreed on a day is a plan by now, but the day is over.
    expect(edtf('[Chad] agreed on 22 January to expel [Togo].', '2024-06-20', planned)).toBe('2024-01-22');
  });
});

describe('the date of the text', () => {
  const NEWS = 'Markets were calm. ';
  const speech = { kind: 'speech' } as const;
  const rows: readonly (readonly [string, string | null])[] = [
    [`${NEWS}[Chad] accused [Togo] of theft.`, '2024-06'],
    [`${NEWS}[Chad] says that [Togo] is a thief.`, '2024-06'],
    [`${NEWS}According to [Chad], thieves had come from [Togo].`, '2024-06'],
    // Not of habit, of what lasts, or of what was before.
    [`${NEWS}[Chad] has always accused [Togo] of theft.`, null],
    [`${NEWS}[Chad] never trusted [Togo].`, null],
    [`${NEWS}[Chad] for years accused [Togo] of theft.`, null],
    [`${NEWS}[Chad] is at odds with [Togo].`, null],
    [`${NEWS}[Chad] had accused [Togo] of theft.`, null],
    [`${NEWS}[Chad], which had accused others before, blamed [Togo].`, '2024-06'],
    [`${NEWS}[Chad], speaking by video because it had no visa, blamed [Togo].`, '2024-06'],
    [`${NEWS}[Chad] is standing by [Togo].`, '2024-06'],
    // A story of another time keeps its own, but who says something says it now.
    ['In 2019 the talks failed. [Chad] accused [Togo] of theft.', '2019'],
    ['In 2019 the talks failed. [Chad] says that [Togo] is a thief.', '2024-06'],
    ['In 2019 the talks failed. [Chad] suspects that [Togo], expelled from it, paid the rebels.', null],
    ['In 2019 the talks failed. [Chad] favours a soft line towards [Togo], aimed at peace.', null],
    // A year in passing tells no story.
    ['The talks have gone on since a coup that shook the region in 2019. [Chad] accused [Togo].', '2024-06'],
  ];
  test.each(rows)('is that of what is said: %s → %s', (marked, expected) => {
    expect(edtf(marked, '2024-06-20', speech)).toBe(expected);
  });

  test('is marked as such, so that it is not taken for a date in the text', () => {
    expect(read(`${NEWS}[Chad] accused [Togo].`, '2024-06-20', speech)).toEqual({
      edtf: '2024-06',
      from: 'document',
    });
    const accuses = { ...speech, relation: 'accuses' } as const;
    expect(read('On 3 May [Chad] accused [Togo].', '2024-06-20', accuses)).toEqual({
      edtf: '2024-05-03',
      from: 'sentence',
    });
    expect(read('It fell on 3 May. [Chad] accused [Togo].', '2024-06-20', accuses)?.from).toBe('story');
  });

  test('is no date of a plan, nor of a deed that is denied or claimed', () => {
    expect(
      edtf(`${NEWS}[Chad] accused [Togo].`, '2024-06-20', { kind: 'speech', status: 'planned' }),
    ).toBeNull();
    for (const status of ['denied', 'alleged'] as const) {
      expect(edtf(`${NEWS}[Chad] expelled [Togo].`, '2024-06-20', { status })).toBeNull();
      expect(edtf(`${NEWS}[Chad] accused [Togo].`, '2024-06-20', { kind: 'speech', status })).toBe('2024-06');
    }
  });

  test('is that of what is said now of a deed with a date of its own', () => {
    const told = { kind: 'speech', relation: 'accuses' } as const;
    expect(edtf('[Chad] condemns the raid that [Togo] led on 3 May.', '2024-06-20', told)).toBe('2024-06');
    expect(edtf('On 3 May [Chad] condemned a raid by [Togo].', '2024-06-20', told)).toBe('2024-05-03');
  });

  test.each([
    // A headline tells of its day, the text below of another time.
    ['[Chad] throws out envoy of [Togo]\n\nThe talks had begun in 2019.', '2024-06-20', '2024-06'],
    ['[Chad] to throw out envoy of [Togo] soon, it will say\n\nIt rained.', null, null],
    // A title may have a line above it.
    ['LIVE\n\n[Chad] throws out envoy of [Togo]\n\nThe talks had begun in 2019.', '2024-06-20', '2024-06'],
    // What the news says has been done was done lately, unless it stands in a story of another time.
    [`${NEWS}[Chad] has expelled the envoy of [Togo].`, '2024-06-20', '2024-06'],
    ['In 2019 the talks failed. [Chad] has expelled the envoy of [Togo].', '2024-06-20', null],
    // Where nothing behind the actor shows it, the rest of the sentence does.
    [`${NEWS}The minister received envoys from [Chad] and [Togo].`, '2024-06-20', '2024-06'],
  ])('in a title and in the perfect: %j, %s → %s', (marked, published, expected) => {
    expect(edtf(marked, published)).toBe(expected);
  });

  test('of an entry of a chronicle is that which opens it, though it is told in the present', () => {
    const chronicle = (last: string) =>
      `17 February 2008 – It began. [Chad] recognises [Togo].\n\n${last} – It rained.`;
    expect(edtf(chronicle('4 May 2010'), null)).toBe('2008-02');
  });

  test('is that of a deed that the text tells as news', () => {
    expect(edtf('The envoys met on Tuesday.\n\n[Chad] expelled an envoy of [Togo].', '2024-06-20')).toBe(
      '2024-06',
    );
    expect(edtf('It rained.\n\n[Chad] expelled an envoy of [Togo].', '2024-06-20')).toBe('2024-06');
  });

  test('is that of all entries of a text written as things happen', () => {
    const live = (line: string) => `Live\n\n10:05 Good morning.\n\n10:40 Rain.\n\n11:15 ${line}`;
    expect(edtf(live('[Chad] expels the envoy of [Togo].'), '2024-06-20')).toBe('2024-06');
    expect(edtf(live('[Chad] will expel the envoy of [Togo].'), '2024-06-20')).toBeNull();
  });
});

describe('what a date can belong to', () => {
  test.each([
    ['state', '[Chad], a member of [ECOWAS], voted in May 2023.', null],
    ['state', '[Chad] joined [ECOWAS] in May 2023.', '2023-05'],
    ['state', '[Chad], a member of [ECOWAS] since 1975, voted in May 2023.', '1975/..'],
    ['speech', '[Chad] thanked [Togo], its partner since 1975.', '2024-06'],
    // "By" tells whose deed is spoken of, unless the verb is "stand by".
    ['speech', '[Chad] condemned the raid by [Togo] last August.', '2024-06'],
    ['speech', '[Chad] stood by [Togo] last August.', '2023-08'],
    ['speech', '[Chad] has stood by [Togo] since July 2021.', '2021-07/..'],
    ['deed', '[Chad] attacked [Togo], which must answer by 3 July.', '2024-06'],
  ] as const)('%s: %s → %s', (kind, marked, expected) => {
    const relation = marked.includes('condemned') ? 'accuses' : kind === 'speech' ? 'supports' : 'expelled';
    expect(edtf(`It rained.\n\n${marked}`, '2024-06-20', { kind, relation })).toBe(expected);
  });

  test.each([
    // The date of a clause about somebody else.
    ['[Chad], which settled its own border in 2022, expelled [Togo] in 2024.', '2024'],
    ['[Chad], which expelled [Togo] in 2022, wants peace.', '2022'],
    ['In 2022 [Chad], which had borders of its own, expelled [Togo].', '2022'],
  ])('not to what is done outside of its clause: %s → %s', (marked, expected) => {
    expect(edtf(marked, null)).toBe(expected);
  });

  test('a plan has rather a date to come than one that is over', () => {
    const marked = '[Chad], asked in May 2023, will leave [ECOWAS] in July 2025.';
    expect(edtf(marked, '2024-06-20', { status: 'planned' })).toBe('2025-07');
    expect(edtf(marked, '2024-06-20')).toBe('2023-05');
  });
});

test('a day of the month in which the text was written is over by then', () => {
  expect(edtf('[Chad] and [Togo] talked by telephone on March 26.', '2024-03')).toBe('2024-03-26');
  expect(edtf('[Chad] and [Togo] talk by telephone on April 2.', '2024-03')).toBe('2023-04-02');
});

test('is valid or none, whatever the text', () => {
  const piece = fc.constantFrom(
    'On 3 May 2018',
    'the next day',
    'said',
    'had',
    '. ',
    '\n\n',
    '10:15 ',
    'by Friday',
    'Chad',
  );
  const texts = fc.array(piece, { minLength: 1, maxLength: 30 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(
      texts,
      fc.constantFrom('2024-06-20', '2024-06', '2024', '2024-06-20?', null),
      (text, published) => {
        const sentences = splitSentences(text);
        const story = storyOf(text, sentences, published);
        for (const [sentence] of sentences.entries()) {
          for (const kind of ['deed', 'speech', 'state'] as const) {
            const choices = story({
              sentence,
              at: [],
              actorEnd: 0,
              kind,
              cues: relationSpec('left').cues,
              isEnding: true,
              status: 'actual',
            });
            const found = likeliest(choices);
            if (found !== null) expect(isEdtf(found.edtf)).toBe(true);
          }
        }
      },
    ),
  );
});
