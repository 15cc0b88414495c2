import { describe, expect, it } from 'vitest';
import type { ActorInText } from '../../src/actors/actor-in-text.ts';
import { type Frame, assertionsOf } from '../../src/assertions/assert.ts';
import { type Finding, findingsOf } from '../../src/assertions/findings.ts';
import type { KnownActor } from '../../src/ontology/knowledge.ts';
import { findPairs } from '../../src/assertions/pairs.ts';
import type { ActorType, Span, Status } from '../../src/model/index.ts';
import { RELATION_IDS, type RelationId } from '../../src/ontology/relations/index.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import type { Dating } from '../../src/time/choices.ts';

const TEXT = 'Niger expelled France. Mali applauded. Niger thanked MISIN, the mission of Italy.';
const sentences = splitSentences(TEXT);

function actor(id: string, ...words: string[]): ActorInText {
  const type = id.split(':')[0] as ActorType;
  const mentions = words.flatMap((word) =>
    [...TEXT.matchAll(new RegExp(word, 'g'))].map((m) => ({
      start: m.index,
      end: m.index + word.length,
      words: word,
      type,
    })),
  );
  return { id, name: words[0]!, type, known: undefined, mentions };
}
const NER = actor('country:NER', 'Niger');
const FRA = actor('country:FRA', 'France');
const MLI = actor('country:MLI', 'Mali');
const ITA = actor('country:ITA', 'Italy');
const MISIN = actor('mission:misin', 'MISIN');

describe('candidate pairs', () => {
  it('joins actors of one sentence, and each with those that stand in the sentences before, the nearest first', () => {
    const pairs = findPairs(TEXT, sentences, [NER, FRA, MLI, ITA, MISIN]);
    const asked = pairs.map(({ first, second, sentence }) => [sentence, ...[first.name, second.name].sort()]);
    expect(asked.sort()).toEqual([
      [0, 'France', 'Niger'],
      [1, 'France', 'Mali'],
      [1, 'Mali', 'Niger'],
      [2, 'France', 'Italy'],
      [2, 'France', 'MISIN'],
      [2, 'France', 'Niger'],
      [2, 'Italy', 'MISIN'],
      [2, 'Italy', 'Mali'],
      [2, 'Italy', 'Niger'],
      [2, 'MISIN', 'Mali'],
      [2, 'MISIN', 'Niger'],
      [2, 'Mali', 'Niger'],
    ]);
  });

  it('reads as far back as the other actor stands, and no farther than three sentences', () => {
    const text = 'Chad slept. Togo woke. It rained. It snowed. Niger expelled them.';
    const cast = ['Chad', 'Togo', 'Niger'].map((name) => {
      const start = text.indexOf(name);
      const mention = { start, end: start + name.length, words: name, type: 'country' as const };
      return { id: name, name, type: 'country' as const, known: undefined, mentions: [mention] };
    });
    const asked = findPairs(text, splitSentences(text), cast)
      .filter(({ sentence }) => sentence === 4)
      .map(({ first, second, question }) => [first.name, second.name, question.from]);
    expect(asked).toEqual([['Niger', 'Togo', text.indexOf('Togo')]]);
  });

  it('leaves persons out', () => {
    expect(findPairs(TEXT, sentences, [NER, actor('person:someone', 'France')])).toEqual([]);
  });
});

/** A probability, or one with those of actual, planned, alleged, denied. */
type Told = number | readonly [probability: number, ...statuses: number[]];
const PLANNED = [0.1, 0.7, 0.3, 0];

/** Findings of one pair with these probabilities; all others are 0. Without statuses they are planned. */
function read(
  first: ActorInText,
  second: ActorInText,
  forward: Partial<Record<RelationId, Told>>,
  backward: Partial<Record<RelationId, Told>> = {},
) {
  const relations = new Float32Array(58);
  const status = new Uint8Array(58 * 4);
  [forward, backward].forEach((told, way) => {
    for (const [id, one] of Object.entries(told)) {
      const index = way * 29 + RELATION_IDS.indexOf(id as RelationId);
      const [probability, ...statuses] = typeof one === 'number' ? [one, ...PLANNED] : one;
      relations[index] = probability;
      status.set(
        statuses.map((part) => part * 255),
        index * 4,
      );
    }
  });
  const pair = findPairs(TEXT, sentences, [first, second])[0]!;
  return findingsOf(pair, { relations, status }, () => 0.5).map(
    ({ source, relation, target, status }) => `${source.name} ${relation} ${target.name} ${status}`,
  );
}

