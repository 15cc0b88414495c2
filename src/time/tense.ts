/** Whether a date lies ahead of the text, as the verbs around it tell. */

import { isPast } from './telling.ts';

/** How far to look to either side, in UTF-16 code units. */
const REACH = 140;
const AHEAD =
  /\b(?:[Ww]ill|shall|won['’]t|would|can|may|must|has to|have to|(?:is|are|was|were|be|being|am) (?:now |also |likely |only )?(?:to|due|set|scheduled|slated|expected|planned|foreseen|invited|about|going)|likely to|plans?|planning|intends?|hopes?|means to|wants?|due|upcoming|forthcoming|scheduled|expires?|until|till|ahead of|no later than|deadline(?: of)?)(?![\p{L}])/u;
const REPORTED =
  /\b(?:said|says|told(?: \p{L}+){0,2}|announced|declared|added|confirmed|warned|wrote|reported|pledged|promised|vowed|agreed|decided|ordered|signed|stated|voted|adopted|approved|asked|urged|let it be known)(?: (?:late|early|earlier|in|on|here|back|reporters|parliament|state (?:TV|television)))*[\s\u00a0]?$/iu;
/** Words right before a date that set a term. */
const DEADLINE = /\b(?:by|until|till)[\s\u00a0]$/iu;
const UNTIL = /\b(?:until|till)[\s\u00a0]$/iu;
const AHEAD_VERB = /\b(?:will|shall|would|is|are|must|has|have)(?![\p{L}])/iu;
/** After "is to", "will" and the like it turns the clause back to the past. */
const BACK = /(?<![\p{L}])(?:was|were|had|has been|have been)(?![\p{L}])/iu;
const BREAK =
  /[,;:–—()]|\b(?:that|which|who|whose|while|whereas|but|because|after|before|when|although|as)(?![\p{L}])/giu;
const OPENER = /^["“'‘\s\u00a0]*(?:(?:and|but|then|so|in|on|by|from|at|early|late|next|the)[\s\u00a0]*)*$/iu;

/** Whether the clause around a date (offsets into the sentence) speaks of what is still to come. */
export function isAhead(sentence: string, start: number, end: number, planned = false): boolean {
  const left = sentence.slice(Math.max(0, start - REACH), start);
  if (REPORTED.test(left)) return false;
  const before = lastClause(left);
  const after = firstTold(sentence.slice(end, end + REACH));
  const opens = OPENER.test(before);
  if (UNTIL.test(before) && !AHEAD_VERB.test(before) && hasPast(before)) return false;
  if (DEADLINE.test(before)) return !/\bhad\b/u.test(left) && !(opens && BACK.test(after));
  const marker = AHEAD.exec(before);
  if (marker) return !BACK.test(before.slice(marker.index + marker[0].length));
  if (planned && !opens && !hasPast(before) && !hasPast(after)) return true;
  return opens && (AHEAD.test(after) || (planned && !hasPast(after)));
}

function hasPast(clause: string): boolean {
  return (clause.match(/\p{L}+/gu) ?? []).some((word) => isPast(word.toLowerCase()));
}

function lastClause(text: string): string {
  let from = 0;
  for (const match of text.matchAll(BREAK)) from = match.index + match[0].length;
  return text.slice(from);
}

/** The first clause that tells of something: "On Monday, for all that, the minister, a general, signed …". */
function firstTold(text: string): string {
  const clauses = text.split(BREAK);
  return clauses.find((clause) => AHEAD.test(clause) || hasPast(clause)) ?? clauses[0]!;
}
