import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readGraph, writeGraph } from '../../src/formats/json.ts';
import { type Choice, assertionsOf, selectTies } from '../../src/formats/select.ts';
import { takeSnapshot } from '../../src/snapshots/snapshot.ts';
import { tiesAt } from '../../src/snapshots/view.ts';
import { foldTies } from '../../src/ties/fold.ts';
import { assertions, evidenceIn, graphOf, said } from '../snapshots/graphs.ts';

const [A, B, C] = ['country:A', 'country:B', 'country:C'];
const ALLIED = said(A, 'allied-with', B, { when: '2020/..', confidence: 0.9 });
const ENDED = said(A, 'ended', B, { when: '2022', confidence: 0.4 });
const PLAN = said(B, 'aid', C, { status: 'planned', reported: '2021-05', evidence: [evidenceIn('d2')] });
const GIVEN = said(B, 'aid', C, { when: '2023-05', evidence: [evidenceIn('d3')] });
const GRAPH = graphOf([ALLIED, ENDED, PLAN, GIVEN]);

const ids = (choice: Choice) => selectTies(GRAPH, choice).ties.map(({ id }) => id);
const [AID, ALLIANCE, END] = [`${B} aid ${C}`, `${A} allied-with ${B}`, `${A} ended ${B}`];

describe('choosing what to export', () => {
  test.each<[choice: Choice, ties: string[]]>([
    [{}, [ALLIANCE, END, AID]],
    [{ relations: ['ended'] }, [END]],
    [{ statuses: ['planned'] }, [AID]],
    [{ statuses: ['denied'] }, []],
    [{ actors: [C] }, [AID]],
    [{ minSources: 2 }, [AID]],
    [{ minConfidence: 0.5 }, [ALLIANCE, AID]],
    [{ moment: { asOf: '2021', clock: 'when' } }, [ALLIANCE]],
    [{ moment: { asOf: '2021', clock: 'reported' } }, [ALLIANCE, END, AID]],
    [{ moment: { asOf: '2019', clock: 'when' } }, []],
    [{ moment: { asOf: '2023', clock: 'when' } }, [END, AID]],
    [{ actors: [A], relations: ['aid'] }, []],
  ])('%j', (choice, ties) => {
    expect(ids(choice)).toEqual(ties);
  });

  test('what another act has ended stays ended, and brings that act', () => {
    const { graph, ties } = selectTies(GRAPH, { relations: ['allied-with'] });
    expect(ties[0]!.spells).toMatchObject([{ from: '2020', to: '2022', closedBy: [ENDED.id] }]);
    expect(graph.assertions.map(({ id }) => id).sort()).toEqual([ALLIED.id, ENDED.id].sort());
  });

  test('only plans: neither the spell nor the source of what came of them', () => {
    const { graph, ties } = selectTies(GRAPH, { statuses: ['planned'] });
    expect(ties).toMatchObject([{ statuses: ['planned'], spells: [], supporting: [PLAN.id], sources: 1 }]);
    expect(graph.documents.map(({ id }) => id)).toEqual(['d2']);
  });

  test('a snapshot is exported as the snapshot that it is', () => {
    const snapshot = takeSnapshot(GRAPH, { asOf: '2021', clock: 'when' }, 'a'.repeat(64));
    const { graph, ties } = selectTies(snapshot, { relations: ['allied-with'] });
    expect(ties.map(({ id }) => id)).toEqual([ALLIANCE]);
    expect(graph.snapshot).toEqual(snapshot.snapshot);
    expect(graph.ties).toHaveLength(1);
  });

  test('nothing chosen gives the graph itself', () => {
    expect(selectTies(GRAPH, {})).toEqual({ graph: GRAPH, ties: foldTies(GRAPH.assertions) });
  });

  test('any choice gives a graph that reads back, with all that its ties rest on', () => {
    const moment = fc.record({
      asOf: fc.constantFrom('2021', '2022-03', '2023', '2024'),
      clock: fc.constantFrom('when' as const, 'reported' as const),
    });
    fc.assert(
      fc.property(assertions, moment, fc.constantFrom(A, B, C), (some, at, actor) => {
        const file = graphOf(some);
        const { graph, ties } = selectTies(file, { moment: at, actors: [actor] });
        expect(readGraph(writeGraph(graph), 'test')).toBeTruthy();
        const held = new Set(graph.assertions.map(({ id }) => id));
        expect(ties.flatMap(assertionsOf).every((id) => held.has(id))).toBe(true);
        const standing = tiesAt(file, at).filter((t) => t.source === actor || t.target === actor);
        expect(ties.map(({ id }) => id)).toEqual(
          standing.map((t) => `${t.source} ${t.relation} ${t.target}`),
        );
      }),
      { numRuns: 60 },
    );
  });
});
