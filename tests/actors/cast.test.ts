import { describe, expect, it } from 'vitest';
import { castOf } from '../../src/actors/cluster.ts';
import { identify } from '../../src/actors/identify.ts';
import { isProperName, slug, withoutTitles } from '../../src/actors/names.ts';
import { repairMentions } from '../../src/actors/repair.ts';
import type { ActorType } from '../../src/model/index.ts';
import { loadKnowledgeFiles } from '../../src/cli/knowledge-files.ts';
import { parseKnowledge } from '../../src/ontology/knowledge.ts';
import { compileLookup } from '../../src/ontology/lookup.ts';
import { marked } from './marked.ts';

const lookup = compileLookup(parseKnowledge(loadKnowledgeFiles()));
/** The cast as `id: words / words`, in order of the text. */
function castIn(source: string): string[] {
  const { text, mentions } = marked(source);
  const { actors } = castOf(text, repairMentions(text, mentions, lookup), lookup, 2024);
  return actors.map(({ id, mentions: all }) => `${id}: ${all.map(({ words }) => words).join(' / ')}`);
}

describe('the cast of a text', () => {
  it.each<[string, string[]]>([
    ['{c:Niger} expelled {c:French troops}.', ['country:NER: Niger', 'country:FRA: French troops']],
    ['{c:Rome} and {c:the Farnesina} agreed.', ['country:ITA: Rome / the Farnesina']],
    [
      '{c:The Kremlin} backed {c:Niger}; {c<0:it} sent arms.',
      ['country:RUS: The Kremlin / it', 'country:NER: Niger'],
    ],
    ['{c:Niger} said that {c?0:the other side} would stay.', ['country:NER: Niger']],
    ['{c:President Emmanuel Macron} spoke.', ['country:FRA: President Emmanuel Macron']],
    ['{c:Rome-Niamey} link', ['country:ITA: Rome', 'country:NER: Niamey']],
    ['{m:EUCAP} {o:Sahel} {c:Niger} closed.', ['mission:eucap-sahel-niger: EUCAP Sahel Niger']],
    ['{o:the Sahel} and {c:Mali}', ['country:MLI: Mali']],
    ['They met in {c:Rome}. {c:Niger} and {c:Chad} signed.', ['country:NER: Niger', 'country:TCD: Chad']],
    ['They met in {c:Rome}. {c:Italy} signed.', ['country:ITA: Rome / Italy']],
    ['{o:Jihadist groups} crossed into {c:Mali}.', ['country:MLI: Mali']],
    [
      '{o:Front for Change} fought {c:Chad}. {o:FC} lost.',
      ['organisation:front-for-change: Front for Change / FC', 'country:TCD: Chad'],
    ],
    ['{c:Italy} gave {o:AB-412} helicopters.', ['country:ITA: Italy']],
    ['{o:An ECOWAS delegation} landed.', ['organisation:ecowas: An ECOWAS delegation']],
    ['Niger\n\n{c:Mali} left.', ['country:NER: Niger', 'country:MLI: Mali']],
    // What a name is called in short is the same actor, not a longer name.
    [
      '{o:The Organisation of Islamic Cooperation (OIC)} met {c:Mali}.',
      ['organisation:oic: The Organisation of Islamic Cooperation / OIC', 'country:MLI: Mali'],
    ],
    [
      '{o:Volunteer Corps (VC)} fought {c:Chad}. {o:VC} lost.',
      ['organisation:volunteer-corps: Volunteer Corps / VC / VC', 'country:TCD: Chad'],
    ],
    // What a body is, before its name, is no actor, nor is the country in it.
    ['{o:The Chadian rebel group} {o:UFDD} attacked.', ['organisation:ufdd: UFDD']],
    [
      '{c:Italy} closed {o:its military sister EUMPM}.',
      ['country:ITA: Italy', 'mission:eumpm: its military sister EUMPM'],
    ],
    ['{o:The British training team BMATT} left.', ['mission:bmatt: The British training team BMATT']],
    // But a name within a name is another one, a place no short form, and a pronoun no description.
    [
      '{o:The Movement against JNIM} met {c:Mali}.',
      ['organisation:movement-against-jnim: The Movement against JNIM', 'country:MLI: Mali'],
    ],
    [
      '{o:Institute for Change (London)} met {c:Mali}.',
      ['organisation:institute-for-change-london: Institute for Change (London)', 'country:MLI: Mali'],
    ],
    [
      '{o:The African Union} closed {o<0:its} {m:AMISOM}.',
      ['organisation:african-union: The African Union / its', 'mission:amisom: AMISOM'],
    ],
    ['{o:The ECOWAS Bank} lent.', ['organisation:ecowas-bank: The ECOWAS Bank']],
    // What a body is names nobody, but may stand for one that the text names.
    ['{o:The Council} met {c:Mali}.', ['country:MLI: Mali']],
    [
      '{o:The Arctic Sun Council} met; {o<0:the Council} left.',
      ['organisation:arctic-sun-council: The Arctic Sun Council / the Council'],
    ],
  ])('%s', (source, cast) => {
    expect(castIn(source)).toEqual(cast);
  });

  it('keeps the officials whom a text names, with whom they act for', () => {
    const { text, mentions } = marked('{c:Foreign Minister Antonio Tajani} met {c:Putin}.');
    const { officials } = castOf(text, mentions, lookup, 2024);
    expect(officials.map(({ official }) => [official.name, official.actor])).toEqual([
      ['Antonio Tajani', 'country:ITA'],
      ['Vladimir Putin', 'country:RUS'],
    ]);
  });
});

