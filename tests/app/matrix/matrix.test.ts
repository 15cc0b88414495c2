import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ALL_TIME,
  NO_FILTERS,
  type ShownTie,
  shownTies,
  standingAt,
} from '../../../src/app/filters/filters.ts';
import { bestTie, cellsOf, markSide, symbolOf } from '../../../src/app/matrix/cells.ts';
import { matrixOrder, stretchesOf } from '../../../src/app/matrix/order.ts';
import { corpus, says } from '../builders.ts';

const SAHEL = corpus([
  says('niger', 'expelled', 'france', { by: 'a' }),
  says('niger', 'expelled', 'france', { by: 'b' }),
  says('niger', 'met-with', 'france', { by: 'c' }),
  says('france', 'aid', 'niger', { by: 'a' }),
  says('mali', 'member-of', 'aes', { by: 'a' }),
]);
const shown: ShownTie[] = shownTies(SAHEL, SAHEL.ties, NO_FILTERS, standingAt(SAHEL, ALL_TIME));
const everybody = new Set(['niger', 'france', 'mali', 'aes']);

describe('the cells of the matrix', () => {
  const cells = cellsOf(SAHEL, shown, everybody);
  const cell = (row: string, column: string) => cells.get(row)?.get(column);

  it('hold what the row does to the column, and what is mutual on both sides', () => {
    expect(
      cell('niger', 'france')
        ?.ties.map(({ tie }) => tie.relation)
        .sort(),
    ).toEqual(['expelled', 'met-with']);
    expect(
      cell('france', 'niger')
        ?.ties.map(({ tie }) => tie.relation)
        .sort(),
    ).toEqual(['aid', 'met-with']);
    expect(cell('mali', 'aes')?.signs).toEqual([0]);
    expect(cell('aes', 'mali')).toBeUndefined();
  });

  it('count each independent source once, and know both signs', () => {
    expect(cell('niger', 'france')).toMatchObject({ signs: [1, -1], sources: 3 });
  });

  it('leave out who is not in the matrix', () => {
    const few = cellsOf(SAHEL, shown, new Set(['niger', 'mali', 'aes']));
    expect(few.get('niger')).toBeUndefined();
    expect(few.get('mali')?.has('aes')).toBe(true);
  });

  it('open at the tie that most documents state', () => {
    expect(bestTie(cell('niger', 'france')!).tie.relation).toBe('expelled');
  });

  it.each([
    [[1], '+'],
    [[-1], '−'],
    [[1, -1], '±'],
    [[1, -1, 0], '±'],
    [[0, -1], '−'],
    [[0], '·'],
  ] as const)('say %j without colour: %s', (signs, symbol) => {
    expect(symbolOf([...signs])).toBe(symbol);
  });

  it('have larger marks for more documents, and never one larger than a cell', () => {
    const sides = [1, 2, 4, 8, 1000].map(markSide);
    expect(sides).toEqual([...sides].sort((a, b) => a - b));
    expect(sides[0]).toBeLessThan(sides[2]!);
    expect(sides.at(-1)).toBeLessThanOrEqual(24);
  });
});

describe('the order of the matrix', () => {
  const degrees = new Map([
    ['france', 9],
    ['niger', 7],
    ['mali', 7],
    ['chad', 2],
    ['togo', 1],
  ]);
  const member = (actor: string) => ({ actor, stability: 1 });
  const blocs = {
    blocs: [
      [member('mali'), member('togo')],
      [member('france'), member('niger')],
    ],
  };

  it('is by ties as long as the blocs are not known', () => {
    expect(matrixOrder(degrees, { blocs: [] }, 10).actors).toEqual([
      'france',
      'mali',
      'niger',
      'chad',
      'togo',
    ]);
  });

  it('is by bloc, then by ties; those in none come last', () => {
    const order = matrixOrder(degrees, blocs, 10);
    expect(order.actors).toEqual(['mali', 'togo', 'france', 'niger', 'chad']);
    expect(order.blocs).toEqual([0, 0, 1, 1, null]);
    expect(stretchesOf(order)).toEqual([
      { bloc: 0, start: 0, end: 2 },
      { bloc: 1, start: 2, end: 4 },
      { bloc: null, start: 4, end: 5 },
    ]);
  });

  it('keeps those with most ties where there are too many, and says how many are left out', () => {
    expect(matrixOrder(degrees, blocs, 3)).toMatchObject({ actors: ['mali', 'france', 'niger'], left: 2 });
  });

  it('has stretches that cover every actor once', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat(3))), (some) => {
        const covered = stretchesOf({ blocs: some }).flatMap(({ bloc, start, end }) =>
          Array.from({ length: end - start }, () => bloc),
        );
        expect(covered).toEqual(some);
      }),
    );
  });
});
