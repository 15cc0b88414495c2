/** How the graph is looked at, in an address: layout, focus, camera, pins, what is shown alone. */
import {
  type Camera,
  type Focus,
  type GraphState,
  MOST_STEPS,
  type PathQuery,
} from '../graph/graphState.svelte.ts';
import type { Point } from '../../worker/layoutProtocol.ts';
import type { Corpus } from '../data/corpus.ts';
import type { Field } from './field.ts';
import { finite, unword, unwords, word, words } from './text.ts';

/** More pins than these would make an address that no mail takes; they stay in this browser. */
const MOST_PINS = 40;

/** `camera=-120,40,0.8`: what stands in the middle, in graph units, and the zoom. */
export const cameraField: Field<Camera | null> = {
  change: 'quiet',
  initial: () => null,
  write: (camera) =>
    camera === null ? 'fit' : [rounded(camera.x, 0), rounded(camera.y, 0), rounded(camera.zoom, 3)].join(','),
  read: (text) => {
    if (text === 'fit') return null;
    const [x, y, zoom, ...more] = text.split(',').map(finite);
    if (x === undefined || y === undefined || zoom === undefined || zoom <= 0 || more.length > 0)
      return undefined;
    return { x, y, zoom };
  },
  get: ({ explorer }) => explorer.graphState.camera,
  set: ({ explorer }, camera) => ((explorer.graphState.camera = camera), []),
};

/** `focus=country:KEN,2`: Kenya and what is within two steps; a focus within a focus follows after `;`. */
export const focusField: Field<readonly Focus[]> = {
  change: 'step',
  initial: () => [],
  write: (trail) => trail.map(({ actor, steps }) => `${word(actor)},${steps}`).join(';'),
  read: (text) => {
    if (text === '') return [];
    const trail = text.split(';').map((one): Focus | undefined => {
      const [actor, steps, ...more] = one.split(',');
      const named = actor === undefined ? undefined : unword(actor);
      const count = finite(steps) ?? 0;
      const isSteps = Number.isInteger(count) && count >= 1 && count <= MOST_STEPS;
      return named !== undefined && isSteps && more.length === 0 ? { actor: named, steps: count } : undefined;
    });
    return trail.every((one) => one !== undefined) ? trail : undefined;
  },
  get: ({ explorer }) => explorer.graphState.trail,
  set: ({ explorer }, trail, { actors }) => {
    explorer.graphState.trail = trail.filter(({ actor }) => actors.has(actor));
    return trail.map(({ actor }) => actor).filter((id) => !actors.has(id));
  },
};

/** `pins=country:KEN,120,-40;…`: the places that a person gave to actors. */
export const pinsField: Field<Readonly<Record<string, Point>>> = {
  change: 'quiet',
  personal: true,
  initial: () => ({}),
  write: (pins) =>
    Object.keys(pins)
      .sort()
      .map((id) => [word(id), rounded(pins[id]!.x, 0), rounded(pins[id]!.y, 0)].join(','))
      .join(';'),
  read: (text) => {
    const pins: [string, Point][] = [];
    for (const one of text === '' ? [] : text.split(';')) {
      const [id, x, y, ...more] = one.split(',');
      const [named, at] = [unword(id ?? ''), { x: finite(x), y: finite(y) }];
      if (named === undefined || at.x === undefined || at.y === undefined || more.length > 0)
        return undefined;
      pins.push([named, { x: at.x, y: at.y }]);
    }
    return Object.fromEntries(pins);
  },
  get: ({ explorer }) => {
    const { pins } = explorer.graphState;
    return Object.keys(pins).length > MOST_PINS ? {} : pins;
  },
  set: ({ explorer }, pins) => ((explorer.graphState.pins = pins), []),
};

type ActorList = 'chosen' | 'expanded' | 'collapsed';

/** A list of actors. */
export function actorsField(list: ActorList): Field<readonly string[]> {
  return {
    change: 'step',
    initial: () => [],
    write: words,
    read: unwords,
    get: ({ explorer }) => explorer.graphState[list],
    set: ({ explorer }, ids, corpus) => {
      explorer.graphState[list] = ids.filter((id) => corpus.actors.has(id));
      return missingOf(ids, corpus);
    },
  };
}

/** Actors that alone are shown. */
export const aloneField: Field<readonly string[] | null> = {
  change: 'step',
  initial: () => null,
  write: (ids) => (ids === null ? 'all' : `only;${words(ids)}`),
  read: (text) => (text === 'all' ? null : text.startsWith('only;') ? unwords(text.slice(5)) : undefined),
  get: ({ explorer }) => explorer.graphState.alone,
  set: ({ explorer }, ids, corpus) => {
    explorer.graphState.alone = ids && ids.filter((id) => corpus.actors.has(id));
    return missingOf(ids ?? [], corpus);
  },
};

/** `paths=country:KEN,country:MLI;accuses`: shortest paths between two, not by the relations named then. */
export const pathsField: Field<PathQuery | null> = {
  change: 'step',
  initial: () => null,
  write: (paths) => (paths === null ? '' : `${words([paths.from, paths.to])};${words(paths.without)}`),
  read: (text) => {
    if (text === '') return null;
    const [ends, relations = '', ...more] = text.split(';');
    const [from, to, ...others] = unwords(ends!) ?? [];
    const without = unwords(relations);
    if (from === undefined || to === undefined || !without || more.length + others.length > 0)
      return undefined;
    return { from, to, without };
  },
  get: ({ explorer }) => explorer.graphState.paths,
  set: ({ explorer }, paths, corpus) => {
    const missing = paths ? missingOf([paths.from, paths.to], corpus) : [];
    explorer.graphState.paths = missing.length > 0 ? null : paths;
    return missing;
  },
};

/** `more=3`: three times the usual number of actors is drawn. */
export const budgetField: Field<GraphState['budget']> = {
  change: 'step',
  initial: () => 1,
  write: String,
  read: (text) => (/^[1-9]\d{0,2}$/.test(text) ? Number(text) : undefined),
  get: ({ explorer }) => explorer.graphState.budget,
  set: ({ explorer }, budget) => ((explorer.graphState.budget = budget), []),
};

function missingOf(ids: readonly string[], { actors }: Corpus): readonly string[] {
  return ids.filter((id) => !actors.has(id));
}

/** Without a tail of zeros, and without −0. */
function rounded(value: number, decimals: number): string {
  return String(Number(value.toFixed(decimals)) + 0);
}
