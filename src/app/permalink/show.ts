/** Takes the state of the screen as plain values, and shows one. */
import type { Corpus } from '../data/corpus.ts';
import type { Screen } from '../screen.ts';
import { ALL_FIELDS, type FieldName, type ScreenState } from './fields.ts';

/** The state of the screen now. */
export function stateOf(screen: Screen): ScreenState {
  return Object.fromEntries(ALL_FIELDS.map(([name, field]) => [name, field.get(screen)])) as ScreenState;
}

/** Shows a state. Returns what of it is not in the graph. Only what differs is touched. */
export function show(
  screen: Screen,
  state: ScreenState,
  said: ReadonlySet<FieldName>,
  corpus: Corpus,
): string[] {
  const missing = new Set<string>();
  for (const [name, field] of ALL_FIELDS) {
    if (field.personal && !said.has(name)) continue;
    if (field.write(field.get(screen), corpus) === field.write(state[name], corpus)) continue;
    for (const what of field.set(screen, state[name], corpus)) missing.add(what);
  }
  return [...missing];
}
