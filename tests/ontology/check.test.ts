import { describe, expect, it } from 'vitest';
import { checkKnowledge } from '../../src/ontology/check.ts';
import { checkRelations } from '../../src/ontology/check-relations.ts';
import { COLUMNS } from '../../src/ontology/knowledge.ts';
import type { RelationSpec } from '../../src/ontology/spec.ts';
import { describeProblem } from '../../src/ontology/table.ts';
import { shippedFiles, table } from './tables.ts';

const org = (...rows: string[][]): Record<string, string> => ({
  'organisations.tsv': table(COLUMNS['organisations.tsv']!, ...rows),
});
const mission = (...rows: string[][]): Record<string, string> => ({
  'missions.tsv': table(COLUMNS['missions.tsv']!, ...rows),
});
const official = (...rows: string[][]): Record<string, string> => ({
  ...org(['organisation:a', 'Alpha', 'igo', '', '']),
  'officials.tsv': table(COLUMNS['officials.tsv']!, ...rows),
});
const found = (files: Record<string, string>): string[] => checkKnowledge(files).map(describeProblem);

const ALPHA = ['organisation:a', 'Alpha', 'igo', 'Al', ''];
const BETA = ['organisation:b', 'Beta', 'igo', 'Al', ''];

describe('checkKnowledge', () => {
  it('finds nothing wrong in the shipped tables and relations', () => {
    expect(found(shippedFiles)).toEqual([]);
  });

  it('is content with a small sound table', () => {
    expect(found(org(ALPHA))).toEqual([]);
  });

  it.each([
    [
      'rows out of order',
      org(BETA.with(3, ''), ALPHA),
      'data/organisations.tsv:3: stands behind "organisation:b"',
    ],
    [
      'a blank at the end of a cell',
      org(ALPHA.with(1, 'Alpha ')),
      'data/organisations.tsv:2: column name has a blank',
    ],
    ['a blank in a list', org(ALPHA.with(3, 'Al |Alf')), 'column aliases has a blank'],
    ['an empty item', org(ALPHA.with(3, 'Al||Alf')), 'column aliases has a blank or an empty item'],
    ['the same name twice', org(ALPHA.with(3, 'Al|Al')), 'column aliases says the same twice'],
    [
      'a parent that is in no table',
      org(ALPHA.with(4, 'organisation:zz')),
      'parent "organisation:zz" is in no table',
    ],
    ['its own parent', org(ALPHA.with(4, 'organisation:a')), 'is its own parent'],
    [
      'two of one name',
      org(ALPHA, BETA.with(1, 'the ALPHA').with(3, '')),
      'the name "the ALPHA" stands already at data/organisations.tsv:2',
    ],
    [
      'an alias of two actors',
      org(ALPHA, BETA),
      '"Al" also means organisation:a: give it to one, or say why',
    ],
    [
      'a host in no table',
      mission(['mission:m', 'M One', '', '', 'country:ZZZ', '', '']),
      'host "country:ZZZ" is in no table',
    ],
    [
      'years reversed',
      mission(['mission:m', 'M One', '', '', '', '2020', '2018']),
      'ends in 2018 before it begins in 2020',
    ],
    ['a bad row', mission(['mission:m']), 'data/missions.tsv:2: has 1 cells, not 7'],
    [
      'an official of nobody',
      official(['Ada Reed', 'organisation:zz', 'head', '', '', '']),
      'actor "organisation:zz" is in no table',
    ],
    [
      'an office that ends too soon',
      official(['Ada Reed', 'organisation:a', 'head', '2021-05', '2021-04', '']),
      'ends in 2021-04',
    ],
    [
      'officials out of order',
      official(['Bo', 'organisation:a', '', '', '', ''], ['Al', 'organisation:a', '', '', '', '']),
      'data/officials.tsv:3: stands behind "Bo"',
    ],
    [
      'a decoy that is a name',
      { ...org(ALPHA), 'decoys.txt': 'the Alpha' },
      'data/decoys.txt:1: "the Alpha" is a name of organisation:a',
    ],
    [
      'decoys out of order',
      { 'decoys.txt': '# why\nLake\nGulf' },
      'data/decoys.txt:3: "Gulf" stands behind "Lake"',
    ],
    ['a collective twice', { 'collectives.txt': 'sahel\nthe sahel' }, '"the sahel" stands already at line 1'],
    [
      'a reason for a name that one actor has',
      { ...org(ALPHA), 'ambiguous.txt': 'Al\tboth' },
      'data/ambiguous.txt:1: "al" means fewer than two actors',
    ],
  ])('reports %s', (_, files, message) => {
    expect(found(files)).toEqual([expect.stringContaining(message)]);
  });

  it('wants a reason for an ambiguous name', () => {
    const files = { ...org(ALPHA, BETA), 'ambiguous.txt': 'Al' };
    expect(found(files)).toContain('data/ambiguous.txt:1: must be a name, a tab and the reason');
  });

  it.each([
    [
      'a name of two actors for which there is a reason',
      { ...org(ALPHA, BETA), 'ambiguous.txt': '# why\nAl\tboth' },
    ],
    [
      'an end that is less precise than the beginning',
      mission(['mission:m', 'M One', '', '', '', '2018-07', '2018']),
    ],
    [
      'two rows for one person',
      official(['Bo', 'organisation:a', '', '2001', '', ''], ['Bo', 'organisation:a', '', '2009', '', '']),
    ],
  ])('accepts %s', (_, files) => {
    expect(found(files)).toEqual([]);
  });
});

describe('checkRelations', () => {
  const sound: RelationSpec = {
    label: 'helped',
    inverse: 'was helped by',
    sign: 1,
    time: 'event',
    cues: 'help',
    source: ['country'],
    target: ['country'],
    examples: [{ text: '[Mali] helped {Togo}.' }],
  };
  const { inverse: _, ...withoutInverse } = sound;

  it.each<[string, Record<string, RelationSpec>, string]>([
    ['the same label', { a: sound, b: sound }, 'b and a have the same label "helped"'],
    ['no example', { a: { ...sound, examples: [] } }, 'a has no example'],
    [
      'near misses only',
      { a: { ...sound, examples: [{ text: '[A] {B}', none: true }] } },
      'a has no example',
    ],
    [
      'an example without roles',
      { a: { ...sound, examples: [{ text: 'Mali helped.' }] } },
      'without [source] or {target}',
    ],
    [
      'an inverse of a symmetric one',
      { a: { ...sound, symmetric: true } },
      'a is symmetric and has an inverse',
    ],
    ['no inverse', { a: withoutInverse }, 'a has no inverse label'],
    [
      'an effect on no relation',
      { a: { ...sound, closes: { relations: ['zz'], roles: 'same' } } },
      'a opens or closes "zz"',
    ],
    ['no source', { a: { ...sound, source: [] } }, 'a allows no source'],
  ])('reports %s', (_name, specs, message) => {
    expect(checkRelations(specs).map((problem) => problem.message)).toEqual([
      expect.stringContaining(message),
    ]);
  });

  it('is content with a sound one', () => {
    expect(checkRelations({ a: sound })).toEqual([]);
  });
});
