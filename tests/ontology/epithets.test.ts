import { describe, expect, it } from 'vitest';
import { epithetFinder } from '../../src/ontology/epithets.ts';
import { readKnowledge } from '../../src/ontology/knowledge.ts';

const epithet = (
  id: string,
  words: string[],
  actors: string[],
  from: string | null = null,
  to: string | null = null,
) => ({
  id,
  words,
  actors,
  from,
  to,
});
const find = epithetFinder([
  epithet('kingdom', ['kingdom', 'monarchy'], ['country:JOR', 'country:MAR']),
  epithet('gulf', ['Gulf monarchy'], ['country:QAT']),
  epithet('junta', ['putschist*'], ['country:NER'], '2023'),
  epithet('junta-before', ['putschist*'], ['country:MMR'], '1988', '2011'),
]);

describe('what words without a name may stand for', () => {
  it.each<[string, number | undefined, string[] | null]>([
    ['the kingdom', 2024, ['country:JOR', 'country:MAR']],
    ['The Gulf monarchy', 2024, ['country:JOR', 'country:MAR', 'country:QAT']],
    ['the putschists', 2024, ['country:NER']],
    ['the putschists', 2023, ['country:NER']],
    ['the putschists', 2011, ['country:MMR']],
    ['the putschists', 2015, null],
    ['the putschists', undefined, ['country:NER', 'country:MMR']],
    ['the kingdoms', 2024, null],
    ['its neighbour', 2024, null],
  ])('%s in %s', (words, year, ids) => {
    expect(find(words, year)).toEqual(ids === null ? null : new Set(ids));
  });
});

describe('a table of epithets', () => {
  const read = (rows: string) =>
    readKnowledge({
      'countries.tsv':
        'id\tname\tiso2\tshort\tdemonyms\tcapitals\tseats\tformer\ncountry:JOR\tJordan\tJO\t\t\tAmman\t\t',
      'epithets.tsv': `id\twords\tactors\tfrom\tto\n${rows}`,
    }).problems;
  it.each([
    ['kingdom\t\tcountry:JOR\t\t', 'an epithet needs words and actors'],
    ['kingdom\tkingdom\t\t\t', 'an epithet needs words and actors'],
    ['kingdom\tkingdom\tcountry:JRD\t\t', 'country:JRD is no actor of the tables'],
    ['kingdom\tkingdom\tcountry:JOR\tlately\t', '"lately" is no year'],
    ['kingdom\tkingdom\tcountry:JOR\t2024\t2023', 'it ends, 2023, before it begins, 2024'],
    ['a\tx\tcountry:JOR\t\t\na\ty\tcountry:JOR\t\t', 'the epithet a stands here twice'],
  ])('with %j is told to be wrong', (rows, message) => {
    const [problem] = read(rows);
    expect(problem).toMatchObject({
      file: 'data/epithets.tsv',
      message: expect.stringContaining(message) as string,
    });
  });
  it('that is right has no problems', () =>
    expect(read('kingdom\tkingdom\tcountry:JOR\t1946\t')).toEqual([]));
});
