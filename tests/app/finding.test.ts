import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeGraphs } from '../../src/app/data/merge.ts';
import { openFiles } from '../../src/app/data/load.ts';
import { labelsThatFit } from '../../src/app/graph/labels.ts';
import { nearest } from '../../src/app/graph/nearest.ts';
import { nextOrder, sortRows } from '../../src/app/table/sort.ts';
import { findActors } from '../../src/app/topbar/search.ts';
import { writeGraph } from '../../src/formats/json.ts';
import { actor, file, says } from './builders.ts';

describe('search', () => {
  const ACTORS = [
    actor('niger', 'country', { iso3: 'NER', aliases: ['Niamey'] }),
    actor('nigeria', 'country', { iso3: 'NGA', aliases: ['Abuja'] }),
    actor('misin', 'mission', { name: 'MISIN', aliases: ['Italian Support Mission in Niger'] }),
    actor('ivory', 'country', { name: 'Côte d’Ivoire', aliases: ['Ivory Coast'] }),
  ];
  const find = (typed: string) => findActors(ACTORS, typed, () => 1).map(({ actor: a }) => a.id);

  it.each([
    ['niger', ['niger', 'nigeria', 'misin']],
    ['NIAM', ['niger']],
    ['nga', ['nigeria']],
    ['cote', ['ivory']],
    ['coast', ['ivory']],
    ['zzz', []],
    ['  ', []],
  ])('for "%s" finds %j', (typed, ids) => {
    expect(find(typed)).toEqual(ids);
  });

  it('says by which alias', () => {
    expect(findActors(ACTORS, 'abuja', () => 1)[0]?.alias).toBe('Abuja');
    expect(findActors(ACTORS, 'nigeria', () => 1)[0]?.alias).toBeNull();
  });

  it('puts the better connected first where names match alike', () => {
    const degree = (id: string) => (id === 'nigeria' ? 9 : 1);
    expect(findActors(ACTORS, 'nig', degree)[0]?.actor.id).toBe('nigeria');
  });
});

describe('arrow keys', () => {
  const POINTS = new Map([
    ['middle', { x: 0, y: 0 }],
    ['right', { x: 100, y: 10 }],
    ['farther', { x: 200, y: 0 }],
    ['up', { x: 5, y: -80 }],
  ]);
  it.each([
    ['ArrowRight', 'right'],
    ['ArrowUp', 'up'],
    ['ArrowLeft', null],
    ['ArrowDown', null],
  ] as const)('%s goes to %s', (key, id) => {
    expect(nearest('middle', key, POINTS)).toBe(id);
  });

  it('go nowhere from an actor that is not on the screen', () => {
    expect(nearest('gone', 'ArrowUp', POINTS)).toBeNull();
  });
});

describe('labels', () => {
  const box = (id: string, x: number, priority: number) => ({ id, x, y: 0, width: 50, height: 14, priority });
  it('give way to more important ones that they would cover', () => {
    expect([...labelsThatFit([box('small', 30, 1), box('large', 0, 9), box('apart', 90, 1)])].sort()).toEqual(
      ['apart', 'large'],
    );
  });

  it('never cover one another', () => {
    const boxes = fc.array(fc.record({ x: fc.integer({ min: 0, max: 300 }), priority: fc.nat(9) }));
    fc.assert(
      fc.property(boxes, (given) => {
        const all = given.map(({ x, priority }, i) => box(`n${i}`, x, priority));
        const kept = all.filter((b) => labelsThatFit(all).has(b.id));
        for (const a of kept) for (const b of kept) expect(a === b || Math.abs(a.x - b.x) >= 50).toBe(true);
      }),
    );
  });
});

describe('tables', () => {
  it('sort numbers as numbers, names as names, and keep what is empty last', () => {
    const rows = [10, null, 9, 100];
    expect(sortRows(rows, (row) => row, false)).toEqual([9, 10, 100, null]);
    expect(sortRows(rows, (row) => row, true)).toEqual([100, 10, 9, null]);
    expect(sortRows(['Zambia', 'Åland', 'Mali'], (row) => row, false)).toEqual(['Åland', 'Mali', 'Zambia']);
  });

  it('turn round on a second click, and start numbers from the top', () => {
    const byName = { column: 'name', descending: false };
    expect(nextOrder(byName, 'name', false).descending).toBe(true);
    expect(nextOrder(byName, 'ties', true)).toEqual({ column: 'ties', descending: true });
  });
});

describe('adding a graph to the open one', () => {
  const open = file(
    [says('niger', 'expelled', 'france')],
    [actor('niger', 'country', { aliases: ['Niamey'] })],
  );
  const added = file(
    [says('niger', 'expelled', 'france'), says('mali', 'left', 'ecowas', { by: 'wire' })],
    [actor('niger', 'country', { aliases: ['Nigerien'] })],
  );

  it('has each document, actor and assertion once, and the aliases of both', () => {
    const both = mergeGraphs(open, added);
    expect(both.assertions).toHaveLength(2);
    expect(both.documents.map((d) => d.id)).toEqual(['daily', 'wire']);
    expect(both.actors.find((a) => a.id === 'niger')?.aliases).toEqual(['Niamey', 'Nigerien']);
  });

  it('changes nothing when the same graph is added again', () => {
    const both = mergeGraphs(open, added);
    expect(mergeGraphs(both, added)).toEqual(both);
  });
});

describe('opening files', () => {
  it('tells graphs, articles and the rest apart, and names what cannot be read', async () => {
    const opened = await openFiles([
      new File([writeGraph(file([says('a', 'aid', 'b')]))], 'good.json'),
      new File(['{"format": "ent'], 'broken.json'),
      new File(['Niger expelled France.'], 'Article.TXT'),
      new File(['x'], 'photo.png'),
    ]);
    expect(opened.graphs.map((g) => g.name)).toEqual(['good.json']);
    expect(opened.articles.map((a) => a.path)).toEqual(['Article.TXT']);
    expect(opened.problems).toHaveLength(2);
    expect(opened.problems[0]).toContain('broken.json');
    expect(opened.problems[1]).toContain('photo.png');
  });
});
