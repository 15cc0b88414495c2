/**
 * Who says what a sentence states: the actor or person that is the subject of a verb of speech in it,
 * or that "according to" names. A sentence within a quotation has the speaker who is named beside it.
 */
import type { ActorInText } from '../actors/actor-in-text.ts';
import type { Mention, Span, Speaker } from '../model/index.ts';

/** Verbs whose subject tells the rest of the sentence. "Accused" and "denied" are acts of their own. */
const TOLD =
  'said|says|told|tells|stated|states|added|adds|announced|announces|declared|declares|confirmed|confirms|reported|reports|' +
  'claimed|claims|alleged|alleges|argued|argues|insisted|insists|maintained|maintains|warned|warns|explained|explains|' +
  'noted|notes|wrote|writes|tweeted|posted|asserted|asserts|reiterated|stressed|stresses|recalled|conceded|admitted|suggested';
/** "Karimov said no" tells nothing. */
const NOTHING_TOLD = String.raw`(?!\s+(?:no|nothing|yes|little)(?![\p{L}]))`;
/** Between a speaker and the verb: "Niger's *foreign minister* said", "Tajani, *the minister*, has said". */
const BEFORE_VERB = new RegExp(
  String.raw`^(?:['’]s?)?(?:\s+(?!that\b|which\b|who\b|and\b|but\b)[\p{L}\p{N}'’.-]+){0,4}?(?:,[^,.;:"“”]{1,60},)?(?:\s+(?:has|have|had|also|later|then|repeatedly|again))*\s+(?:${TOLD})(?![\p{L}])${NOTHING_TOLD}`,
  'u',
);
/** Between the verb and a speaker that follows it: "…, said *a spokesman for* Niger". */
const AFTER_VERB = new RegExp(
  String.raw`(?:,|[”"’]|–|—)\s*(?:(?:${TOLD})\s+|according to\s+)(?:[\p{L}'’-]+\s+){0,4}?$|(?:^|[\s(“"])according to\s+(?:[\p{L}'’-]+\s+){0,4}?$`,
  'iu',
);
const OPENS = /[“"]/g;
const CLOSES = /[”"]/g;

/** The speaker of a sentence; null where the text says it in its own voice. `cast`: persons included. */
export function speakerOf(
  text: string,
  sentences: readonly Span[],
  sentence: number,
  cast: readonly ActorInText[],
): Speaker | null {
  const own = namedIn(text, sentences[sentence]!, cast);
  if (own) return own;
  if (!isWithinQuotation(text, sentences, sentence)) return null;
  for (const beside of [sentence - 1, sentence + 1]) {
    const span = sentences[beside];
    const speaker = span && /[“”"]/.test(text.slice(...span)) ? namedIn(text, span, cast) : null;
    if (speaker) return speaker;
  }
  return null;
}

function namedIn(text: string, [start, end]: Span, cast: readonly ActorInText[]): Speaker | null {
  const mentions = cast
    .flatMap((actor) => actor.mentions.map((mention) => ({ actor, mention })))
    .filter(({ mention }) => start <= mention.start && mention.end <= end)
    .sort((a, b) => a.mention.start - b.mention.start || b.mention.end - a.mention.end);
  for (const { actor, mention } of mentions) {
    if (isSpeaker(text, start, end, mention)) return speakerFrom(actor, mention);
  }
  return null;
}

function isSpeaker(text: string, start: number, end: number, mention: Mention): boolean {
  return (
    BEFORE_VERB.test(text.slice(mention.end, Math.min(end, mention.end + 140))) ||
    AFTER_VERB.test(text.slice(Math.max(start, mention.start - 80), mention.start))
  );
}

function speakerFrom(actor: ActorInText, { start, end, words }: Mention): Speaker {
  return { start, end, words, actor: actor.type === 'person' ? null : actor.id };
}

/** Whether a quotation is open at the start of the sentence, or begins and does not end with it. */
function isWithinQuotation(text: string, sentences: readonly Span[], sentence: number): boolean {
  const [start, end] = sentences[sentence]!;
  const paragraph = Math.max(0, text.lastIndexOf('\n', start) + 1);
  const before = text.slice(paragraph, start);
  if (isOpen(before)) return true;
  return /^[“"]/.test(text.slice(start, end));
}

function isOpen(text: string): boolean {
  const straight = text.match(/"/g)?.length ?? 0;
  const opened = (text.match(OPENS)?.length ?? 0) - straight;
  const closed = (text.match(CLOSES)?.length ?? 0) - straight;
  return opened > closed || straight % 2 === 1;
}
