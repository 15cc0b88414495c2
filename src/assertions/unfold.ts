/**
 * A text in which every "both countries" is written out, "Ghana and Togo", as the second network was trained
 * to read. Sentences keep their number, so that what is found in one holds for that of the text as it is.
 */
import type { ActorInText } from '../actors/actor-in-text.ts';
import type { Plural } from '../actors/plurals.ts';
import type { Mention, Span } from '../model/index.ts';

export interface Unfolded {
  readonly text: string;
  readonly sentences: readonly Span[];
  readonly actors: readonly ActorInText[];
  /** The actor as the text itself mentions it, the plural expressions among its mentions. */
  readonly inText: (actor: ActorInText) => ActorInText;
}

/** Writes the plurals of a text out. They are in its order and do not overlap. */
export function unfold(
  text: string,
  sentences: readonly Span[],
  actors: readonly ActorInText[],
  plurals: readonly Plural[],
): Unfolded {
  if (plurals.length === 0) return { text, sentences, actors, inText: (actor) => actor };
  const written = new Map<ActorInText, Mention[]>(actors.map((actor) => [actor, []]));
  const own = new Map<ActorInText, Mention[]>(actors.map((actor) => [actor, []]));
  /** How far what stands behind each is moved. */
  const moves: number[] = [];
  let out = '';
  let done = 0;
  for (const { start, end, actors: several } of plurals) {
    out += text.slice(done, start);
    several.forEach((actor, i) => {
      out += i === 0 ? '' : i === several.length - 1 ? ' and ' : ', ';
      const { name: words, type } = actor;
      written.get(actor)!.push({ start: out.length, end: out.length + words.length, words, type });
      own.get(actor)!.push({ start, end, words: text.slice(start, end), type });
      out += words;
    });
    done = end;
    moves.push(out.length - end);
  }
  out += text.slice(done);
  const moved = (at: number) => {
    const last = startedBy(plurals, at);
    const done = last >= 0 && plurals[last]!.end > at ? last - 1 : last;
    return at + (moves[done] ?? 0);
  };
  const isFree = ({ start, end }: Mention) => (plurals[startedBy(plurals, end - 1)]?.end ?? 0) <= start;
  const pairs = actors.map((actor): [ActorInText, ActorInText] => {
    const free = actor.mentions.filter(isFree);
    const shifted = free.map((m) => ({ ...m, start: moved(m.start), end: moved(m.end) }));
    const inText = { ...actor, mentions: inOrder([...free, ...own.get(actor)!]) };
    return [{ ...actor, mentions: inOrder([...shifted, ...written.get(actor)!]) }, inText];
  });
  const folded = new Map(pairs);
  return {
    text: out,
    sentences: sentences.map(([start, end]): Span => [moved(start), moved(end)]),
    actors: pairs.map(([actor]) => actor),
    inText: (actor) => folded.get(actor)!,
  };
}

/** Index of the last plural that starts at or before an offset; -1 where there is none. */
function startedBy(plurals: readonly Plural[], at: number): number {
  let [low, high] = [0, plurals.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (plurals[middle]!.start <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function inOrder(mentions: readonly Mention[]): Mention[] {
  return [...mentions].sort((a, b) => a.start - b.start);
}
