/** Where a text was written, as news says in front of its first sentence. All offsets are UTF-16 code units. */

/** So many UTF-16 code units of a line may be a dateline. */
const DATELINE_LENGTH = 60;
const UPPER_DATELINE =
  /^[ \t]*(?:\p{Lu}[\p{Lu}.'’-]{2,}(?: \p{Lu}[\p{Lu}.'’-]+){0,3})(?:, [^.\n]{1,40}?)?(?: \([^)\n]{1,40}\))? (?:[–—]|--?) (?=\S)/u;

/**
 * Whether a place is in a dateline in capitals, "DAKAR, Senegal (AFP) – Mali has …". What names a country there is where the
 * text was written, though it may speak of it, and what is no known name is no actor; but "NATO – …" may be one.
 */
export function isInDateline(text: string, start: number): boolean {
  const from = Math.max(0, start - DATELINE_LENGTH);
  const line = from + text.slice(from, start).lastIndexOf('\n') + 1;
  if (line === from && from > 0 && text[from - 1] !== '\n') return false;
  return start - line < (UPPER_DATELINE.exec(text.slice(line, line + 2 * DATELINE_LENGTH))?.[0].length ?? 0);
}

/** Whether a name opens a dateline: "NAIROBI, May 3 (Reuters) – …". */
export function isDateline(text: string, start: number, end: number): boolean {
  if (!/(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, start - 3), start))) return false;
  return /^(?:, [^.\n]{1,40}?)?(?: \([^)\n]{1,40}\))?(?: [–—-]{1,2} |: )/.test(text.slice(end, end + 100));
}
