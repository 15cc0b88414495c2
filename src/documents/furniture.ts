/**
 * The lines around an article that are not the article: cookie banners, share and subscribe blocks,
 * links to other articles, captions, comment forms, advertising. Known by the shape of a whole line,
 * never by a word within a sentence: losing a sentence is worse than keeping a button.
 */

export type Furniture =
  | 'cookies'
  | 'share'
  | 'subscribe'
  | 'related'
  | 'caption'
  | 'comments'
  | 'advertisement'
  | 'breadcrumb'
  | 'byline';

interface Rule {
  readonly kind: Furniture;
  /** Longest line that may be of this kind, in UTF-16 code units. */
  readonly longest: number;
  readonly shape: RegExp;
  /** Needed as well. */
  readonly also?: RegExp;
}

const NETWORK =
  '(?:facebook|twitter|x|linkedin|whatsapp|telegram|reddit|e-?mail|messenger|pinterest|instagram|youtube|' +
  'tiktok|threads|bluesky|mastodon|google news|flipboard|wechat|line|viber|rss)';
const MARK = '[ .:!*…▼►»+()]*';
const AGENCY =
  '(?:reuters|afp|ap|ap photo|associated press|epa|epa-efe|efe|ansa|dpa|xinhua|tass|sputnik|anadolu|' +
  'getty(?: images)?|shutterstock|istock|alamy|bloomberg|unsplash|wikimedia(?: commons)?|nurphoto)';

