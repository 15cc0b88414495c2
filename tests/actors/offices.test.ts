import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { castOf } from '../../src/actors/cluster.ts';
import { officesTold } from '../../src/actors/offices.ts';
import { repairMentions } from '../../src/actors/repair.ts';
import { loadKnowledgeFiles } from '../../src/cli/knowledge-files.ts';
import { parseKnowledge } from '../../src/ontology/knowledge.ts';
import { compileLookup } from '../../src/ontology/lookup.ts';
import { marked } from './marked.ts';

const lookup = compileLookup(parseKnowledge(loadKnowledgeFiles()));

/** Whom the mentions with this word stand for, each once. */
function standsFor(source: string, word: string, year = 2011): string[] {
  const { text, mentions } = marked(source);
  const { actors } = castOf(text, repairMentions(text, mentions, lookup), lookup, year);
  return actors
    .filter(({ mentions: all }) => all.some(({ words }) => words.includes(word)))
    .map(({ id }) => id);
}

describe('a person of whom the text says whose office it is', () => {
  it.each<[string, string, string]>([
    ["{c:Uruguay}'s foreign minister, {c:Juan Aldo}, left.", 'Aldo', 'country:URY'],
    ['{c:Uruguay}’s long-serving foreign minister {c:Juan Aldo} left.', 'Aldo', 'country:URY'],
    ['{c:Russian} Deputy Defence Minister {c:Oleg Aldo} left.', 'Aldo', 'country:RUS'],
    ['{c:Jane Aldo}, the {c:Australian} foreign minister, said so.', 'Aldo', 'country:AUS'],
    ['{c:Jane Aldo}, the president of {c:Kosovo}, said so.', 'Aldo', 'country:XKX'],
    ['The president of {c:Kosovo}, {c:Jane Aldo}, said so.', 'Aldo', 'country:XKX'],
    ['{c:President Juan Aldo of} {c:Ecuador} left.', 'Aldo', 'country:ECU'],
    [
      'Foreign ministers {c:Juan Aldo} of {c:Ecuador} and {c:Ana Beldo} of {c:Peru} met.',
      'Beldo',
      'country:PER',
    ],
    ['Presidents {c:Juan Aldo} ({c:Peru}) and {c:Ana Beldo} ({c:Ecuador}) met.', 'Beldo', 'country:ECU'],
    ['{c:The EU} ambassador to {c:Niger}, {c:Juan Aldo}, left.', 'Aldo', 'organisation:european-union'],
    ["{m:KFOR}'s commander, {c:Major} {c:General} {c:Juan Aldo}, left.", 'Aldo', 'mission:kfor'],
    ['{c:Mali} met his {c:Russian} counterpart {c:Juan Aldo}.', 'Aldo', 'country:RUS'],
    ['{c:Peru} met {c:Ana Beldo}, his colleague from {c:Qatar}.', 'Beldo', 'country:QAT'],
    [
      "{c:Libya}'s deputy defence minister, {c:Juan Al-Aldo}, left. {c:Al-Aldo} came.",
      'Al-Aldo',
      'country:LBY',
    ],
    // In what opens the sentence the comma ends nothing but that.
    ["In {c:Lima} {c:Peru}'s foreign minister, {c:Ana Beldo}, left.", 'Beldo', 'country:PER'],
  ])('%s', (source, word, id) => expect(standsFor(source, word)).toEqual([id]));

  it.each<[string, string]>([
    ['{c:Mali} expelled Ambassador {c:Juan Aldo}.', 'Aldo'],
    ['{c:Mali} told Foreign Minister {c:Juan Aldo} to go.', 'Aldo'],
    ['After talks with {c:Niger}’s president, {c:Juan Aldo} said nothing.', 'Aldo'],
    ["{c:Iran}'s former president, {c:Juan Aldo}, left.", 'Aldo'],
    ['{c:Jane Aldo}, the former president of {c:Kosovo}, left.', 'Aldo'],
    ['{c:Jane Aldo}, the ousted {c:Malian} president, left.', 'Aldo'],
    ['{c:Venezuelan} opposition leader {c:Ana Aldo} left.', 'Aldo'],
    ['They met {c:Jane Aldo}, the {c:German} chancellor {c:Olaf Beldo} and others.', 'Aldo'],
    ['{o:Red Front} of {c:Chad} left.', 'Red Front of'],
    ['{c:Ruritania} ({c:Mali}) left.', 'Ruritania'],
  ])('but not: %s', (source, word) => expect(standsFor(source, word)).toEqual([]));

  it('is known by the surname in all of the text, also before', () => {
    const source = "{c:Aldo} spoke. {c:Uruguay}'s foreign minister, {c:Juan Aldo}, left. {c:Aldo} came back.";
    expect(standsFor(source, 'Aldo')).toEqual(['country:URY']);
  });

  it('is believed rather than the tables, unless they have one of that name in office then', () => {
    // Secretary general of the OAS from 2015 to 2025, foreign minister of Uruguay before.
    const source = "{c:Uruguay}'s foreign minister, {c:Luis Almagro}, left. {c:Almagro} came back.";
    expect(standsFor(source, 'Almagro', 2011)).toEqual(['country:URY']);
    expect(standsFor(source, 'Almagro', 2020)).toEqual(['organisation:oas']);
  });
});

