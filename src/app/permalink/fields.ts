/**
 * What the address of the page says: one line for each part of the state of the screen. To add one, write a
 * `Field` (`field.ts`; `choice` and `flag` make the simple ones) and name it here under the word that stands
 * for it in the address. Nothing else has to know of it: link, back and forward, and their tests follow.
 *
 * A word keeps its meaning for ever, since links are kept: what changes gets another word. Fields are shown in
 * the order in which they stand here.
 */
import { LAYOUT_NAMES } from '../graph/graphState.svelte.ts';
import { TABLES } from '../table/tables.svelte.ts';
import { openingView, VIEWS } from '../views.ts';
import { choice, type Field, flag } from './field.ts';
import { facetField, minimumConfidenceField, minimumSourcesField, wordsField } from './filterFields.ts';
import {
  actorsField,
  aloneField,
  budgetField,
  cameraField,
  focusField,
  pathsField,
  pinsField,
} from './graphFields.ts';
import { articleField, quoteField, selectionField } from './selectionFields.ts';
import { clockField, dayField, periodField, sinceField, undatedField } from './timeFields.ts';

export const FIELDS = {
  view: choice(
    VIEWS,
    openingView,
    ({ explorer }) => explorer.view,
    ({ explorer }, view) => (explorer.view = view),
  ),
  table: choice(
    TABLES,
    () => 'ties',
    ({ explorer }) => explorer.tables.shown,
    ({ explorer }, table) => (explorer.tables.shown = table),
  ),
  day: dayField,
  since: sinceField,
  clock: clockField,
  undated: undatedField,
  from: periodField('from'),
  to: periodField('to'),
  relation: facetField('relation'),
  status: facetField('status'),
  type: facetField('type'),
  bloc: facetField('bloc'),
  topic: facetField('topic'),
  outlet: facetField('outlet'),
  sources: minimumSourcesField,
  confidence: minimumConfidenceField,
  words: wordsField,
  layout: choice(
    LAYOUT_NAMES,
    () => 'force',
    ({ explorer }) => explorer.graphState.layout,
    ({ explorer }, layout) => (explorer.graphState.layout = layout),
  ),
  blocs: flag(
    false,
    ({ explorer }) => explorer.graphState.blocs,
    ({ explorer }, blocs) => (explorer.graphState.blocs = blocs),
  ),
  focus: focusField,
  alone: aloneField,
  expanded: actorsField('expanded'),
  collapsed: actorsField('collapsed'),
  more: budgetField,
  chosen: actorsField('chosen'),
  paths: pathsField,
  select: selectionField,
  quote: quoteField,
  article: articleField,
  pins: pinsField,
  camera: cameraField,
} as const;

export type FieldName = keyof typeof FIELDS;

/** The whole state of the screen, as plain values. */
export type ScreenState = {
  readonly [Name in FieldName]: (typeof FIELDS)[Name] extends Field<infer T> ? T : never;
};

/** All fields with their words, in order. */
export const ALL_FIELDS = Object.entries(FIELDS) as [FieldName, Field<unknown>][];