// The rows of links are easier to read on one line each.
// prettier-ignore
describe('a body that the tables do not know', () => {
  it.each([
    ['They joined {o:the Front for Change}.', 'organisation:front-for-change'],
    ['They left {o:the Anti-Terror Front}.', 'organisation:anti-terror-front'],
    // Who leads it has the name, not the body.
    ['They left {o:the Russia-led bloc}.', null],
    ['They met {o:UN-backed rebel groups}.', null],
    ['They left {o:the Union}.', null],
    // What somebody or something is, with the adjective of a name; an Arabic name is one to its end.
    ['Planes carried {o:West African states} there.', null],
    ['They spoke of {o:Islamic solidarity}.', null],
    ['They fought {o:Ansar al-adl}.', 'organisation:ansar-al-adl'],
    // A person, and a body that has one.
    ['They heard {o:Ann Lee}, a retired judge.', null],
    ['They met Ann {o:Kupal}, the head of the mission, there.', null],
    ['They met Ann {o:Kupal}, deputy to the envoy, there.', null],
    ['They met Brigadier {o:General Ann Lee} there.', null],
    ['They met {o:Colonel Ann Lee} there.', null],
    ['They bought {o:General Pumps} of the West.', 'organisation:general-pumps'],
    ['They left {o:Kupal}, the head of the market.', 'organisation:kupal'],
    ['They left {o:the Green Front}, whose leader fled.', 'organisation:green-front'],
    ['They heard {o:the Green Front}, its leader said.', 'organisation:green-front'],
  ])('%s names %s', (source, id) => {
    expect(castIn(source).map((line) => line.split(': ')[0])).toEqual(id === null ? [] : [id]);
  });
});

describe('whom a description stands for', () => {
  /** The cast of "Niger, Mali, the new rulers, the others" with links of the last two. */
  function castLinked(rulers: [number, number][], others: [number, number][]): string[] {
    const { text, mentions } = marked('{c:Niger}, {c:Mali}, {c:the new rulers}, {c:the others}');
    const linked = mentions.map((mention, i) => ({
      ...mention,
      links: ([[], [], rulers, others][i] ?? []).map(([earlier, score]) => ({ earlier, score })),
    }));
    return castOf(text, linked, lookup).actors.map(
      ({ name, mentions: all }) => `${name}: ${all.map(({ words }) => words).join(' / ')}`,
    );
  }

  it('is told with its chance, while names are sure', () => {
    const { text, mentions } = marked('{c:Niger}, {c:Mali}, {c:the new rulers}');
    const links = [
      { earlier: 0, score: 4 },
      { earlier: 1, score: 1 },
    ];
    const { actors } = castOf(text, [mentions[0]!, mentions[1]!, { ...mentions[2]!, links }], lookup);
    const [name, rulers] = actors[0]!.mentions;
    expect(name!.chance).toBeUndefined();
    // Of "Niger", "Mali" and nobody, which has a score of 2.
    expect(rulers!.chance).toBeCloseTo(Math.exp(4) / (Math.exp(4) + Math.exp(1) + Math.exp(2)), 5);
  });

  it('is the actor to which its links lead most', () => {
    expect(
      castLinked(
        [
          [0, 9],
          [1, 7],
        ],
        [
          [0, 6],
          [1, 9],
        ],
      ),
    ).toEqual(['Niger: Niger / the new rulers', 'Mali: Mali / the others']);
  });

  it('is nobody where two actors are equally likely, or the network is in doubt', () => {
    expect(
      castLinked(
        [
          [0, 9],
          [1, 9],
        ],
        [[0, 2]],
      ),
    ).toEqual(['Niger: Niger', 'Mali: Mali']);
  });

  it('may be told by way of another description, even one that is itself in doubt', () => {
    // The new rulers are no likelier Niger's than Mali's; the others are those, or else Niger's.
    const rulers: [number, number][] = [
      [0, 6],
      [1, 6],
    ];
    expect(castLinked(rulers, [[2, 9]])).toEqual(['Niger: Niger', 'Mali: Mali']);
    expect(
      castLinked(rulers, [
        [2, 9],
        [0, 9],
      ]),
    ).toEqual(['Niger: Niger / the others', 'Mali: Mali']);
    expect(castLinked([[0, 9]], [[2, 9]])).toEqual([
      'Niger: Niger / the new rulers / the others',
      'Mali: Mali',
    ]);
  });
});