const RULES: readonly Rule[] = [
  // Cookie banners speak to the reader; a report on cookies does not.
  {
    kind: 'cookies',
    longest: 500,
    shape: /\b(?:you|your|we|our|this (?:web)?site)\b[^“"]*$/i,
    also: /^(?=[^“"]*\bcookies\b)[^“"]*\b(?:uses?|using|accept|agree|consent|brows|continu|settings|preferences|policy|experience)/i,
  },
  whole('cookies', '(?:accept|reject|allow|decline)(?: all)?(?: (?:and|&) (?:close|continue))?'),
  whole(
    'cookies',
    '(?:(?:cookie|privacy|consent) (?:settings|preferences|policy|notice)|manage (?:cookies|consent|preferences|options))',
  ),

  whole(
    'share',
    `(?:share|tweet|pin|post|print|save|copy link|send|like|whatsapp|facebook|twitter|linkedin|telegram|e-?mail|follow us)(?:[ ,|/·•&]+(?:this|the|it|us|on|via|by|with|to|and|article|story|post|page|print|tweet|share|link|copy|${NETWORK}))*`,
  ),
  whole(
    'share',
    `(?:(?:click|tap) to )?(?:share|tweet|print|email)(?: (?:this|a link|on|via|to|${NETWORK}|friend|a friend|article|story|post))*(?: \\(opens in new window\\))?`,
  ),
  whole('share', '\\d[\\d.,]*[km]? shares?'),

  whole(
    'subscribe',
    '(?:please )?(?:subscribe|sign up|sign in|log ?in|register|join us|join now|become a member|donate)(?:[ ,]+(?:now|here|today|free|for free|for|to|or|and|our|the|your|with|a|an|daily|weekly|monthly|morning|free|latest|channel|whatsapp|telegram|youtube|news|newsletters?|mailing list|email|e-mail|alerts?|updates?|account|bulletin|briefing|notifications|subscribe|sign up|register|log in|log out))*',
  ),
  whole(
    'subscribe',
    '(?:get|receive) (?:the |our |all the )?(?:latest |breaking |daily |top )*(?:news|stories|updates|headlines|newsletter)[^.!?“"]*(?:inbox|e-?mail|phone|newsletter|delivered)[^.!?“"]*',
    140,
  ),
  whole('subscribe', '(?:enter )?your (?:e-?mail|e-?mail address|name)(?: \\(required\\))?'),

  // "Read also: …" names another article, up to the end of the line.
  {
    kind: 'related',
    longest: 220,
    shape:
      /^(?:also read|read also|read more|read next|see also|also see|don[’']t miss|related(?: (?:articles?|stor(?:y|ies)|news|posts?|content|topics?|coverage|reading))?|watch|listen|must read|more on this(?: story)?|recommended(?: reading)?)(?:\s*[:|»]\s*|\s+[–—-]\s+)\S/i,
  },
  whole(
    'related',
    "(?:also read|read also|read more|read next|see also|related(?: (?:articles?|stor(?:y|ies)|news|posts?|content|topics?|coverage|reading|links?))?|recommended(?: for you| reading| stories| articles)?|more on this(?: story| topic)?|more (?:stories|news|articles|headlines)|most (?:read|popular|viewed|shared)|trending(?: now| stories)?|up next|don[’']t miss|editor[’']?s[’']? picks?|latest (?:news|articles|stories|posts)|you (?:may|might|may also|might also) (?:also )?(?:be interested in|like|enjoy|want to read)|further reading|tags|(?:previous|next) (?:article|post|story)|load more|show more|continue reading|read (?:the )?full (?:article|story))",
  ),
  // What blogs write below each item of their feeds.
  {
    kind: 'related',
    longest: 400,
    shape: /^The (?:post|article|story) .{3,300} (?:appeared first|first appeared) on [^“"]{2,100}$/,
  },
  {
    kind: 'related',
    longest: 200,
    shape:
      /^(?:tags?|topics?|filed under|categories|keywords|posted in|more from|more about)\s*:\s*\S[^.!?]*$/i,
  },

  {
    kind: 'caption',
    longest: 500,
    shape:
      /^[[(]?\s*(?:file photo|file image|file pic(?:ture)?|photos?|picture|image|foto|caption|photo caption|image caption|photograph|photo credits?|image credits?|image source|credits?|photo by|image by|photo courtesy|illustration|video|graphic)\s*(?:[:/©]|(?<=source|caption),|(?<=photo by|image by|courtesy)\s)\s*\S/i,
  },
  {
    kind: 'caption',
    longest: 90,
    shape: /^(?:photo|image|picture|video|file) (?:credit|courtesy|source)\b[^.!?]*$/i,
  },
  { kind: 'caption', longest: 300, shape: new RegExp(`[/©|]\\s*${AGENCY}\\s*[\\])]?$`, 'i') },
  {
    kind: 'caption',
    longest: 300,
    shape: new RegExp(
      `[[(]\\s*(?:photo|image|file|picture|${AGENCY})?[^()[\\]]{0,40}[/:©|]\\s*[^()[\\]]{2,60}[\\])]\\.?$`,
      'i',
    ),
    also: new RegExp(`[[(][^()[\\]]*\\b(?:photo|image|picture|file|${AGENCY})\\b[^()[\\]]*[\\])]\\.?$`, 'i'),
  },
  {
    kind: 'caption',
    longest: 300,
    shape: new RegExp(`\\b${AGENCY}\\s*/\\s*[\\p{Lu}][\\p{L}.’' -]{1,40}[\\])]?(?<!\\.)$`, 'iu'),
  },
  { kind: 'caption', longest: 120, shape: /^©[^.!?]*\.?$/ },

  whole('comments', '(?:\\d[\\d,]*|no|one) (?:comments?|repl(?:y|ies)|thoughts? on .*)'),
  whole(
    'comments',
    '(?:notify of|guest|inline feedbacks?|view all comments|(?:leave|post|write|add) a (?:comment|reply)(?: cancel reply)?|cancel reply|comments?(?: \\(\\d+\\)| are closed| section)?|reply|join the (?:conversation|discussion)|(?:oldest|newest|most voted)|connect with|label|website|name|e-?mail|post comment|be the first to comment)',
  ),
  {
    kind: 'comments',
    longest: 200,
    shape:
      /^(?:your e-?mail address will not be published|required fields are marked|save my name, e-?mail|this site uses akismet|learn how your comment data|you must be logged in|comments? (?:are|is) moderated|notify me of (?:follow-up|new) )/i,
  },

  whole(
    'advertisement',
    '(?:advertisements?|advertising|ads?|sponsored(?: content| post| by .*)?|promoted(?: content)?|paid (?:content|post|partnership)|(?:story|article) continues (?:below|after)(?: (?:this )?(?:advertisement|ad))?|(?:skip|close|remove) (?:this )?(?:ad|ads|advert|advertisement)|advertisement[ -]+(?:scroll to continue|continue reading)|scroll (?:down )?(?:to|for) continue|close(?: button)?|close this|menu|search|skip to (?:main )?content|back to top|listen to (?:this )?article|play video)',
  ),

  {
    kind: 'breadcrumb',
    longest: 250,
    shape: /^(?:home(?:page)?|start|you are here:?|front page)\s*[»›>/|→\\]\s*\S/i,
  },
  {
    kind: 'breadcrumb',
    longest: 120,
    shape: /^[\p{L}\p{N} &’'-]{2,30}(?:\s*[»›→>]\s*[\p{L}\p{N} &’'-]{2,40}){1,5}$/u,
  },

  whole('byline', '\\d+ min(?:ute)?s?(?: read)?'),
  {
    kind: 'byline',
    longest: 60,
    shape:
      /^(?:[Bb]y|BY):? (?:our |staff |a )?\p{Lu}[\p{L}.’'-]+(?:(?: |, | and | & )(?:de |von |van |bin |al-)?[\p{Lu}][\p{L}.’'-]*){0,7}$/u,
  },
  {
    kind: 'byline',
    longest: 100,
    shape:
      /^(?:last )?(?:published|updated|posted|modified)(?: on| at)?\s*:?\s+(?:by [^.!?]{2,50}|\p{L}{3,6}day|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|today|yesterday|\d)[^!?“”"]*\d[^!?“”"]*(?<!\.)$/iu,
  },
  { kind: 'byline', longest: 60, shape: /^(?:last )?(?:published|updated|posted) \d+ \w+ ago$/i },
];

/** What a line is, when it is no part of an article; null otherwise. */
export function furnitureOf(line: string): Furniture | null {
  const rule = RULES.find(
    ({ longest, shape, also }) =>
      line.length <= longest && shape.test(line) && (also === undefined || also.test(line)),
  );
  return rule ? rule.kind : null;
}

/** A rule for a line that is nothing but these words, up to marks around them. */
function whole(kind: Furniture, words: string, longest = 100): Rule {
  return { kind, longest, shape: new RegExp(`^${MARK}(?:${words})${MARK}$`, 'i') };
}
