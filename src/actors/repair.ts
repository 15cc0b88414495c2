/**
 * Mentions as the network tags them, mended by what the text and the tables show:
 * 1 no mention goes over a line break, and "Rome-Niamey" and "Volunteer Corps (VC)" are two,
 * 2 a known name that came in parts ("EUCAP" "Sahel" "Niger") is one mention,
 * 3 parts of one phrase are joined ("the" "Secretary-General", "President" "Mohamed Bazoum", "the government of"
 *   "Uruguay"); a lone article or preposition is dropped,
 * 4 a region or another collective ("the Sahel") is no mention,
 * 5 a known name that no mention holds becomes one, unless it may be no more than a place (a capital).
 */
import type { Lookup, PlacedMatch } from '../ontology/lookup.ts';
import type { LinkedMention } from '../reader/mentions.ts';
import { actsForState, endsWithNoun } from './names.ts';

/** What no mention begins with, ends with, or consists of. */
const LOOSE_START = /^(?:of|in|for|and|with|by|to|from|at|on|or|as)\s+/i;
const LOOSE_END = /(?:(?:^|\s)(?:of|in|for|and|with|by|to|from|at|on|or|as|s))+(?:\sthe)?$/i;

/** Returns mended mentions in order; links are renumbered, those of joined mentions united. */
export function repairMentions(
  text: string,
  mentions: readonly LinkedMention[],
  lookup: Lookup,
): LinkedMention[] {
  const names = lookup.within(text).filter((match) => match.actor !== undefined);
  const parts = mentions.flatMap((mention, member) => splitGroup(text, mention, member, names));
  const tagged = joinPhrases(text, groupByName(parts, names), names).filter(
    ({ start, end }) => !lookup.isCollective(text.slice(start, end)),
  );
  const groups = [...tagged, ...untagged(text, tagged, names)].sort((a, b) => a.start - b.start);
  const index = new Map<number, number>();
  groups.forEach((group, k) => {
    for (const member of group.members) if (!index.has(member)) index.set(member, k);
  });
  return groups.map((group, k) => {
    const { start, end } = group;
    return {
      start,
      end,
      words: text.slice(start, end),
      type: group.type,
      links: unite(
        group.members.flatMap((member) => mentions[member]!.links),
        index,
        k,
      ),
    };
  });
}

/** What a name is called in short, with two capitals at least: "Volunteer Corps *(VC)*", but not "Chatham House (London)". */
const SHORT_FORM = /(?<=\p{L}) \((\p{Lu}[\p{L}\p{N}-]{0,10}\p{Lu}[\p{L}\p{N}-]{0,10})\)?$/u;

interface Group {
  start: number;
  /** Where a description before the name begins. */
  from?: number;
  end: number;
  type: LinkedMention['type'];
  members: number[];
}

