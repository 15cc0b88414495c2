import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrationOf, fitCalibration } from '../../src/evaluate/calibration.ts';
import { type LabelledRelation, parseLabels } from '../../src/evaluate/labels.ts';
import { f1Of, precisionOf, recallOf, score } from '../../src/evaluate/score.ts';
import type { Assertion, Status } from '../../src/model/index.ts';

const NAMES = ['A', 'B', 'C'];
const label = (source: string, relation: string, target: string, more: Partial<LabelledRelation> = {}) => ({
  source,
  relation,
  target,
  status: 'actual' as Status,
  when: null,
  evidence: ['Said so.'],
  ...more,
});
const read = (
  source: string,
  relation: string,
  target: string,
  more: Partial<Assertion> = {},
): Assertion => ({
  id: `${source}${relation}${target}`,
  source,
  relation,
  target,
  status: 'actual',
  when: null,
  whenBasis: 'document',
  reported: null,
  topics: [],
  confidence: 0.5,
  evidence: [
    { document: 'd', start: 0, end: 1, quote: 'x', source: [], target: [], reader: 't', confidence: 0.5 },
  ],
  ...more,
});
const scored = (labels: LabelledRelation[], assertions: Assertion[]) =>
  score([
    {
      labels: {
        id: 'd',
        entities: [
          ...NAMES.map((name) => ({ name, type: 'country' as const, aliases: [] })),
          { name: 'P', type: 'person', aliases: [] },
        ],
        relations: labels,
      },
      assertions,
      names: new Map([...NAMES, 'P'].map((name) => [name, name])),
    },
  ]);

describe('scores', () => {
  it('count pair, direction and relation; symmetric pairs are unordered', () => {
    const { strict } = scored(
      [label('A', 'expelled', 'B'), label('B', 'met-with', 'A'), label('A', 'aid', 'C')],
      [read('A', 'expelled', 'B'), read('A', 'met-with', 'B'), read('C', 'aid', 'A')],
    );
    expect(strict).toEqual({ hits: 2, found: 3, labelled: 3 });
    expect([precisionOf(strict), recallOf(strict), f1Of(strict)]).toEqual([2 / 3, 2 / 3, 2 / 3]);
  });
  it('give credit in stance for the right sign between the right two', () => {
    const { strict, stance } = scored([label('A', 'expelled', 'B')], [read('B', 'accuses', 'A')]);
    expect([strict.hits, stance.hits]).toEqual([0, 1]);
  });
  it('leave optional labels out both ways', () => {
    const optional = [label('A', 'expelled', 'B', { optional: true })];
    expect(scored(optional, [read('A', 'expelled', 'B')]).strict).toEqual({ hits: 0, found: 0, labelled: 0 });
    expect(scored(optional, []).strict).toEqual({ hits: 0, found: 0, labelled: 0 });
  });
  it('count an actor that the labels do not know as wrong, and leave persons out', () => {
    const { strict } = scored(
      [label('P', 'accuses', 'A')],
      [read('P', 'accuses', 'A'), read('X', 'aid', 'A')],
    );
    expect(strict).toEqual({ hits: 0, found: 1, labelled: 0 });
  });
  it('score status by the surest assertion, and time by a common beginning of at least a year', () => {
    const labels = [
      label('A', 'expelled', 'B', { status: 'planned', when: '2024-03-26' }),
      label('A', 'aid', 'B', { when: '2023' }),
      label('B', 'aid', 'C', { when: '2023' }),
    ];
    const { status, time } = scored(labels, [
      read('A', 'expelled', 'B', { when: '2024-03', confidence: 0.4 }),
      read('A', 'expelled', 'B', { status: 'planned', confidence: 0.6 }),
      read('A', 'aid', 'B', { when: '2022' }),
      read('B', 'aid', 'C'),
    ]);
    expect(status).toEqual({ right: 3, of: 3 });
    expect(time).toEqual({ right: 1, of: 3 });
  });
  it('name every miss and false alarm with its sentence', () => {
    const { cases } = scored([label('A', 'aid', 'B')], [read('A', 'joined', 'C')]);
    expect(cases.map(({ kind, relation, quote }) => [kind, relation, quote])).toEqual([
      ['false', 'joined', 'x'],
      ['missed', 'aid', 'Said so.'],
    ]);
  });
});

describe('labels', () => {
  it('that are broken name the file', () => {
    expect(() => parseLabels('{', 'x.json')).toThrow('x.json');
    const unknown = { id: 'x', entities: [], relations: [label('A', 'aid', 'B')] };
    expect(() => parseLabels(JSON.stringify(unknown), 'x.json')).toThrow('"A", which is no entity');
  });
});

describe('calibration', () => {
  it('is without error where confidence is the share that was right', () => {
    expect(
      calibrationOf([
        [0.5, true],
        [0.5, false],
      ]).error,
    ).toBe(0);
    expect(
      calibrationOf([
        [1, false],
        [1, true],
      ]).error,
    ).toBe(0.5);
    expect(calibrationOf([]).error).toBe(0);
  });
  it('fits a curve that gives back what probabilities are worth', () => {
    // A network that is too sure of itself: of what it gives .8, three in five are right, of .3 two in five.
    const outcomes = [0.3, 0.8].flatMap((p) =>
      Array.from({ length: 100 }, (_, i): [number, boolean] => [p, i < (p === 0.8 ? 60 : 40)]),
    );
    const curve = new Map(fitCalibration(outcomes));
    expect(curve.get(0.8)).toBeCloseTo(0.6, 2);
    expect(curve.get(0.3)).toBeCloseTo(0.4, 2);
    expect(curve.get(0.5)).toBeCloseTo(0.48, 1);
  });

  it('fits a curve that never falls, whatever was right', () => {
    const chance = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean());
    fc.assert(
      fc.property(fc.array(chance), (outcomes) => {
        const curve = fitCalibration(outcomes);
        curve.forEach(([p, c], k) => {
          expect(c).toBeGreaterThanOrEqual(0);
          expect(c).toBeLessThanOrEqual(1);
          if (k > 0) expect(p).toBeGreaterThan(curve[k - 1]![0]);
          if (k > 0) expect(c).toBeGreaterThanOrEqual(curve[k - 1]![1]);
        });
      }),
      { numRuns: 30 },
    );
  });
});
