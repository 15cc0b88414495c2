import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLUMNS, parseKnowledge } from '../../src/ontology/knowledge.ts';
import { compileLookup, plainName } from '../../src/ontology/lookup.ts';
import { lookup, shipped, table } from './tables.ts';

const exactIds = (words: string): string[] => lookup.exact(words).map(({ actor }) => actor?.id ?? '?');
const withinIds = (words: string): string[] => lookup.within(words).map(({ actor }) => actor?.id ?? '?');

describe('plainName', () => {
  it.each([
    ['the United Arab Emirates', 'united arab emirates'],
    ['The', 'the'],
    ["Côte d'Ivoire", 'cote divoire'],
    ['CÔTE D’IVOIRE’s', 'cote divoire'],
    ['U.S.', 'us'],
    ["the U.S.'s", 'us'],
    ['D.R. Congo', 'dr congo'],
    ['Guinea-Bissau', 'guinea bissau'],
    ["N'Djamena", 'ndjamena'],
    ['OPEC+', 'opec plus'],
    ['Bosnia & Herzegovina', 'bosnia and herzegovina'],
    ['Jonas Gahr Støre', 'jonas gahr store'],
    ['Władysław', 'wladyslaw'],
    ['İbrahim Kalın', 'ibrahim kalin'],
    ['  Saudi \n Arabia ', 'saudi arabia'],
    ['constructor', 'constructor'],
    ['…', ''],
  ])('%j is compared as %j', (words, plain) => {
    expect(plainName(words)).toBe(plain);
  });

  it('gives the same for what it gave, so that names can be stored plain', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (words) => {
        const plain = plainName(words);
        // A second "the" would be taken off only now; nothing else may change.
        expect(plainName(plain)).toBe(plain.replace(/^the (?=.)/, ''));
      }),
    );
  });
});

describe('exact', () => {
  it.each([
    ['Niger', ['country:NER']],
    ['Nigerien', ['country:NER']],
    ['Nigerian', ['country:NGA']],
    ['Niamey', ['country:NER']],
    ['Burkinabè', ['country:BFA']],
    ['Upper Volta', ['country:BFA']],
    ['Farnesina', ['country:ITA']],
    ["Quai d'Orsay", ['country:FRA']],
    ['the Kremlin', ['country:RUS']],
    ['Turkiye', ['country:TUR']],
    ['Guinea', ['country:GIN']],
    ['Guinea-Bissau', ['country:GNB']],
    ['Equatorial Guinea', ['country:GNQ']],
    ['Papua New Guinea', ['country:PNG']],
    ['Dominica', ['country:DMA']],
    ['Dominican', ['country:DOM']],
    ['South Sudanese', ['country:SSD']],
    ['Sudanese', ['country:SDN']],
    ['Congo', ['country:COD', 'country:COG']],
    ['Brussels', ['organisation:european-union', 'country:BEL']],
    ['US', ['country:USA']],
    ['the U.S.', ['country:USA']],
    ["US's", ['country:USA']],
    ['Economic Community of West African States', ['organisation:ecowas']],
    ['ECOWAS', ['organisation:ecowas']],
    ['Ecowas', ['organisation:ecowas']],
    ['Nato', ['organisation:nato']],
    ['OPEC', ['organisation:opec']],
    ['Opec+', ['organisation:opec-plus']],
    ["Jama'at Nusrat al-Islam wal-Muslimin", ['organisation:jnim']],
    ['JNIM', ['organisation:jnim']],
    ['Al Shabaab', ['organisation:al-shabaab']],
    ['Italian Support Mission in Niger', ['mission:misin']],
    ['EUFOR Tchad/RCA', ['mission:eufor-tchad-rca']],
  ])('%s is %j', (words, ids) => {
    expect(exactIds(words)).toEqual(ids);
  });

  it.each(['us', 'Us', 'who', 'Who', 'is', 'Gulf of Guinea', 'Nigerians in Niger', '', 'the'])(
    '%j is nobody',
    (words) => {
      expect(exactIds(words)).toEqual([]);
    },
  );

  it('says what the name is to the actor', () => {
    const kinds = ['Niger', 'America', 'Kremlin', 'French', 'Kyiv', 'Zaire', 'Antonio Tajani'];
    expect(kinds.map((words) => lookup.exact(words)[0]?.kind)).toEqual([
      'name',
      'short',
      'seat',
      'demonym',
      'capital',
      'former',
      'official',
    ]);
  });

  it('finds every actor by every one of its names', () => {
    const lost = [...shipped.actors.values()].flatMap(({ id, names }) =>
      names.filter(({ words }) => !exactIds(words).includes(id)).map(({ words }) => `${id} ${words}`),
    );
    expect(lost).toEqual([]);
  });
});

