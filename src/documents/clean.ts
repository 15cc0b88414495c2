/**
 * Cleaning: from raw lines to the paragraphs of the article, title first. In this order, for each
 * step relies on the one before: 1 uniform characters and paragraphs, 2 the title, 3 furniture,
 * 4 repeated lines, 5 paragraphs in another language.
 */
import { furnitureOf } from './furniture.ts';
import type { RawArticle } from './input.ts';
import { foreignLanguage, languageName, languageOf } from './language.ts';
import { paragraphsOf, uniform } from './paragraphs.ts';
import { isDateLine, isPlaceAndDate } from './published.ts';

/** The cleaned article. */
export interface CleanText {
  /** Empty where nothing in the text is one. */
  readonly title: string;
  /** Without the title. */
  readonly paragraphs: readonly string[];
  /** The language of all of them together, or of each that was left out where none is left; null: English. */
  readonly foreign: string | null;
  readonly notes: readonly string[];
}

/** A title is not longer than this, in UTF-16 code units. */
const LONGEST_TITLE = 200;
const SHORTEST_TITLE = 15;

/** Cleans an article; `given` is a title that is known from elsewhere. */
export function cleanArticle(raw: RawArticle, given: string | null): CleanText {
  const text = uniform(raw.lines.join(raw.hasLineBreaks ? '\n' : '\n\n'));
  const all = (raw.hasLineBreaks ? paragraphsOf(text) : text.split('\n')).map(withoutBullet).filter(Boolean);
  const kept = withoutFurniture(all);
  const named = titleOf(kept, given);
  const below = withoutRepeats(kept.slice(named.rest), named.title);
  // A line that nothing but its own repeats and marks follow is no title: it is the article.
  const isText = below.length === 0 && !given;
  const unique = isText ? withoutRepeats(kept, '') : below;
  return { title: isText ? '' : named.title, ...withoutForeign(unique) };
}

function withoutBullet(line: string): string {
  return line.replace(/^(?:[•·▪‣◦●○■►▶➤*–—-]\s+)+/, '').trim();
}

function withoutFurniture(lines: readonly string[]): string[] {
  const kept: string[] = [];
  let inLinkList = false;
  for (const line of lines) {
    const kind = isDateLine(line) ? 'byline' : furnitureOf(line);
    if (kind !== null) {
      // "You might also like" and its kin stand above the titles of other articles.
      inLinkList = kind === 'related' && !/[:|»]\s*\S/.test(line);
      continue;
    }
    // Before the first sentence it may be the article's own title.
    inLinkList &&= looksLikeTitle(line) && kept.some((before) => !looksLikeTitle(before) && !isLabel(before));
    if (!inLinkList) kept.push(line);
  }
  return kept;
}

/** The title, and how many lines at the top it takes with it. */
function titleOf(lines: readonly string[], given: string | null): { title: string; rest: number } {
  const label = /^(?:title|headline)\s*:\s*(.+)$/i.exec(lines[0] ?? '');
  if (given !== null && given !== '') {
    // Above a title that is known stand only labels; the text's own wording of it goes with them.
    const own = lines.slice(0, 4).findIndex((line) => isSameTitle(label?.[1] ?? line, given));
    return { title: given, rest: own >= 0 && lines.slice(0, own).every(isLabel) ? own + 1 : 0 };
  }
  if (label) return { title: label[1]!, rest: 1 };
  const first = titleLine(lines);
  const line = lines[first];
  if (line === undefined || lines.length < first + 2 || !(looksLikeTitle(line) || isLabel(line)))
    return { title: '', rest: 0 };
  return { title: line, rest: first + 1 };
}

/**
 * Where the title stands if there is one: below the labels. A headline of three words looks like a
 * label; but what stands above a line of place and date is no section of the page.
 */
function titleLine(lines: readonly string[]): number {
  const first = lines.findIndex((line) => !isLabel(line));
  if (first < 0 || !isPlaceAndDate(lines[first]!)) return first;
  const above = lines[first - 1] ?? '';
  if (looksLikeTitle(above)) return first - 1;
  const below = lines[first + 1] ?? '';
  if (looksLikeTitle(below) && !isLabel(below) && lines.length > first + 2) return first + 1;
  return above.includes(' ') ? first - 1 : first;
}

/** "Africa", "THE MONDAY INTERVIEW": the section that a page files the article under. */
function isLabel(line: string): boolean {
  return line.split(' ').length <= 3 && line.length < 30 && !/[.!?:;,”"]$/.test(line);
}

function looksLikeTitle(line: string): boolean {
  return (
    line.length >= SHORTEST_TITLE &&
    line.length <= LONGEST_TITLE &&
    !/[.;,:](?:["”’')\]]+)?$/.test(line) &&
    !/[.!?]["”’')]* \p{Lu}\p{Ll}+ \p{Ll}+ .*[.!?]["”’')]*$/u.test(line)
  );
}

/** Titles recur above the text, in bold and as captions; so do teasers. */
function withoutRepeats(lines: readonly string[], title: string): string[] {
  const seen = new Set([folded(title)]);
  return lines.filter((line) => {
    const key = folded(line);
    // Short lines may recur within an article: "Yes." in an interview, names of speakers.
    if (key.length < SHORTEST_TITLE) return key !== '' && key !== folded(title);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function withoutForeign(lines: readonly string[]): Omit<CleanText, 'title'> {
  const whole = languageOf(lines.join('\n'));
  if (whole !== 'en') return { paragraphs: lines, foreign: whole, notes: [] };
  const paragraphs: string[] = [];
  const notes: string[] = [];
  let foreign: string | null = null;
  for (const line of lines) {
    const language = foreignLanguage(line);
    if (language === null) paragraphs.push(line);
    else notes.push(`left out a paragraph in ${languageName(language)}: “${shortened(line)}”`);
    foreign ??= language;
  }
  return { paragraphs, foreign: paragraphs.length === 0 ? foreign : null, notes };
}

function isSameTitle(line: string, title: string): boolean {
  const [a, b] = [folded(line), folded(title)];
  // Page titles carry the outlet's name behind or before them.
  return a === b || (Math.min(a.length, b.length) > 20 && (a.startsWith(b) || b.startsWith(a)));
}

function folded(line: string): string {
  return line
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function shortened(line: string): string {
  return line.length <= 60 ? line : `${line.slice(0, 57).trimEnd()}…`;
}
