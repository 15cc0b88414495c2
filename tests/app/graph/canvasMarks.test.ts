import cytoscape from 'cytoscape';
import { expect, test } from 'vitest';
import { CanvasMarks, type Marks } from '../../../src/app/graph/canvasMarks.ts';

const NOTHING: Marks = { selected: [], lane: null, chosen: [], pinned: [], hits: [], paths: null };

/** Three actors, two lanes between them, and nothing drawn. */
function canvas() {
  const cy = cytoscape({
    headless: true,
    elements: [
      ...['a', 'b', 'c'].map((id) => ({ data: { id } })),
      { data: { id: 'ab', source: 'a', target: 'b' } },
      { data: { id: 'bc', source: 'b', target: 'c' } },
    ],
  });
  const marks = new CanvasMarks(cy);
  const ids = (name: string) => cy.elements(`.${name}`).map((one) => one.id());
  return { cy, ids, mark: (some: Partial<Marks>) => marks.mark({ ...NOTHING, ...some }) };
}

test('what is marked no more has lost its mark, and what still is keeps it', () => {
  const { ids, mark } = canvas();
  mark({ selected: ['a'], lane: 'ab', chosen: ['b'], pinned: ['c'], hits: ['a', 'c'] });
  expect(['selected', 'chosen', 'pinned', 'hit'].map(ids)).toEqual([['a', 'ab'], ['b'], ['c'], ['a', 'c']]);
  mark({ selected: ['b'], hits: ['c'] });
  expect(['selected', 'chosen', 'pinned', 'hit'].map(ids)).toEqual([['b'], [], [], ['c']]);
});

test('what comes to the canvas later is marked when all is marked again', () => {
  const { cy, ids, mark } = canvas();
  mark({ pinned: ['a', 'd'] });
  cy.getElementById('a').remove();
  cy.add([{ data: { id: 'a' } }, { data: { id: 'd' } }]);
  mark({ pinned: ['a', 'd'] });
  expect(ids('pinned')).toEqual(['a', 'd']);
});

test('while paths are shown all else fades, lanes that come later too; then nothing does', () => {
  const { cy, ids, mark } = canvas();
  const paths = { actors: new Set(['a', 'b']), lanes: new Set(['ab']) };
  mark({ paths });
  expect(ids('off')).toEqual(['c', 'bc']);
  cy.add({ data: { id: 'ac', source: 'a', target: 'c' } });
  mark({ paths });
  expect(ids('off')).toEqual(['c', 'bc', 'ac']);
  mark({});
  expect(ids('off')).toEqual([]);
});