describe('findings', () => {
  it('keeps the direction that the network gives', () => {
    expect(read(NER, FRA, { expelled: 0.9 }, { accuses: 0.8 })).toEqual([
      'France accuses Niger planned',
      'Niger expelled France planned',
    ]);
  });
  it('gives each relation of a pair its own status: the accusation is made, the attack alleged', () => {
    const told = read(
      NER,
      FRA,
      { accuses: [0.9, 0.9, 0, 0.1, 0] },
      { attacked: [0.8, 0.2, 0, 0.7, 0.1], 'withdrew-from': [0.7, 0.1, 0.1, 0.1, 0.6] },
    );
    expect(told).toEqual([
      'Niger accuses France actual',
      'France withdrew-from Niger denied',
      'France attacked Niger alleged',
    ]);
  });
  it('takes the status of a symmetric relation from both directions', () => {
    expect(
      read(NER, FRA, { 'met-with': [0.6, 0.5, 0.4, 0, 0] }, { 'met-with': [0.6, 0.1, 0.9, 0, 0] }),
    ).toEqual(['France met-with Niger planned']);
  });
  it('averages symmetric relations over both directions and writes them in order of the ids', () => {
    expect(read(NER, FRA, { 'met-with': 0.9 }, { 'met-with': 0.2 })).toEqual([
      'France met-with Niger planned',
    ]);
    expect(read(NER, FRA, { 'met-with': 0.9 }, { 'met-with': 0.05 })).toEqual([]);
  });
  it('drops what the ontology does not allow: nobody is a member of a country, no country is run by a mission', () => {
    expect(read(NER, FRA, { 'member-of': 0.9, joined: 0.9, left: 0.9 })).toEqual([]);
    expect(read(MISIN, ITA, { 'part-of': 0.9 }, { 'part-of': 0.9 })).toEqual(['MISIN part-of Italy planned']);
  });
  it('knows that a mission which countries run has no members: it is part of its own country, and of no other', () => {
    const known = { id: 'mission:misin', parents: ['country:ITA'] } as unknown as KnownActor;
    const misin = { ...MISIN, known };
    expect(read(ITA, misin, { 'member-of': 0.9 })).toEqual(['MISIN part-of Italy planned']);
    expect(read(misin, ITA, {}, { 'member-of': [0.9, 0.8, 0.1, 0, 0] })).toEqual([
      'MISIN part-of Italy actual',
    ]);
    expect(read(FRA, misin, { 'member-of': 0.9 })).toEqual([]);
    expect(read(ITA, misin, { 'member-of': 0.4 })).toEqual([]);
    const ofEurope = { ...MISIN, known: { ...known, parents: ['organisation:european-union'] } };
    expect(read(ITA, ofEurope, { 'member-of': 0.9 })).toEqual(['Italy member-of MISIN planned']);
    expect(read(ITA, MISIN, { 'member-of': 0.9 })).toEqual(['Italy member-of MISIN planned']);
  });
});

const finding = (status: Status, sentence: number, probability: number): Finding => ({
  source: NER,
  relation: 'expelled',
  target: FRA,
  status,
  probability,
  sentence,
});

function fold(findings: Finding[], when: Frame['when'] = () => null) {
  const document = {
    id: 'd',
    path: 'd.txt',
    title: 'D',
    published: '2024-03',
    publishedBasis: 'given' as const,
    source: null,
    url: null,
    language: 'en',
    sha256: '',
    text: TEXT,
  };
  return assertionsOf(findings, {
    document,
    sentences,
    reader: 'test/1',
    confidence: (p) => p,
    when,
    topics: (sentence) => (sentence.includes('expelled') ? ['diplomacy', 'military'] : ['diplomacy']),
    speaker: ({ sentence }) =>
      sentence === 1 ? { start: 23, end: 27, words: 'Mali', actor: 'country:MLI' } : null,
  });
}

