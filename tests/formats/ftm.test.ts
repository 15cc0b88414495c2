import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ftmId, writeFtm } from '../../src/formats/ftm.ts';
import type { Assertion, GraphFile } from '../../src/model/index.ts';
import { foldTies } from '../../src/ties/fold.ts';
import { EXPELLED, FRANCE, NIGER, SMALL, anyGraph } from './graphs.ts';
import { HOSTILE, HOSTILE_TEXT } from './hostile.ts';

interface Entity {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

/** Of the model: followthemoney/types/entity.py. */
const ID = /^[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?$/;
const DATE = /^\d{4}(-\d\d(-\d\d)?)?$/;

function read(graph: GraphFile): Entity[] {
  return writeFtm(graph)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Entity);
}

const link = (change: Partial<Assertion>) =>
  read({ ...SMALL, assertions: [{ ...EXPELLED, ...change }] }).at(-1)!.properties;

describe('FollowTheMoney', () => {
  test('tells the tie as a link with its role, date, quote and proof', () => {
    const entities = read(SMALL);
    expect(entities.map(({ schema }) => schema)).toEqual([
      'PublicBody',
      'PublicBody',
      'Article',
      'UnknownLink',
    ]);
    expect(entities.at(-1)!.properties).toEqual({
      subject: [ftmId(NIGER.id)],
      object: [ftmId(FRANCE.id)],
      role: ['expelled'],
      status: ['actual'],
      date: ['2023-12'],
      summary: ['1 sources, confidence 0.9'],
      description: ['Niger expelled France.'],
      recordId: ['country:NER expelled country:FRA'],
      proof: [ftmId('article')],
    });
  });

  test.each<[change: Partial<Assertion>, dates: Record<string, string[]>]>([
    [
      { relation: 'allied-with', when: '2019/2021-05' },
      { startDate: ['2019'], endDate: ['2021-05'] },
    ],
    [{ relation: 'allied-with', when: '2018/..' }, { startDate: ['2018'] }],
    [{ when: '2023-07~' }, { date: ['2023-07'] }],
    [{ when: null, reported: '2024-03' }, { endDate: ['2024-03'] }],
    [{ when: null, reported: null }, {}],
  ])('%j is dated %j', (change, dates) => {
    const { date, startDate, endDate } = link(change);
    const found = { ...(date && { date }), ...(startDate && { startDate }), ...(endDate && { endDate }) };
    expect(found).toEqual(dates);
  });

  test('membership of an organisation is a membership, of a country a link', () => {
    const ecowas = { ...NIGER, id: 'organisation:ecowas', type: 'organisation' as const };
    const joined = { ...EXPELLED, relation: 'member-of', target: ecowas.id };
    const last = read({ ...SMALL, actors: [NIGER, ecowas], assertions: [joined] }).at(-1)!;
    expect(last).toMatchObject({ schema: 'Membership', properties: { organization: [ftmId(ecowas.id)] } });
  });

  test('countries have their two letters, languages their three', () => {
    expect(read(SMALL).flatMap(({ properties }) => properties['language'] ?? [])).toEqual(['eng']);
    expect(read(SMALL).flatMap(({ properties }) => properties['country'] ?? [])).toEqual(['fr', 'ne']);
  });

  test('officials represent their country', () => {
    const minister = { ...NIGER, id: 'person:m', type: 'person' as const, represents: NIGER.id };
    const found = read({ ...SMALL, actors: [...SMALL.actors, minister] });
    expect(found.find(({ schema }) => schema === 'Representation')!.properties).toMatchObject({
      agent: [ftmId('person:m')],
      client: [ftmId(NIGER.id)],
    });
  });

  test('hostile text stays text; addresses that are not of the web go', () => {
    const entities = read(HOSTILE);
    expect(entities.at(-1)!.properties['description']).toEqual([HOSTILE_TEXT]);
    expect(entities.find(({ schema }) => schema === 'Article')!.properties['sourceUrl']).toBeUndefined();
  });

  test('in any graph ids are allowed and distinct, references lead somewhere, dates are dates', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const entities = read(graph);
        const ids = entities.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of ids) expect(id).toMatch(ID);
        for (const { properties } of entities) {
          for (const name of ['subject', 'object', 'member', 'organization', 'proof'])
            for (const id of properties[name] ?? []) expect(ids).toContain(id);
          for (const name of ['date', 'startDate', 'endDate', 'publishedAt'])
            for (const date of properties[name] ?? []) expect(date).toMatch(DATE);
        }
        const links = entities.filter(({ schema }) => /Link|Membership/.test(schema));
        const ties = foldTies(graph.assertions).filter(
          (t) => t.supporting.length > 0 && t.source !== t.target,
        );
        expect(links.length).toBe(ties.reduce((sum, { spells }) => sum + Math.max(1, spells.length), 0));
      }),
      { numRuns: 40 },
    );
  });
});
