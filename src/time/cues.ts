/**
 * Words by which a sentence tells of an act, so that of several dates the one beside these words is taken.
 * Stems, each from the start of a word. They date what the network has read and find nothing themselves;
 * a relation without words that set it apart has none.
 */
const STEMS: Readonly<Record<string, string>> = {
  'allied-with': 'alli|defence pact|mutual defen',
  'signed-agreement':
    'sign|conclud|initial|agree|accord|pact|treat|memorand|deal|contract|truce|ceasefire|settl|seal|struck|ink',
  'met-with':
    'met|meet|visit|receiv|host|welcom|talk|confer|flew|call|summit|travel|guest|sat down|sit down|sits down|spoke|greet|arriv|land|shook|shake|consult',
  mediates: 'mediat|broker|good offices|host|chair|arbitrat|negotiat|convene|facilitat|shuttl|between',
  supports:
    'support|back|prais|thank|defend|stood|stand|congratulat|welcom|hail|endors|applaud|solidarity|side',
  aid: 'aid|gave|give|grant|loan|lend|lent|fund|financ|million|billion|donat|disburs|relief|deliver|pledg|paid|pay|credit|ship',
  'security-aid':
    'arm|train|weapon|equip|drone|missile|deliver|suppl|sold|sell|bought|buy|militar|vehicle|ammunition|instruct|jet|tank|send|sent|gave|give',
  'trades-with': 'trad|bought|buy|sold|sell|invest|export|import|purchas|deliver|suppl|gas|oil|order|ship',
  joined:
    'join|rejoin|enter|access|acced|admit|admi|member|appl|entry|back into|let back|ratif|sign|welcom|return',
  'restored-ties':
    'restor|resum|reopen|re-open|normalis|normaliz|establish|renew|open|reconcil|mend|relations|ties|ambassador|switch|thaw|patch',
  eased:
    'lift|eas|releas|freed|free|return|reinstat|unfr|drop|relax|remov|annul|waiv|reopen|let|hand|pardon|resum|end|gave back|scrap',
  recognises: 'recogni|acknowledg',
  accuses:
    'accus|blam|condemn|denounc|critici|charg|call|said|say|slam|alleg|deplor|protest|censur|brand|complain|claim',
  demands: 'demand|order|call|ultimatum|urg|press|ask|request|insist|requir|told|appeal|summon|want',
  rejects:
    'reject|refus|oppos|block|veto|dismiss|declin|turn(?:s|ed)? down|den(?:y|ied)|object|rebuff|ignor|wave|contest|not accept|against',
  threatens: 'threat|warn|would|will|ultimatum|vow|otherwise|unless',
  expelled:
    'expel|expul|order(?:s|ed)? out|drove|drive|throw|threw|thrown|kick|oust|declar|non grata|leave|out of|packed|told|turn(?:s|ed)? out|deport|unwelcome|evict|banish|show(?:s|ed|n)?|shut out|clos',
  ended:
    'end|terminat|annul|denounc|scrap|cancel|tore|tear|torn|revok|renounc|void|abrogat|quit|withdr|broke|dissolv|abolish|clos|rescind|pull|expir|walk',
  left: 'left|leav|quit|withdr|pull|walk|exit|out of|departure|notice|depart',
  'withdrew-from':
    'withdr|pull|left|leav|evacuat|depart|brought home|bring home|home|out|handed over|quit|clos',
  suspended: 'suspen|froz|freez|halt|paus|hold|stop|interrupt|ice|shelv|cut|bar|shut out|put off|block',
  sanctioned:
    'sanction|ban|embargo|tariff|clos|shut|block|froz|freez|blacklist|penal|punish|restrict|duties|duty|list|bar|fine|visa|seal|boycott',
  'cut-ties':
    'cut|sever|broke|break|recall|summon|downgrad|home|clos|ambassador|relations|envoy|called|withdr|suspend',
  seized: 'seiz|detain|arrest|confiscat|nationali|jail|captur|held|hold|impound|took|taken|prison|imprison',
  attacked:
    'attack|bomb|invad|invasion|raid|kidnap|fought|fight|struck|strike|shell|fir|war|clash|kill|ambush|offensive|assault|hit|storm|shot|shoot|captur|overr|seiz|drone|missile|battl|blew|blow|genocide',
  'deployed-in':
    'deploy|station|sent|send|troop|soldier|base|arriv|present|garrison|presence|mission|land|force|launch|set up|work',
  'member-of': 'member|join|belong|found|form|enter|part|contribut|took part|tak|sent|reinforc|serv',
  'part-of': 'launch|set up|establish|creat|found|form|run|command|part of|mission|mandate|authori',
  'cooperates-with':
    'cooperat|co-operat|partner|work|joint|exercis|drill|together|ties|relations|collaborat|train',
};

const PATTERNS = new Map(
  Object.entries(STEMS).map(([relation, stems]) => [
    relation,
    new RegExp(`(?<![\\p{L}])(?:${stems})[\\p{Ll}]*`, 'giu'),
  ]),
);

/** Where a sentence has words that tell of a relation; UTF-16 offsets into it. */
export function cuesOf(
  sentence: string,
  relation: string,
): { readonly start: number; readonly end: number }[] {
  const pattern = PATTERNS.get(relation);
  if (!pattern) return [];
  return [...sentence.matchAll(pattern)].map(({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
  }));
}
