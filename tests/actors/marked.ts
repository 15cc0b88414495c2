/** Texts of tests with their mentions marked in them. */
import type { ActorType } from '../../src/model/index.ts';
import type { LinkedMention } from '../../src/reader/mentions.ts';

const TYPES: Record<string, ActorType> = { c: 'country', o: 'organisation', m: 'mission', p: 'person' };

/**
 * A text with its mentions: `{c:words}` is a mention of a country, `{c<2:words}` one that the network
 * links to the third mention (number 2) with a high score, `{c?2:words}` with a low one.
 */
export function marked(source: string): { text: string; mentions: LinkedMention[] } {
  let text = '';
  const mentions: LinkedMention[] = [];
  let from = 0;
  for (const match of source.matchAll(/\{([comp])(?:([<?])(\d+))?:([^}]+)\}/g)) {
    const [whole, type, sureness, link, words] = match as unknown as [
      string,
      string,
      string?,
      string?,
      string?,
    ];
    text += source.slice(from, match.index);
    const links = link === undefined ? [] : [{ earlier: Number(link), score: sureness === '<' ? 11 : 2 }];
    mentions.push({
      start: text.length,
      end: text.length + words!.length,
      words: words!,
      type: TYPES[type]!,
      links,
    });
    text += words;
    from = match.index + whole.length;
  }
  return { text: text + source.slice(from), mentions };
}
