/** How well a few typed letters fit a text, as command palettes are used: `gtt` finds "Go to the table". */
import { folded } from '../topbar/fold.ts';

/**
 * 0: as good as it gets; more is worse; null: no fit. Each typed word must fit: best as the start of a word,
 * else anywhere, else with its letters in this order. Accents and case do not matter.
 */
export function fuzzyRank(text: string, typed: string): number | null {
  const plain = folded(text);
  let sum = 0;
  for (const word of folded(typed).split(/\s+/)) {
    const rank = rankOf(plain, word);
    if (rank === null) return null;
    sum += rank;
  }
  return sum;
}

function rankOf(text: string, word: string): number | null {
  const at = text.indexOf(word);
  if (at === 0) return 0;
  if (at > 0) return text[at - 1] === ' ' || text.includes(` ${word}`) ? 1 : 3;
  return gapsOf(text, word);
}

/** The letters in order, with a count of jumps to letters that neither follow nor start a word. */
function gapsOf(text: string, word: string): number | null {
  let [at, gaps] = [-1, 0];
  for (const letter of word) {
    const next = text.indexOf(letter, at + 1);
    if (next < 0) return null;
    if (next > at + 1 && text[next - 1] !== ' ') gaps++;
    at = next;
  }
  return 10 + gaps;
}
