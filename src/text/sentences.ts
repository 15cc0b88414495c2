/**
 * Sentences of a text, by own rules: a line break always ends one (titles, list items), a full stop
 * does so unless it belongs to an abbreviation, an initial or a number. `Intl.Segmenter` differs
 * between engines and versions, so that Node and a browser would not read alike.
 */
import type { Span } from '../model/index.ts';

/** Titles and other short forms that are followed by a name or a number, never by a new sentence. */
const NEVER_LAST = new Set(
  (
    'mr mrs ms mx dr prof gen lt col maj capt cpt sgt cmdr adm brig sen rep gov pres hon rev fr st amb sec ' +
    'dep asst no nos vol fig pp art arts para ca cf eg ie vs approx mt ft op min'
  ).split(' '),
);
/** Short forms that may end a sentence: they do when a capital letter follows that begins a word. */
const MAY_BE_LAST = new Set(
  'etc inc ltd co corp jr sr jan feb mar apr jun jul aug sep sept oct nov dec al est'.split(' '),
);

/** An end of a sentence: stops, then closing quotes or brackets, then space. */
const END = /[.!?…]+["”’'»)\]]*(?=\s|$)/gu;
const OPENING = /^["“‘'«([•\s–—-]*/u;

/** Spans of the sentences, in order, without surrounding white space. Never empty spans. */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = [];
  for (const line of text.matchAll(/[^\n\r\u2028\u2029]+/g)) {
    let from = line.index;
    const lineEnd = line.index + line[0].length;
    for (const end of line[0].matchAll(END)) {
      const at = line.index + end.index;
      const to = at + end[0].length;
      if (to >= lineEnd || !endsSentence(text, from, at, to, lineEnd)) continue;
      push(spans, text, from, to);
      from = to;
    }
    push(spans, text, from, lineEnd);
  }
  return spans;
}

function push(spans: Span[], text: string, from: number, to: number): void {
  while (from < to && /\s/.test(text[from]!)) from++;
  while (to > from && /\s/.test(text[to - 1]!)) to--;
  if (to > from) spans.push([from, to]);
}

function endsSentence(text: string, from: number, at: number, to: number, lineEnd: number): boolean {
  const rest = text.slice(to, Math.min(lineEnd, to + 40)).replace(OPENING, '');
  if (rest === '') return true;
  // "the deal ... was signed", "he said. and": a small letter goes on with the sentence.
  if (/^\p{Ll}/u.test(rest)) return false;
  if (text[at] !== '.' || text.slice(at, to).startsWith('..')) return true;
  const word = /[\p{L}\p{N}.]*$/u.exec(text.slice(Math.max(from, at - 20), at))![0];
  return !isAbbreviation(word, rest);
}

function isAbbreviation(word: string, rest: string): boolean {
  const lower = word.toLowerCase();
  if (NEVER_LAST.has(lower)) return true;
  // "J. Smith", but "vitamin C. He" and "Plan B. They": an initial is followed by a name.
  if (/^\p{Lu}$/u.test(word)) return !startsSentence(rest);
  // "U.S. forces", "the U.S. Then": short forms with inner stops end one only before a common opening word.
  if (/^\p{L}(\.\p{L})+$/u.test(word)) return !startsSentence(rest);
  if (MAY_BE_LAST.has(lower)) return /^\p{N}/u.test(rest);
  return false;
}

const OPENERS = new Set(
  (
    'a an the this that these those it its he she his her they their we our i you in on at by for from to of with as and ' +
    'but or so if when while after before since although though however meanwhile there here then now not no what who why ' +
    'how some many most all both each another last earlier later also still yet under during despite according among once'
  ).split(' '),
);

/** Whether the words that follow look like a new sentence rather than a name. */
function startsSentence(rest: string): boolean {
  const word = /^\p{L}+/u.exec(rest)?.[0] ?? '';
  return OPENERS.has(word.toLowerCase());
}