describe('within', () => {
  it.each([
    ['French troops in Niger', ['country:FRA', 'country:NER']],
    ['South Sudanese officers', ['country:SSD']],
    ["Guinea-Bissau's army", ['country:GNB']],
    ['the government of Nigeria', ['country:NGA']],
    ['troops from Equatorial Guinea and Guinea', ['country:GNQ', 'country:GIN']],
    ['the Foreign Ministry of the Democratic Republic of the Congo', ['country:COD']],
    ['the UN Security Council and UNHCR', ['organisation:united-nations', 'organisation:unhcr']],
    ['the pro-Russian side', ['country:RUS']],
    ['St. Vincent and the Grenadines', ['country:VCT']],
    ['He told Niger. France left.', ['country:NER', 'country:FRA']],
    ['Foreign Minister Antonio Tajani', ['country:ITA']],
    ["Congo's capital", ['country:COD', 'country:COG']],
    ['Rafael Correa', ['country:ECU']],
  ])('%j names %j', (words, ids) => {
    expect(withinIds(words)).toEqual(ids);
  });

  it.each([
    'the Gulf of Guinea',
    'in the Indian Ocean',
    'New Jersey',
    'Latin American leaders',
    'polished shoes',
    'a chadic tongue',
    'let us go',
    'Nigerland',
    'male officers',
    'Lake Chad',
  ])('%j names nobody', (words) => {
    expect(withinIds(words)).toEqual([]);
  });

  it('does not make one name of words that a comma parts', () => {
    expect(withinIds('to the South, Sudanese troops')).toEqual(['country:SDN']);
  });

  it('places the name in the text, without the possessive', () => {
    const text = "and the U.S.'s envoy met Côte d’Ivoire’s minister";
    expect(lookup.within(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'U.S.',
      'Côte d’Ivoire',
    ]);
  });

  it('agrees with a look at every stretch of words', () => {
    const words = ['South', 'Sudan', 'Guinea', 'Bissau', 'Equatorial', 'Niger', 'and', 'Papua', 'New', 'the'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 8 }), (list) => {
        expect(lookup.within(list.join(' ')).map(({ actor }) => actor?.id)).toEqual(longestFirst(list));
      }),
    );
  });
});

describe('official', () => {
  it.each([
    ['Antonio Tajani', undefined, ['country:ITA']],
    ['Tajani', undefined, ['country:ITA']],
    ['Erdogan', undefined, ['country:TUR']],
    ['von der Leyen', undefined, ['organisation:european-union']],
    ['al-Sharaa', undefined, ['country:SYR']],
    ['Sharaa', undefined, ['country:SYR']],
    ['Xi', undefined, ['country:CHN']],
    ['Zelenskyy', undefined, ['country:UKR']],
    ['Mark Rutte', 2019, ['country:NLD']],
    ['Mark Rutte', 2025, ['organisation:nato']],
    ['Rutte', 2012, ['country:NLD']],
    ['Rutte', undefined, ['organisation:nato', 'country:NLD']],
    ['King Abdullah', 2010, ['country:JOR']],
    ['dos Santos', undefined, ['country:AGO']],
    ['Tiani', 2024, ['country:NER']],
    ['Leyen', undefined, []],
    ['Jinping', undefined, []],
    ['Un', undefined, []],
    ['Nobody', undefined, []],
    ['France', undefined, []],
  ])('%s in %s acts for %j', (words, year, ids) => {
    const found = lookup.official(words, year).map(({ actor }) => actor?.id);
    expect([...new Set(found)]).toEqual(ids);
  });

  it('gives all who have the name where nobody held office in the year', () => {
    const found = lookup.official('Mark Rutte', 1999).map(({ actor }) => actor?.id);
    expect(new Set(found)).toEqual(new Set(['country:NLD', 'organisation:nato']));
  });

  it('still names the official of an actor that is in no table', () => {
    const officials = table(COLUMNS['officials.tsv']!, ['Ada Reed', 'country:ZZZ', 'president', '', '', '']);
    const small = compileLookup(parseKnowledge({ 'officials.tsv': officials }));
    expect(small.official('Reed')).toMatchObject([{ actor: undefined, official: { name: 'Ada Reed' } }]);
  });
});

/** The oracle: at each word the longest stretch that is a name as a whole. */
function longestFirst(words: readonly string[]): (string | undefined)[] {
  const ids: (string | undefined)[] = [];
  let at = 0;
  while (at < words.length) {
    let length = words.length - at;
    // "the" is no part of a name in a text, though `exact` takes it off.
    while (length > 0 && (words[at] === 'the' || !isName(words.slice(at, at + length)))) length -= 1;
    if (length > 0 && words.slice(at, at + length).join(' ') !== 'New Guinea') {
      ids.push(...exactIds(words.slice(at, at + length).join(' ')));
    }
    at += Math.max(1, length);
  }
  return ids;
}

function isName(words: readonly string[]): boolean {
  const name = words.join(' ');
  return name === 'New Guinea' || lookup.exact(name).length > 0;
}