describe('offices in any text', () => {
  const word = fc.oneof(
    fc.constantFrom(
      'Mali',
      'Malian',
      'Aldo',
      'Juan',
      ',',
      ', ',
      "'s ",
      ' of ',
      ' (',
      ')',
      ' ',
      '\n',
      'the ',
      'In ',
    ),
    fc.constantFrom('president', 'foreign', 'minister', 'ambassador to', 'former', 'General ', 'and ', 'd'),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );

  it('are told of mentions that may be persons only, and are those of names that stand there', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 80 }), fc.nat(2), (words, every) => {
        const text = words.join('');
        const mentions = [...text.matchAll(/Aldo|Juan|Malian?|\p{Lu}\p{L}+/gu)].map((m) => ({
          start: m.index,
          end: m.index + m[0].length,
          words: m[0],
          type: 'country' as const,
        }));
        const names = lookup.within(text).filter(({ actor }) => actor);
        const told = officesTold(text, mentions, (i) => i % (every + 1) === 0, names);
        for (const [i, actor] of told) {
          expect(i % (every + 1)).toBe(0);
          expect(names.some((name) => name.actor === actor)).toBe(true);
        }
      }),
    );
  });
});

describe('those who act for somebody', () => {
  it.each<[string, string, string | null]>([
    ['{c:the government of} {c:Uruguay} left.', 'the government of Uruguay', 'country:URY'],
    [
      '{c:the Minister of Foreign Affairs of} {c:Japan} left.',
      'the Minister of Foreign Affairs of Japan',
      'country:JPN',
    ],
    ["{c:Modi}'s {c:government} left.", 'government', 'country:IND'],
    // "His country" is that of the first person of the sentence, whoever else is in it.
    ['{c:Modi} told {c:Putin} that {c:his country} left.', 'his country', 'country:IND'],
    ['{c:Modi} spoke. {c:Serbia} met {c:his country}.', 'his country', null],
    ['{c:Modi} left {c:its country}.', 'its country', null],
    ['{c:The Netanyahu government} left.', 'Netanyahu', 'country:ISR'],
    ['{c:The US} left.', 'US', 'country:USA'],
    ['{c:US} tells {c:Mali} to wait', 'US', 'country:USA'],
    ['{o:the UN Representative} left.', 'Representative', 'organisation:united-nations'],
    ['{o:The OSCE Permanent Council} met.', 'Council', 'organisation:osce'],
    ['{c:Mali} thanked {c:of the Netherlands} for it.', 'the Netherlands', 'country:NLD'],
  ])('%s', (source, word, id) => expect(standsFor(source, word, 2024)).toEqual(id === null ? [] : [id]));

  it('"told us" is not the United States, however sure the network is, but may be another', () => {
    expect(standsFor('{c:The US} left. They told {c<0:us} nothing.', 'us', 2024)).toEqual([]);
    expect(standsFor('{c:Mali} left. They told {c<0:us} nothing.', 'us', 2024)).toEqual(['country:MLI']);
  });

  it('a politician, or the head of a mission, is no organisation', () => {
    expect(standsFor('The politician {o:Ana Aldo} met {c:Mali}.', 'Aldo')).toEqual([]);
    expect(standsFor('The head of mission, {o:Ana Aldo}, met {c:Mali}.', 'Aldo')).toEqual([]);
    expect(standsFor('The movement {o:Ana Aldo} met {c:Mali}.', 'Aldo')).toEqual(['organisation:ana-aldo']);
  });
});

