/** Sentences of tests with those who take part marked in them: "[Mali] expelled [France] in 2022." */
import type { Place } from '../../src/time/candidates.ts';

/** The text without the marks, and where the marked words stand in it. */
export function withMentions(marked: string): { text: string; at: Place[] } {
  const at: Place[] = [];
  let text = '';
  for (const part of marked.split(/(\[[^\]]*\])/)) {
    const words = part.startsWith('[') ? part.slice(1, -1) : part;
    if (part.startsWith('[')) at.push({ start: text.length, end: text.length + words.length });
    text += words;
  }
  return { text, at };
}
