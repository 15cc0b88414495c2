/**
 * Event codes to relations. A root of CAMEO or a type of PLOVER that just one relation claims in its
 * spec is that relation. Where several claim it (root 16 is "expelled", "ended", "left", …), or where
 * a finer code says less or more than its root, the tables below decide, code by code. A code that
 * says too little is not mapped, with the reason, rather than guessed: a wrong "cut ties" would stay
 * in force for years.
 *
 * CAMEO 1.1b3 (Schrodt 2012), PLOVER (Open Event Data Alliance).
 */
import type { Status } from '../model/index.ts';
import { RELATIONS, RELATION_IDS, type RelationId } from './relations/index.ts';

/** What a code means, or why it means no relation. */
export type CodedRelation =
  | { readonly relation: RelationId; readonly status: Status }
  | {
      readonly relation: null;
      readonly reason: 'the event code names no relation' | 'the event code does not exist';
      readonly code: string;
    };

type Entry = RelationId | `${RelationId} planned` | '';

/** By CAMEO code; holds for all finer codes that have no row of their own. '' is no relation. */
const CAMEO: Readonly<Record<string, Entry>> = {
  // Statements: only accord and endorsement take a side.
  '01': '',
  '019': 'supports',
  '02': '',
  // Intentions are plans of what they intend.
  '03': 'cooperates-with planned',
  '033': 'aid planned',
  '0332': 'security-aid planned',
  '0334': 'security-aid planned',
  '034': '',
  '035': '',
  '0351': 'eased planned',
  '0353': 'eased planned',
  '0354': 'eased planned',
  '036': 'met-with planned',
  '037': '',
  '038': '',
  '039': 'mediates planned',
  '050': 'cooperates-with',
  '051': 'supports',
  '052': 'supports',
  '053': 'supports',
  '054': 'recognises',
  '055': '',
  '056': '',
  '06': 'cooperates-with',
  '061': 'trades-with',
  '07': 'aid',
  '072': 'security-aid',
  '074': 'security-aid',
  '075': '',
  '08': '',
  '080': 'eased',
  '081': 'eased',
  // Politics at home: freedoms, parties, curfews, protest.
  '0811': '',
  '0812': '',
  '0813': '',
  '0814': '',
  '084': 'eased',
  '085': 'eased',
  '0872': 'eased',
  '0874': 'withdrew-from',
  // Force is shown to somebody, but the code does not say where the troops are.
  '15': '',
  '161': 'cut-ties',
  '162': 'suspended',
  '163': 'sanctioned',
  '164': 'ended',
  '165': 'ended',
  '171': 'seized',
  '1712': '',
  '172': 'sanctioned',
  '1721': '',
  '1722': '',
  '1723': '',
  '1724': '',
  '173': 'seized',
  '174': 'expelled',
  '176': 'attacked',
};

/** By PLOVER type, or type and mode. */
const PLOVER: Readonly<Record<string, Entry>> = {
  // Promises as well as signatures: only a plan is sure.
  AGREE: 'signed-agreement planned',
  CONSULT: 'met-with',
  'CONSULT third-party': 'mediates',
  SUPPORT: 'supports',
  COOPERATE: 'cooperates-with',
  AID: 'aid',
  'AID military': 'security-aid',
  'RETREAT withdraw': 'withdrew-from',
  'RETREAT release': 'eased',
  'RETREAT return': 'eased',
  'REQUEST assist': '',
  'REQUEST meet': '',
  'REQUEST mediate': '',
  'ACCUSE investigate': '',
  MOBILIZE: '',
  SANCTION: '',
  'SANCTION expel': 'expelled',
  'SANCTION discontinue': 'suspended',
  COERCE: '',
  'COERCE seize': 'seized',
  'COERCE arrest': 'seized',
  'COERCE deport': 'expelled',
  'COERCE restrict': 'sanctioned',
  'COERCE ban': 'sanctioned',
  'COERCE cyber': 'attacked',
};

const PLOVER_TYPES =
  'AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT'.split(
    ' ',
  );

const claimedCodes = claims((id) => RELATIONS[id].cameo ?? []);
const claimedTypes = claims((id) => (RELATIONS[id].plover === undefined ? [] : [RELATIONS[id].plover]));

/** The relation of a CAMEO code as data sets write it; leading zeros may be lost. */
export function cameoRelation(written: string): CodedRelation {
  const code = cameoCode(written);
  if (code === null) return { relation: null, reason: 'the event code does not exist', code: written };
  for (let length = code.length; length >= 2; length--) {
    const prefix = code.slice(0, length);
    const entry = CAMEO[prefix] ?? only(claimedCodes.get(prefix));
    if (entry !== undefined) return coded(entry, code);
  }
  return coded('', code);
}

/**
 * The relation of an event of POLECAT: its type, mode and contexts, in any case. Military aid is known
 * by its context.
 */
export function ploverRelation(type: string, mode: string, contexts: readonly string[]): CodedRelation {
  const name = type.toUpperCase();
  if (!PLOVER_TYPES.includes(name))
    return { relation: null, reason: 'the event code does not exist', code: type };
  const kind = mode.toLowerCase();
  const isMilitary = contexts.some((context) => context.toLowerCase() === 'military');
  const entry =
    (isMilitary ? PLOVER[`${name} military`] : undefined) ??
    PLOVER[`${name} ${kind}`] ??
    PLOVER[name] ??
    only(claimedTypes.get(name)) ??
    '';
  return coded(entry, kind === '' ? name : `${name} ${kind}`);
}

/**
 * A code with its leading zero, or null. Events have three or four digits and roots run to 20, so
 * what is shorter or begins higher has lost a zero: `40` is 040, `211` is 0211.
 */
export function cameoCode(written: string): string | null {
  if (!/^\d{1,4}$/.test(written)) return null;
  const isShort = written.length === 2 && !written.startsWith('0');
  const code = written.length === 1 || isShort || Number(written.slice(0, 2)) > 20 ? `0${written}` : written;
  const root = Number(code.slice(0, 2));
  return code.length <= 4 && root >= 1 && root <= 20 ? code : null;
}

function coded(entry: Entry, code: string): CodedRelation {
  if (entry === '') return { relation: null, reason: 'the event code names no relation', code };
  const [relation, status] = entry.split(' ') as [RelationId, 'planned'?];
  return { relation, status: status ?? 'actual' };
}

function claims(codesOf: (id: RelationId) => readonly string[]): Map<string, RelationId[]> {
  const all = new Map<string, RelationId[]>();
  for (const id of RELATION_IDS) {
    for (const code of codesOf(id)) all.set(code, [...(all.get(code) ?? []), id]);
  }
  return all;
}

function only(ids: readonly RelationId[] | undefined): RelationId | undefined {
  return ids?.length === 1 ? ids[0] : undefined;
}