describe('an official of the tables', () => {
  it.each<[string, string, number, string[]]>([
    // Other scripts are written in several ways.
    ['{c:Prime Minister Nikol Pashinian} left.', 'Pashinian', 2024, ['country:ARM']],
    ['{c:Volodymyr Zelenskiy} left.', 'Zelenskiy', 2024, ['country:UKR']],
    // Whom the text names in full is meant, not another of that name.
    ['{c:Mohammed bin Zayed} left. {c:Sheikh Mohammed} came.', 'Sheikh', 2024, ['country:ARE']],
    // A bare surname is that of somebody in office, a title or a full name that of anybody.
    ['{c:Chirac} left.', 'Chirac', 2024, []],
    ['{c:Chirac} left.', 'Chirac', 2003, ['country:FRA']],
    ['{c:President Chirac} left.', 'Chirac', 2024, ['country:FRA']],
    ['{c:Jacques Chirac} left. {c:Chirac} came back.', 'Chirac', 2024, ['country:FRA']],
  ])('%s (%s in %i)', (source, word, year, ids) => expect(standsFor(source, word, year)).toEqual(ids));
});

describe('what only bears the name of a place', () => {
  it.each<[string, string, string[]]>([
    ['{c:NAIROBI}, May 3 (Reuters) - {c:Mali} left.', 'NAIROBI', []],
    ['{c:NAIROBI} – {c:Mali} left.', 'NAIROBI', []],
    ['{c:Nairobi} left {c:Mali}.', 'Nairobi', ['country:KEN']],
    // Whoever stands in a dateline, the text goes on about others.
    ['{c:NAIROBI} – {c:Mali} left {c:Kenya}.', 'NAIROBI', []],
    ['{c:DAKAR}, {c:Senegal} – {c:Mali} left {c:Kenya}.', 'Senegal', []],
    ["{c:DAKAR}, {c:Senegal} – {c:Mali} left {c:Senegal}'s base.", 'Mali', ['country:MLI']],
    ['{c:DAKAR}, {c:Senegal}, left {c:Mali}.', 'Senegal', ['country:SEN']],
    ['{o:NATO} – {c:Mali} left {c:Kenya}.', 'NATO', ['organisation:nato']],
    ['It rained.\n{c:NAIROBI}, {c:Kenya} – {c:Mali} left.', 'Kenya', []],
    ['{m:MAPUTO} – {c:Mali} left.', 'MAPUTO', []],
    ['{c:NAIROBI} ({o:XNA}) – {c:Mali} left.', 'XNA', []],
    ['{c:NAIROBI}, May 3, 2024 ({o:Reuters}) - {c:Mali} left.', 'Reuters', []],
    ['{o:Reuters} left {c:Mali}.', 'Reuters', ['organisation:reuters']],
    ['{o:XNA} left {c:Mali} – today.', 'XNA', ['organisation:xna']],
    ['{c:Mali} – {c:Niger}: what is left', 'Niger', ['country:NER']],
    ['The {c:Riyadh} talks failed.', 'Riyadh', []],
    ['{c:Riyadh} talks to {c:Mali}.', 'Riyadh', ['country:SAU']],
    ['{c:Egypt} signed the {o:al-Ula} accord.', 'al-Ula', []],
    ['{c:Egypt} signed the {o:Nonproliferation Treaty}.', 'Treaty', []],
    ['{c:Egypt} left the {o:NPT}.', 'NPT', []],
  ])('%s', (source, word, ids) => expect(standsFor(source, word, 2024)).toEqual(ids));
});
