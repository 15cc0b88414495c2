import { describe, expect, test } from 'vitest';
import { read, tabs } from './reading.ts';

const HEADER =
  'Event ID|Event Date|Event Type|Event Mode|Contexts|Actor Name|Actor Country|Actor Primary Sector|Recipient Name|Recipient Country|Recipient Primary Sector|Source|Publication Date'.split(
    '|',
  );
type Actor = readonly [name: string, country: string, sector: string];
const ISRAEL: Actor = ['Israel', 'ISR', 'GOV'];
const EGYPT: Actor = ['', 'EGY', ''];

function row(
  source: Actor,
  type: string,
  target: Actor,
  { mode = '', contexts = '', published = '2023-02-03' } = {},
): string[] {
  return ['E1', '2023-02-01', type, mode, contexts, ...source, ...target, 'Xinhua', published];
}

describe('POLECAT events', () => {
  test.each<[name: string, row: string[], claim: string]>([
    ['names and codes', row(ISRAEL, 'ACCUSE', EGYPT), 'country:ISR accuses country:EGY 2023-02-01 actual'],
    [
      'a minister by name',
      row(['Jane Roe', 'ISR', 'GOV'], 'ACCUSE', EGYPT),
      'country:ISR accuses country:EGY 2023-02-01 actual',
    ],
    [
      'a country by its name',
      row(['', 'Israel', 'MIL'], 'ASSAULT', EGYPT),
      'country:ISR attacked country:EGY 2023-02-01 actual',
    ],
    [
      'a mode',
      row(ISRAEL, 'CONSULT', EGYPT, { mode: 'third-party' }),
      'country:ISR mediates country:EGY 2023-02-01 actual',
    ],
    [
      'a context',
      row(ISRAEL, 'AID', EGYPT, { contexts: 'diplomatic; military' }),
      'country:ISR security-aid country:EGY 2023-02-01 actual',
    ],
    [
      'an organisation',
      row(['European Union', 'None', 'IGO'], 'SANCTION', EGYPT, { mode: 'expel' }),
      'organisation:european-union expelled country:EGY 2023-02-01 actual',
    ],
  ])('takes %s', (_, one, claim) => {
    expect(read('polecat', tabs(HEADER, one)).claims).toEqual([claim]);
  });

  test.each<[name: string, row: string[], reason: RegExp]>([
    ['civilians', row(['Jane Roe', 'ISR', 'CVL'], 'ACCUSE', EGYPT), /does not act for it/],
    ['several countries in a cell', row(['', 'ISR; USA', 'GOV'], 'ACCUSE', EGYPT), /several countries/],
    ['nobody', row(['None', 'None', 'None'], 'ACCUSE', EGYPT), /missing/],
    ['a protest', row(ISRAEL, 'PROTEST', EGYPT), /names no relation/],
    ['a type that is none', row(ISRAEL, 'SMILE', EGYPT), /does not exist/],
    [
      'a report before the event',
      row(ISRAEL, 'ACCUSE', EGYPT, { published: '2023-01-31' }),
      /after it was reported/,
    ],
  ])('counts %s and takes nothing', (_, one, reason) => {
    const { claims, imported } = read('polecat', tabs(HEADER, one));
    expect(claims).toEqual([]);
    expect(imported.tally).toMatchObject([{ rows: 1 }]);
    expect(imported.tally[0]!.reason).toMatch(reason);
  });

  test('reports are dated by their publication', () => {
    const [assertion] = read('polecat', tabs(HEADER, row(ISRAEL, 'ACCUSE', EGYPT))).graph.assertions;
    expect(assertion).toMatchObject({ when: '2023-02-01', reported: '2023-02-03' });
    expect(assertion!.evidence[0]!.quote).toBe('E1 · ACCUSE · Israel · EGY · Xinhua');
  });
});
