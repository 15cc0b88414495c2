import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Assertion, Clock } from '../../src/model/index.ts';
import { readGraph, writeGraph } from '../../src/formats/json.ts';
import { citationOf, takeSnapshot } from '../../src/snapshots/snapshot.ts';
import { tiesAt } from '../../src/snapshots/view.ts';
import { foldTies } from '../../src/ties/fold.ts';
import { assertions, graphOf, said } from './graphs.ts';

const A = 'country:A';
const B = 'country:B';
const O = 'organisation:o';

/** The certainty of the one tie at a date, or `absent`. */
function standing(asOf: string, clock: Clock, ...some: Assertion[]): string {
  return tiesAt(graphOf(some), { asOf, clock })[0]?.certainty ?? 'absent';
}

describe('ties at a date', () => {
  const inForce = said(A, 'deployed-in', B, { when: '2023' });
  it.each<[string, string, Assertion[]]>([
    ['absent', '2022-12-31', [inForce]],
    ['possible', '2023-03', [inForce]],
    ['certain', '2023', [inForce]],
    ['certain', '2030', [inForce]],
    ['undated', '1990', [said(A, 'deployed-in', B)]],
    ['possible', '2020', [said(A, 'deployed-in', B, { reported: '2022' })]],
    ['certain', '2022', [said(A, 'deployed-in', B, { reported: '2022' })]],
    ['absent', '2021', [said(A, 'allied-with', B, { when: '2018/2020' })]],
    ['certain', '2019-05', [said(A, 'allied-with', B, { when: '2018/2020' })]],
    ['absent', '2021', [said(A, 'cooperates-with', B, { status: 'planned', reported: '2022' })]],
    ['certain', '2023', [said(A, 'cooperates-with', B, { status: 'planned', reported: '2022' })]],
  ])('is %s on %s', (certainty, asOf, some) => {
    expect(standing(asOf, 'when', ...some)).toBe(certainty);
  });

  it('knows on the clock "reported" only what documents had said', () => {
    const late = said(A, 'expelled', B, { when: '2020', reported: '2023-06' });
    expect(standing('2021', 'when', late)).toBe('certain');
    expect(standing('2021', 'reported', late)).toBe('absent');
    expect(standing('2023-06', 'reported', late)).toBe('certain');
  });

  it.each<[string, Assertion, Assertion, string]>([
    [
      'leaving ends a membership',
      said(A, 'joined', O, { when: '2020' }),
      said(A, 'left', O, { when: '2022' }),
      'member-of',
    ],
    [
      'expelling ends a deployment',
      said(A, 'deployed-in', B, { when: '2020' }),
      said(B, 'expelled', A, { when: '2022' }),
      'deployed-in',
    ],
    [
      'withdrawing ends a deployment',
      said(A, 'deployed-in', B, { when: '2020' }),
      said(A, 'withdrew-from', B, { when: '2022' }),
      'deployed-in',
    ],
    [
      'ending ends an agreement',
      said(A, 'signed-agreement', B, { when: '2020' }),
      said(B, 'ended', A, { when: '2022' }),
      'signed-agreement',
    ],
    [
      'cutting ties ends cooperation',
      said(A, 'cooperates-with', B, { when: '2020' }),
      said(A, 'cut-ties', B, { when: '2022' }),
      'cooperates-with',
    ],
    [
      'restoring ties ends their cut',
      said(A, 'cut-ties', B, { when: '2020' }),
      said(A, 'restored-ties', B, { when: '2022' }),
      'cut-ties',
    ],
    [
      'easing ends sanctions',
      said(A, 'sanctioned', B, { when: '2020' }),
      said(A, 'eased', B, { when: '2022' }),
      'sanctioned',
    ],
  ])('%s', (_, opening, closing, relation) => {
    const relations = (asOf: string, ...some: Assertion[]) =>
      tiesAt(graphOf(some), { asOf, clock: 'when' }).map((tie) => tie.relation);
    expect(relations('2021', opening, closing)).toContain(relation);
    expect(relations('2023', opening, closing)).not.toContain(relation);
    // Plans and claims neither open nor close.
    for (const status of ['planned', 'alleged', 'denied'] as const) {
      expect(relations('2023', opening, { ...closing, status })).toContain(relation);
    }
  });

  it('keeps both quotes of a closed spell', () => {
    const [joined, left] = [said(A, 'joined', O, { when: '2020' }), said(A, 'left', O, { when: '2022' })];
    const spells = foldTies([left, joined]).find((tie) => tie.relation === 'member-of')!.spells;
    expect(spells).toEqual([{ from: '2020', to: '2022', openedBy: [joined.id], closedBy: [left.id] }]);
  });
});

describe('the fold', () => {
  it('gives the same ties whatever the order of the assertions', () => {
    fc.assert(
      fc.property(assertions, fc.infiniteStream(fc.nat()), (some, order) => {
        const shuffled = some
          .map((assertion) => ({ assertion, key: Number(order.next().value) }))
          .sort((a, b) => a.key - b.key)
          .map(({ assertion }) => assertion);
        expect(foldTies(shuffled)).toEqual(foldTies(some));
      }),
    );
  });
  it('loses no assertion: each supports or opposes its tie', () => {
    fc.assert(
      fc.property(assertions, (some) => {
        const kept = new Set(foldTies(some).flatMap((tie) => [...tie.supporting, ...tie.opposing]));
        expect(some.filter(({ id }) => !kept.has(id))).toEqual([]);
      }),
    );
  });
});

describe('a snapshot', () => {
  const graph = graphOf([
    said(A, 'joined', O, { when: '2020', reported: '2022' }),
    said(A, 'left', O, { when: '2023', reported: '2024' }),
    said(A, 'attacked', B, { when: '2024-05', reported: '2024-06' }),
  ]);
  it('is a file of the same format that says where it comes from', () => {
    const snapshot = takeSnapshot(graph, { asOf: '2021', clock: 'when' }, 'f'.repeat(64));
    expect(snapshot.snapshot).toEqual({ asOf: '2021', clock: 'when', parent: 'f'.repeat(64) });
    expect(snapshot.ties!.map((tie) => `${tie.source} ${tie.relation} ${tie.target}`)).toEqual([
      `${A} joined ${O}`,
      `${A} member-of ${O}`,
    ]);
    expect(snapshot.actors.map((actor) => actor.id)).toEqual([A, O]);
    expect(readGraph(writeGraph(snapshot), 's.json')).toEqual(snapshot);
  });
  it('has a line for footnotes', () => {
    const snapshot = takeSnapshot(graph, { asOf: '2021', clock: 'reported' }, 'f'.repeat(64));
    expect(citationOf(snapshot, 'abc')).toBe(
      'Entente snapshot 2021 as reported, 0 actors, 0 ties, sha256 abc',
    );
  });
  it('of a snapshot at the same moment has the same ties', () => {
    fc.assert(
      fc.property(
        assertions,
        fc.constantFrom('2020', '2022-03', '2023'),
        fc.constantFrom('when' as const, 'reported' as const),
        (some, asOf, clock) => {
          const once = takeSnapshot(graphOf(some), { asOf, clock }, 'p');
          expect(takeSnapshot(once, { asOf, clock }, 'p').ties).toEqual(once.ties);
        },
      ),
    );
  });
  it('refuses a date that is none', () => {
    expect(() => takeSnapshot(graph, { asOf: 'soon', clock: 'when' }, '')).toThrow('no EDTF date');
    expect(() => takeSnapshot(graph, { asOf: '2020/..', clock: 'when' }, '')).toThrow('has no end');
  });
});
