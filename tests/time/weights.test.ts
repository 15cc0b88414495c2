import { expect, test } from 'vitest';
import { splitSentences } from '../../src/text/sentences.ts';
import { storyOf } from '../../src/time/story.ts';
import weights from '../../src/time/weights.json' with { type: 'json' };

const VERBS = ['left', 'had left', 'has left', 'says it left', 'will leave', 'always left'];
const DATES = [
  '',
  'in 2019',
  'in March',
  'on 3 May 2020',
  'on Tuesday',
  'since 2018',
  'until May 2019',
  'from 2015 to 2017',
  'in early 2019',
  'on 5 July 2031',
];
const ACTS = VERBS.flatMap((verb) =>
  DATES.map((date) => `Chad, which began it in 2017, ${verb} Togo ${date}, and joined it (in 2016).`),
);
/** Without a verb that tells the time. */
const HEADS = DATES.map((date) => `Launch of Chad in Togo ${date}.`);
const STORIES = ['It rained.', 'In 2019 it rained.', 'On 2 June 2024 it rained.', 'It was wet in 2012.'];
const LINES = [
  ...ACTS.map((act, i) => `${STORIES[i % STORIES.length]} ${act}`),
  ...STORIES.flatMap((story) => HEADS.map((head) => `${story} ${head}`)),
];

const TEXTS = [
  `Chad leaves Togo\n\n${LINES.join('\n\n')}`,
  ...VERBS.map((verb) => `Chad ${verb} Togo\n\nIt began in 2019.`),
  LINES.map((line, i) => `${10 + (i % 10)}:05 ${line}`).join('\n\n'),
  LINES.map((line, i) => `${1 + (i % 28)} May 2024: ${line}`).join('\n\n'),
];
const TOLD = [
  ['moment', 'actual'],
  ['deed', 'actual'],
  ['speech', 'actual'],
  ['state', 'actual'],
  ['speech', 'planned'],
  ['speech', 'alleged'],
  ['speech', 'denied'],
] as const;

/** The names of all figures that these texts give. */
function namesGiven(): Set<string> {
  const names = new Set<string>();
  for (const text of TEXTS) {
    const sentences = splitSentences(text);
    for (const published of ['2024-06-20', null]) {
      const choicesOf = storyOf(text, sentences, published);
      for (const [sentence, [start, end]] of sentences.entries()) {
        const words = text.slice(start, end);
        const at = ['Chad', 'Togo'].flatMap((name) => {
          const from = words.indexOf(name);
          return from < 0 ? [] : [{ start: from, end: from + name.length }];
        });
        for (const [kind, status] of TOLD) {
          const act = {
            sentence,
            at,
            actorEnd: at[0]?.end ?? 0,
            kind,
            status,
            cues: 'le(?:ft|av)',
            isEnding: true,
          };
          for (const { figures } of choicesOf(act)) for (const name of Object.keys(figures)) names.add(name);
        }
      }
    }
  }
  return names;
}

test('every weight is that of a figure that choices have, so that none is lost by its name', () => {
  const given = namesGiven();
  expect(Object.keys(weights).filter((name) => !given.has(name))).toEqual([]);
});
