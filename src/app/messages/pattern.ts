/**
 * The pattern of a message, filled in. A small part of ICU MessageFormat:
 *
 *   {name}                                        text as it is, a number by locale
 *   {count, plural, one {# tie} other {# ties}}   by the locale's plural rules; `=0` for one number alone;
 *                                                 # is the number
 *   {clock, select, when {…} other {…}}           by text
 *
 * Unlike in ICU an apostrophe is an apostrophe: French and Italian are full of them.
 */

export type Values = Readonly<Record<string, string | number>>;

interface Choice {
  readonly name: string;
  readonly kind: 'value' | 'number' | 'plural' | 'select';
  readonly branches: ReadonlyMap<string, Pattern>;
}
type Pattern = readonly (string | Choice)[];

const parsed = new Map<string, Pattern>();
const pluralRules = new Map<string, Intl.PluralRules>();
const numbers = new Map<string, Intl.NumberFormat>();

/** Fills in a pattern. Throws where the pattern is malformed or a value is missing. */
export function fillIn(pattern: string, values: Values, locale: string): string {
  return write(parsePattern(pattern), values, locale);
}

/** A number as people of a locale write it. */
export function numberIn(locale: string, value: number): string {
  return cached(numbers, locale, () => new Intl.NumberFormat(locale)).format(value);
}

/** The names of a pattern's placeholders with their kind, sorted: `count plural`, `name value`. */
export function placeholdersOf(pattern: string): string[] {
  const found = new Set<string>();
  const collect = (parts: Pattern) => {
    for (const part of parts) {
      if (typeof part === 'string') continue;
      if (part.kind !== 'number') found.add(`${part.name} ${part.kind}`);
      for (const branch of part.branches.values()) collect(branch);
    }
  };
  collect(parsePattern(pattern));
  return [...found].sort();
}

function write(pattern: Pattern, values: Values, locale: string): string {
  return pattern
    .map((part) => (typeof part === 'string' ? part : writeChoice(part, values, locale)))
    .join('');
}

function writeChoice({ name, kind, branches }: Choice, values: Values, locale: string): string {
  const value = values[name];
  if (value === undefined) throw new RangeError(`No value for {${name}}`);
  if (kind === 'value' || kind === 'number')
    return typeof value === 'number' ? numberIn(locale, value) : value;
  const rule = kind === 'plural' ? pluralOf(locale, Number(value)) : String(value);
  return write(branches.get(`=${value}`) ?? branches.get(rule) ?? branches.get('other')!, values, locale);
}

function pluralOf(locale: string, count: number): string {
  return cached(pluralRules, locale, () => new Intl.PluralRules(locale)).select(count);
}

function parsePattern(pattern: string): Pattern {
  return cached(parsed, pattern, () => {
    const [parts, end] = parseParts(pattern, 0, null);
    if (end !== pattern.length) throw new SyntaxError(`A } too many in "${pattern}"`);
    return parts;
  });
}

/** Parts up to the end or an unopened `}`, and where that is. `counted`: what # stands for. */
function parseParts(source: string, start: number, counted: string | null): [Pattern, number] {
  const parts: (string | Choice)[] = [];
  let [text, at] = ['', start];
  for (; at < source.length && source[at] !== '}'; at++) {
    if (source[at] !== '{' && (source[at] !== '#' || counted === null)) {
      text += source[at];
      continue;
    }
    if (text !== '') parts.push(text);
    text = '';
    if (source[at] === '#') parts.push({ name: counted!, kind: 'number', branches: new Map() });
    else {
      const [choice, end] = parseChoice(source, at + 1, counted);
      parts.push(choice);
      at = end;
    }
  }
  if (text !== '') parts.push(text);
  return [parts, at];
}

/** What stands after a `{`, and where its `}` is. */
function parseChoice(source: string, start: number, counted: string | null): [Choice, number] {
  const head = /^(\w+)(?:,\s*(plural|select),)?/.exec(source.slice(start));
  if (!head) throw new SyntaxError(`No placeholder at ${start} of "${source}"`);
  const [all, name, kind = 'value'] = head as unknown as [string, string, 'plural' | 'select' | undefined];
  const branches = new Map<string, Pattern>();
  let at = start + all.length;
  for (let branch; (branch = /^\s*(=?\w+)\s*\{/.exec(source.slice(at)));) {
    const [pattern, end] = parseParts(source, at + branch[0].length, kind === 'plural' ? name : counted);
    branches.set(branch[1]!, pattern);
    at = end + 1;
  }
  at += /^\s*/.exec(source.slice(at))![0].length;
  if (source[at] !== '}') throw new SyntaxError(`No } at ${at} of "${source}"`);
  if (kind !== 'value' && !branches.has('other')) throw new SyntaxError(`No "other" in "${source}"`);
  return [{ name, kind, branches }, at];
}

function cached<T>(cache: Map<string, T>, key: string, make: () => T): T {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  cache.set(key, made);
  return made;
}
