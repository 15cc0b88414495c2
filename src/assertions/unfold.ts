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
  const moves: { readonly from: number; readonly by: number }[] = [];
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
    moves.push({ from: end, by: out.length - end });
  }
  out += text.slice(done);
  const moved = (at: number) => at + (moves.findLast(({ from }) => from <= at)?.by ?? 0);
  const isFree = ({ start, end }: Mention) =>
    !plurals.some((plural) => plural.start < end && start < plural.end);
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

function inOrder(mentions: readonly Mention[]): Mention[] {
  return [...mentions].sort((a, b) => a.start - b.start);
}