/** Cuts at line breaks, and at hyphens between two known names. */
function splitGroup(
  text: string,
  { start, end, type }: LinkedMention,
  member: number,
  names: readonly PlacedMatch[],
): Group[] {
  const groups: Group[] = [];
  // The network's pieces cut "Niger's army" after the apostrophe.
  if (/['’]/.test(text[start - 1] ?? '') && /^s\b/.test(text.slice(start, end))) start++;
  start += LOOSE_START.exec(text.slice(start, end))?.[0].length ?? 0;
  end -= LOOSE_END.exec(text.slice(start, end))?.[0].length ?? 0;
  for (const line of text.slice(start, end).matchAll(/[^\n\r]+/g)) {
    let from = start + line.index + (line[0].length - line[0].trimStart().length);
    const to = start + line.index + line[0].trimEnd().length;
    const short = SHORT_FORM.exec(line[0]);
    if (short) {
      const at = start + line.index + short.index;
      groups.push({ start: from, end: at, type, members: [member] });
      groups.push({ start: at + 2, end: at + 2 + short[1]!.length, type, members: [member] });
      continue;
    }
    for (const dash of line[0].matchAll(/[-–—/]/g)) {
      const at = start + line.index + dash.index;
      const isBetween = names.some((n) => n.end === at) && names.some((n) => n.start === at + 1);
      if (!isBetween) continue;
      groups.push({ start: from, end: at, type, members: [member] });
      from = at + 1;
    }
    if (from < to) groups.push({ start: from, end: to, type, members: [member] });
  }
  return groups;
}

/** A known name that crosses the edge of a mention takes it in. */
function groupByName(parts: readonly Group[], names: readonly PlacedMatch[]): Group[] {
  const groups: Group[] = [];
  let name = 0;
  for (const part of parts) {
    while (name < names.length && names[name]!.end <= part.start) name++;
    const match = names[name];
    const last = groups.at(-1);
    if (last && part.start < last.end) {
      last.members.push(...part.members);
      last.end = Math.max(last.end, part.end);
      continue;
    }
    const crosses = match && match.start < part.end && (match.start < part.start || match.end > part.end);
    if (!crosses) groups.push({ ...part });
    else {
      const start = Math.max(last?.end ?? 0, Math.min(part.start, match.start));
      groups.push({ ...part, start, end: Math.max(part.end, match.end), type: match.actor!.type });
    }
  }
  return groups;
}

function joinPhrases(text: string, groups: readonly Group[], names: readonly PlacedMatch[]): Group[] {
  const joined: Group[] = [];
  for (const group of groups) {
    const last = joined.at(-1);
    const adjacent = last !== undefined && /^ ?$/.test(text.slice(last.end, group.start));
    if (last && adjacent && (isArticle(text, last) || isOnePhrase(text, last, group, names))) {
      joined.pop();
      joined.push({ ...group, start: last.start, members: [...last.members, ...group.members] });
    } else if (last && isOfState(text, last, group, names)) {
      joined.pop();
      joined.push({ ...group, start: last.start, members: [...last.members, ...group.members] });
    } else if (last && adjacent && isDescribed(text, last, group)) {
      joined.pop();
      joined.push({ ...group, from: last.start, members: [...last.members, ...group.members] });
    } else joined.push(group);
  }
  return joined.filter((group) => !isArticle(text, group));
}

/** Two capitalised parts of one type, of which at most one holds a known name. */
function isOnePhrase(text: string, a: Group, b: Group, names: readonly PlacedMatch[]): boolean {
  const holdsName = ({ start, end }: Group) => names.some((n) => start <= n.start && n.end <= end);
  const isCapital = ({ end, start }: Group) => /\p{Lu}/u.test(text.slice(start, end));
  return a.type === b.type && isCapital(a) && isCapital(b) && !(holdsName(a) && holdsName(b));
}

/** "the government of" "Uruguay". */
function isOfState(text: string, acting: Group, state: Group, names: readonly PlacedMatch[]): boolean {
  return (
    state.type === 'country' &&
    /^ of (?:the )?$/i.test(text.slice(acting.end, state.start)) &&
    actsForState(text.slice(acting.start, acting.end)) &&
    names.some((name) => name.start === state.start && name.end === state.end)
  );
}

/** "the rebel group" "UFDD": what a body is, and its name. */
function isDescribed(text: string, described: Group, name: Group): boolean {
  const isBody = ({ type }: Group) => type === 'organisation' || type === 'mission';
  const isName = /^\p{Lu}/u.test(text.slice(name.start, name.end));
  return (
    isBody(described) && isBody(name) && isName && endsWithNoun(text.slice(described.start, described.end))
  );
}

function untagged(text: string, tagged: readonly Group[], names: readonly PlacedMatch[]): Group[] {
  const free: Group[] = [];
  for (const { start, end, actor, kind } of names) {
    const isPlace = kind === 'capital' || kind === 'seat' || kind === 'official';
    const isTaken = [...tagged, ...free.slice(-1)].some((g) => (g.from ?? g.start) < end && start < g.end);
    // "Austria's OMV": the name belongs to the next one.
    const belongs = tagged.some(
      (g) => g.start - end <= 3 && g.start >= end && /^['’]s $/.test(text.slice(end, g.start)),
    );
    if (!isPlace && !isTaken && !belongs) free.push({ start, end, type: actor!.type, members: [] });
  }
  return free;
}

function isArticle(text: string, { start, end }: Group): boolean {
  return /^(the|a|an)$/i.test(text.slice(start, end));
}

function unite(
  links: LinkedMention['links'],
  index: ReadonlyMap<number, number>,
  self: number,
): LinkedMention['links'] {
  const best = new Map<number, number>();
  for (const { earlier, score } of links) {
    const k = index.get(earlier);
    if (k === undefined || k >= self) continue;
    best.set(k, Math.max(best.get(k) ?? -Infinity, score));
  }
  return [...best].map(([earlier, score]) => ({ earlier, score }));
}
