import { describe, expect, test } from 'vitest';
import { cameoCode, cameoRelation, ploverRelation } from '../../src/ontology/event-codes.ts';
import { RELATIONS } from '../../src/ontology/relations/index.ts';

describe('CAMEO codes', () => {
  test.each<[written: string, code: string | null]>([
    ['040', '040'],
    ['40', '040'],
    ['10', '010'],
    ['20', '020'],
    ['211', '0211'],
    ['111', '111'],
    ['200', '200'],
    ['0311', '0311'],
    ['19', '019'],
    ['04', '04'],
    ['4', '04'],
    ['1823', '1823'],
    ['2311', null],
    ['00', null],
    ['04a', null],
    ['', null],
    ['---', null],
  ])('%j is the code %s', (written, code) => {
    expect(cameoCode(written)).toBe(code);
  });

  test.each<[code: string, relation: string | null, status?: string]>([
    ['010', null],
    ['019', 'supports', 'actual'],
    ['020', null],
    ['030', 'cooperates-with', 'planned'],
    ['0312', 'cooperates-with', 'planned'],
    ['0331', 'aid', 'planned'],
    ['0332', 'security-aid', 'planned'],
    ['0354', 'eased', 'planned'],
    ['0356', null],
    ['036', 'met-with', 'planned'],
    ['042', 'met-with', 'actual'],
    ['045', 'mediates', 'actual'],
    ['054', 'recognises', 'actual'],
    ['057', 'signed-agreement', 'actual'],
    ['061', 'trades-with', 'actual'],
    ['0811', null],
    ['085', 'eased', 'actual'],
    ['0873', null],
    ['0874', 'withdrew-from', 'actual'],
    ['1053', 'demands', 'actual'],
    ['112', 'accuses', 'actual'],
    ['129', 'rejects', 'actual'],
    ['138', 'threatens', 'actual'],
    ['141', null],
    ['154', null],
    ['160', null],
    ['161', 'cut-ties', 'actual'],
    ['1622', 'suspended', 'actual'],
    ['163', 'sanctioned', 'actual'],
    ['166', null],
    ['1661', null],
    ['1711', 'seized', 'actual'],
    ['1712', null],
    ['174', 'expelled', 'actual'],
    ['175', null],
    ['190', 'attacked', 'actual'],
    ['2042', 'attacked', 'actual'],
    ['2999', null],
  ])('%s is %s', (code, relation, status) => {
    const found = cameoRelation(code);
    expect(found.relation).toBe(relation);
    if (found.relation !== null) expect(found.status).toBe(status);
    else expect(found.code).toBe(code);
  });
});

describe('PLOVER events', () => {
  test.each<[type: string, mode: string, contexts: string[], relation: string | null, status?: string]>([
    ['CONSULT', 'visit', [], 'met-with', 'actual'],
    ['Consult', 'Third-Party', [], 'mediates', 'actual'],
    ['AGREE', '', ['economic'], 'signed-agreement', 'planned'],
    ['AID', '', ['economic'], 'aid', 'actual'],
    ['AID', '', ['Military'], 'security-aid', 'actual'],
    ['ASSAULT', 'aerial', ['military'], 'attacked', 'actual'],
    ['CONCEDE', '', [], 'eased', 'actual'],
    ['REQUEST', 'yield', [], 'demands', 'actual'],
    ['REQUEST', 'assist', [], null],
    ['SANCTION', 'expel', [], 'expelled', 'actual'],
    ['SANCTION', '', [], null],
    ['COERCE', 'curfew', [], null],
    ['COERCE', 'seize', [], 'seized', 'actual'],
    ['MOBILIZE', 'troops', [], null],
    ['PROTEST', 'demo', [], null],
    ['RETREAT', 'ceasefire', [], null],
    ['SMILE', '', [], null],
  ])('%s %s %j is %s', (type, mode, contexts, relation, status) => {
    const found = ploverRelation(type, mode, contexts);
    expect(found.relation).toBe(relation);
    if (found.relation !== null) expect(found.status).toBe(status);
  });
});

test('every relation that a code gives exists, and conflict codes never give cooperation', () => {
  for (let root = 10; root <= 20; root++) {
    for (let digit = 0; digit <= 9; digit++) {
      const { relation } = cameoRelation(`${root}${digit}`);
      if (relation !== null) expect(RELATIONS[relation].sign).toBe(-1);
    }
  }
});