describe('what a description is of', () => {
  /** Who WORDS, of this type, is in "Mali, UN, MINUSMA, WORDS", with links of these scores to the three. */
  function isOf(words: string, scores: [number, number, number]): string | undefined {
    const { text, mentions } = marked(`{c:Mali}, {o:UN}, {m:MINUSMA}, {${words}}`);
    const links = scores.map((score, earlier) => ({ earlier, score }));
    const cast = castOf(text, [...mentions.slice(0, 3), { ...mentions[3]!, links }], lookup, 2024);
    return cast.actors.find(({ mentions: all }) => all.some(({ start }) => start === mentions[3]!.start))
      ?.name;
  }

  it.each<[string, [number, number, number], string | undefined]>([
    // A mission is no country, however sure the network is, nor a country a mission.
    ['m:the operation', [9, 0, 0], undefined],
    ['c:the country', [0, 0, 9], undefined],
    ['o:the body', [9, 5, 0], undefined],
    // Missions and organisations are easily mistaken for one another.
    ['m:the operation', [0, 9, 6], undefined],
    ['m:the operation', [0, 6, 9], 'MINUSMA'],
    ['c:the country', [9, 0, 5], 'Mali'],
  ])('{%s}, with scores %j, is %s', (words, scores, name) => expect(isOf(words, scores)).toBe(name));
});

describe('what a country is called', () => {
  /** Who "WORDS" is in "Italy, Jordan, Niger, WORDS", with links of these scores to the three. */
  function calledSo(words: string, scores: [number, number, number], year = 2024): string | undefined {
    const { text, mentions } = marked(`{c:Italy}, {c:Jordan}, {c:Niger}, {c:${words}}`);
    const links = scores.map((score, earlier) => ({ earlier, score }));
    const cast = castOf(text, [...mentions.slice(0, 3), { ...mentions[3]!, links }], lookup, year);
    return cast.actors.find(({ mentions: all }) => all.some((mention) => mention.words === words))?.name;
  }

  it.each<[string, [number, number, number], string | undefined]>([
    ['the kingdom', [9, 7.5, 0], 'Jordan'],
    ['the junta', [9, 0, 7.5], 'Niger'],
    ['the West African country', [9, 0, 7.5], 'Niger'],
    // The network may be so sure that a word does not change it; words that tell nothing change nothing.
    ['the kingdom', [15, 7, 0], 'Italy'],
    ['the country', [9, 7.5, 0], 'Italy'],
    ['the kingdoms of old', [9, 7.5, 0], 'Italy'],
    // None of the three may be called so.
    ['the sultanate', [9, 7.5, 0], 'Italy'],
  ])('%s, with scores %j, is %s', (words, scores, name) => expect(calledSo(words, scores)).toBe(name));

  it('is asked of countries only: an initiative of the Sahel is none', () => {
    const { text, mentions } = marked('{c:Niger} met {o:the Sahel Initiative}.');
    const links = [{ earlier: 0, score: 1.5 }];
    const cast = castOf(text, [mentions[0]!, { ...mentions[1]!, links }], lookup, 2024);
    expect(cast.actors.map(({ name }) => name)).toEqual(['Niger', 'Sahel Initiative']);
  });

  it('holds for its years only', () => {
    expect(calledSo('the junta', [9, 0, 7.5], 2020)).toBe('Italy');
  });
});

describe('what words tell by themselves', () => {
  it.each<[string, ActorType, string | undefined]>([
    ['Niger', 'country', 'country:NER'],
    ['the Nigerian army', 'country', 'country:NGA'],
    ['South Sudanese officials', 'country', 'country:SSD'],
    ['Guinea-Bissau', 'country', 'country:GNB'],
    ['the country', 'country', undefined],
    ['it', 'country', undefined],
    ['Russian Chess Union', 'organisation', undefined],
    ['UN chief António Guterres', 'organisation', 'organisation:united-nations'],
    ['ECOWAS leaders', 'organisation', 'organisation:ecowas'],
    ['NATO Secretary-General', 'organisation', 'organisation:nato'],
    // The family name comes first.
    ['President Xi', 'country', 'country:CHN'],
    ['Minister Qin', 'country', 'country:CHN'],
    ['Gang', 'organisation', undefined],
    ['Zzyzx Movement', 'organisation', undefined],
  ])('%s (%s) is %s', (words, type, id) => {
    expect(identify({ words, type }, lookup)?.actor.id).toBe(id);
  });

  it.each([
    ['Foreign Minister Antonio Tajani', 'Antonio Tajani'],
    ['General Abdourahamane Tiani', 'Abdourahamane Tiani'],
    ['the president', ''],
  ])('%s without titles is "%s"', (words, name) => {
    expect(withoutTitles(words)).toBe(name);
  });

  it('tells names from descriptions', () => {
    expect(['Niger', 'the Kremlin', 'its Foreign Ministry'].every(isProperName)).toBe(true);
    expect(['the junta', 'it', 'Its', 'The bloc', 'He'].some(isProperName)).toBe(false);
  });

  it('makes ids from names in any script', () => {
    expect(slug('The Front for Change')).toBe('front-for-change');
    expect(slug('Côte d’Ivoire')).toBe('cote-d-ivoire');
    expect(slug('Газпром')).toBe('газпром');
    expect(slug('!!!')).toBe('unnamed');
  });
});
