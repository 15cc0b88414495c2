/**
 * The texts of the screen.
 *
 * To add one: write it into messages/en.json, fr.json and it.json under the same key (snake_case, the region
 * first: `graph_zoom_in`), and use it:
 *
 *   import { m } from '../messages.ts';
 *   m('graph_zoom_in')
 *   m('graph_ties', { count: 3 })    "{count, plural, one {# tie} other {# ties}}"
 *
 * What a pattern may hold stands in messages/pattern.ts; numbers are written by locale. A text is made where
 * it is shown — in markup or `$derived`, never in a constant of a module — so that another language takes
 * effect at once.
 */
import { language, type MessageKey } from './messages/language.svelte.ts';
import { fillIn, numberIn, type Values } from './messages/pattern.ts';

export type { MessageKey };

/** A text of the screen in the language of the person. */
export function m(key: MessageKey, values: Values = {}): string {
  return fillIn(language.messages[key], values, language.locale);
}

/** The text of a key that is made from data, such as the id of a relation; null where there is none. */
export function maybe(key: string, values: Values = {}): string | null {
  return Object.hasOwn(language.messages, key) ? m(key as MessageKey, values) : null;
}

/** A number by locale: 1,234 · 1 234 · 1.234. */
export function number(value: number): string {
  return numberIn(language.locale, value);
}