describe('assertions', () => {
  it('rest on every sentence that states them, with exact offsets', () => {
    const [one, ...rest] = fold([finding('actual', 1, 0.6), finding('actual', 0, 0.9)]);
    expect(rest).toEqual([]);
    expect(one).toMatchObject({
      status: 'actual',
      confidence: 0.9,
      reported: '2024-03',
      whenBasis: 'document',
    });
    expect(one!.evidence.map((e) => TEXT.slice(e.start, e.end))).toEqual([
      'Niger expelled France.',
      'Mali applauded.',
    ]);
    expect(one!.evidence.every((e) => e.quote === TEXT.slice(e.start, e.end))).toBe(true);
    const at = (spans: readonly Span[]) => spans.map(([start, end]) => TEXT.slice(start, end));
    expect(at(one!.evidence[0]!.source)).toEqual(['Niger']);
    // Where the sentence names neither, the last mention shortly before it counts.
    expect(at(one!.evidence[1]!.target)).toEqual(['France']);
  });
  it('are one per status; a plan that the same text more surely reports as carried out is only actual', () => {
    expect(
      fold([finding('denied', 0, 0.6), finding('alleged', 1, 0.7)])
        .map((a) => a.status)
        .sort(),
    ).toEqual(['alleged', 'denied']);
    expect(fold([finding('planned', 0, 0.5), finding('actual', 1, 0.9)]).map((a) => a.status)).toEqual([
      'actual',
    ]);
    expect(fold([finding('planned', 0, 0.9), finding('actual', 1, 0.5)])).toHaveLength(2);
  });
  it('take the latest date of their sentences, and say where it comes from', () => {
    const two = [finding('actual', 0, 0.9), finding('actual', 1, 0.9)];
    const dated = (first: Dating | null, second: Dating | null) =>
      fold(two, ({ sentence }) => (sentence === 0 ? first : second))[0];
    const july: Dating = { edtf: '2023-07-26', from: 'sentence' };
    // The month of the document is no news where a sentence tells the day.
    const month: Dating = { edtf: '2023-07', from: 'document' };
    expect(dated(july, month)).toMatchObject({ when: '2023-07-26', whenBasis: 'text' });
    expect(dated(null, month)).toMatchObject({ when: '2023-07', whenBasis: 'document' });
    expect(dated(null, null)).toMatchObject({ when: null, whenBasis: 'document' });
  });
  it('are of an event one per date that the sentences name, each with its quotes', () => {
    const three = [finding('actual', 0, 0.9), finding('actual', 1, 0.8), finding('actual', 2, 0.7)];
    const told = (...datings: (Dating | null)[]) =>
      fold(three, ({ sentence }) => datings[sentence] ?? null).map(({ when, evidence }) => [
        when,
        evidence.map(({ quote }) => sentences.findIndex((at) => TEXT.slice(...at) === quote)),
      ]);
    const named = (edtf: string): Dating => ({ edtf, from: 'sentence' });
    const both = told(named('2006-07'), named('1982-06'), named('2006-07-12'));
    expect(both.sort()).toEqual([
      ['1982-06', [1]],
      ['2006-07-12', [0, 2]],
    ]);
    // What has no date speaks of that which is told last before it; the month of the text may be the same.
    expect(told(named('1982'), null, named('2006')).sort()).toEqual([
      ['1982', [0, 1]],
      ['2006', [2]],
    ]);
    expect(told({ edtf: '2006-07', from: 'document' }, named('1982'), named('2006-07-12')).sort()).toEqual([
      ['1982', [1]],
      ['2006-07-12', [0, 2]],
    ]);
    expect(told({ edtf: '2024-05', from: 'document' }, named('1982')).sort()).toEqual([
      ['1982', [1, 2]],
      ['2024-05', [0]],
    ]);
    // A few days apart they are one, of the latest.
    expect(told(named('2024-03-22'), named('2024-03-26'), named('2024-04-26')).sort()).toEqual([
      ['2024-03-26', [0, 1]],
      ['2024-04-26', [2]],
    ]);
    // Without a date in a sentence there is one occasion.
    expect(told({ edtf: '2024-05', from: 'document' }, { edtf: '2019', from: 'story' })).toHaveLength(1);
  });
  it('are of a state one, and have ids that differ', () => {
    const dates = ['1999', '2004', '2010'];
    const when = ({ sentence }: Finding): Dating => ({ edtf: dates[sentence]!, from: 'sentence' });
    const three = [0, 1, 2].map((sentence) => finding('actual', sentence, 0.9));
    expect(new Set(fold(three, when).map(({ id }) => id)).size).toBe(3);
    const states = three.map((one): Finding => ({ ...one, relation: 'allied-with' }));
    expect(fold(states, when).map((a) => a.when)).toEqual(['2010']);
  });
  it('are about what their sentences are about, and keep who says each', () => {
    const [one] = fold([finding('actual', 0, 0.9), finding('actual', 1, 0.9)]);
    expect(one!.topics).toEqual(['diplomacy', 'military']);
    expect(one!.evidence.map((e) => e.speaker?.words)).toEqual([undefined, 'Mali']);
    const { start, end, words } = one!.evidence[1]!.speaker!;
    expect(TEXT.slice(start, end)).toBe(words);
  });
  it('have ids made of their content', () => {
    const ids = (...findings: Finding[]) => fold(findings).map((a) => a.id);
    expect(ids(finding('actual', 0, 0.9))).toEqual(ids(finding('actual', 1, 0.4)));
    expect(ids(finding('actual', 0, 0.9))).not.toEqual(ids(finding('denied', 0, 0.9)));
  });
});
