/**
 * Mentions as the network tags them, mended by what the tables know: a known name that came in
 * parts ("EUCAP" "Sahel" "Niger") becomes one mention, a lone article is joined or dropped.
 */
import type { Lookup, PlacedMatch } from '../ontology/lookup.ts';
import type { LinkedMention } from '../reader/mentions.ts';

/** Returns mended mentions in order; links are renumbered, those of joined mentions united. */
export function repairMentions(
  text: string,
  mentions: readonly LinkedMention[],
  lookup: Lookup,
): LinkedMention[] {
  const names = lookup.within(text).filter((match) => match.actor !== undefined);
  const groups = joinArticles(text, groupByName(mentions, names));
  const index = new Map<number, number>();
  groups.forEach((group, k) => group.members.forEach((member) => index.set(member, k)));
  return groups.map((group, k) => {
    const { start, end } = group;
    return {
      start,
      end,
      words: text.slice(start, end),
      type: group.type,
      links: unite(group.members.flatMap((member) => mentions[member]!.links), index, k),
    };
  });
}

interface Group {
  start: number;
  end: number;
  type: LinkedMention['type'];
  members: number[];
}

/** A name of several words that holds or crosses mentions takes them in. */
function groupByName(mentions: readonly LinkedMention[], names: readonly PlacedMatch[]): Group[] {
  const groups: Group[] = [];
  let name = 0;
  mentions.forEach(({ start, end, type }, member) => {
    while (name < names.length && names[name]!.end <= start) name++;
    const match = names[name];
    const last = groups.at(-1);
    if (last && start < last.end) {
      last.members.push(member);
      last.end = Math.max(last.end, end);
      return;
    }
    const crosses = match && match.start < end && (match.start < start || match.end > end);
    if (!crosses) groups.push({ start, end, type, members: [member] });
    else {
      const whole = { start: Math.min(start, match.start), end: Math.max(end, match.end) };
      groups.push({ ...whole, type: match.actor!.type, members: [member] });
    }
  });
  return groups.filter((group, k) => k === 0 || group.start >= groups[k - 1]!.end);
}

function joinArticles(text: string, groups: readonly Group[]): Group[] {
  const joined: Group[] = [];
  for (const group of groups) {
    const last = joined.at(-1);
    if (last && isArticle(text, last)) {
      joined.pop();
      const next = text.slice(last.end, group.start).trim() === '';
      if (next) {
        joined.push({ ...group, start: last.start, members: [...last.members, ...group.members] });
        continue;
      }
    }
    joined.push(group);
  }
  if (joined.length > 0 && isArticle(text, joined.at(-1)!)) joined.pop();
  return joined;
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
