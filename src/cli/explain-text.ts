/** An explanation for people: sentence by sentence, most important words first on each line. */
import {
  type ExplainedMention,
  type ExplainedPair,
  type ExplainedReading,
  type ExplainedSentence,
  type Explanation,
  LEAST_SHOWN,
  LIKELY,
  type Why,
} from '../explain.ts';

/** The text, with a final newline. Words of the document stand in quotes, without control characters. */
export function explanationText({ document, sentences }: Explanation): string {
  const { path, title, published } = document;
  const head = `${path}: ${quoted(title)}, ${published === null ? 'undated' : `published ${published}`}`;
  return `${[head, ...sentences.map(sentenceText)].join('\n\n')}\n`;
}

function sentenceText(sentence: ExplainedSentence, index: number): string {
  const { start, end, words, mentions, untaken, plurals, pairs, unpaired } = sentence;
  return [
    `${index + 1}. [${start}–${end}] ${printable(words)}`,
    ...section('mentions', [
      ...mentions.map(mentionText),
      ...plurals.map(
        (plural) =>
          `${quoted(plural.words)} → ${plural.actors.join(', ')}; the nearest so many named together before`,
      ),
      ...untaken.map(
        ({ words, why }) =>
          `${quoted(words)}: dropped, ${why === 'collective' ? 'a region or another collective is no actor' : 'no name and no description of one'}`,
      ),
    ]),
    ...section('pairs', [
      ...pairs.filter(({ readings }) => readings.length > 0).flatMap(pairText),
      ...silentPairs(pairs),
      ...unpaired.map(({ why, actors }) =>
        why === 'hopeless'
          ? `not tried (from where they stand, hardly ever related): ${actors.join(' and ')}`
          : `not tried (too many actors in the sentence): ${actors.join(', ')}`,
      ),
    ]),
  ].join('\n');
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`   ${title}`, ...lines.map((line) => `     ${line}`)];
}

function mentionText(mention: ExplainedMention): string {
  const { words, type, actor, why, dropped, isTagged } = mention;
  const who = actor ? `${actor.name} (${actor.id})` : `nobody: ${DROPPED[dropped ?? 'description']}`;
  const found = isTagged ? '' : '; not tagged by the network, found in the tables';
  return `${quoted(words)} ${type} → ${who}; ${whyText(why)}${found}`;
}

const DROPPED: Readonly<Record<NonNullable<ExplainedMention['dropped']>, string>> = {
  place: 'only a place here',
  'unknown-country': 'a country, or a part of one, that the tables do not know',
  person: 'a person of whom the tables do not know whom they act for',
  description: 'a description of nobody whom the text names',
};

const TABLE: Readonly<Record<Extract<Why, { kind: 'table' }>['as'], string>> = {
  name: 'its name in the tables',
  short: 'a short name in the tables',
  seat: 'its seat of power',
  demonym: 'its adjective or people',
  capital: 'its capital',
  former: 'a former name',
  official: 'an official',
  within: 'its name is within these words',
};

function whyText(why: Why): string {
  switch (why.kind) {
    case 'table':
      return why.official === null ? TABLE[why.as] : `${why.official} acts for it`;
    case 'office':
      return 'the text tells of an office there';
    case 'owned':
      return `${quoted(why.by)} before it says whose`;
    case 'same-name':
      return `the same name as ${quoted(why.as)}`;
    case 'link':
      return `linked to ${quoted(why.to)} with a chance of ${why.chance.toFixed(2)}`;
    case 'alone':
      return why.nearest === null
        ? 'nobody before it to link to'
        : `likeliest ${quoted(why.nearest.to)} with a chance of ${why.nearest.chance.toFixed(2)}, not above ${LIKELY}`;
  }
}

function pairText({ first, second, readings }: ExplainedPair): string[] {
  return [`${first} · ${second}`, ...readings.map((reading) => `  ${readingText(reading)}`)];
}

/** Most pairs are of this kind: one line for all of a sentence. */
function silentPairs(pairs: readonly ExplainedPair[]): string[] {
  const silent = pairs.filter(({ readings }) => readings.length === 0);
  if (silent.length === 0) return [];
  return [
    `nothing above ${LEAST_SHOWN}: ${silent.map(({ first, second }) => `${first} · ${second}`).join(', ')}`,
  ];
}

function readingText(reading: ExplainedReading): string {
  const { source, relation, target, status, probability, threshold, confidence, dates, verdict } = reading;
  const what = `${probability.toFixed(2)} ${source} ${relation} ${target}, ${status}`;
  switch (verdict) {
    case 'asserted':
      return `${what}: ASSERTED with confidence ${confidence.toFixed(2)} (threshold ${threshold.toFixed(2)})${datesText(dates)}`;
    case 'below-threshold':
      return `${what}: dropped, below the threshold ${threshold.toFixed(2)}`;
    case 'types-not-allowed':
      return `${what}: dropped, the ontology does not allow it for actors of these types`;
    case 'plan-carried-out':
      return `${what}: dropped, the text reports it as carried out`;
  }
}

/** The first is the one that was taken. */
function datesText(dates: ExplainedReading['dates']): string {
  if (dates.length === 0) return '';
  return `; date ${dates.map(({ edtf, from, chance }) => `${chance.toFixed(2)} ${from === null ? 'none' : `${edtf} (${FROM[from]})`}`).join(', ')}`;
}

const FROM: Readonly<Record<NonNullable<ExplainedReading['dates'][number]['from']>, string>> = {
  sentence: 'its sentence',
  story: 'the story so far',
  document: 'the day of the document',
};

function quoted(words: string): string {
  return `“${printable(words)}”`;
}

/** On a terminal, control characters of a text would be commands. */
function printable(words: string): string {
  return words.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
}
