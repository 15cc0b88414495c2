/** From the codes and names of data sets to the actors of the tables. Nothing is made up: what the tables lack is no actor. */
import type { Actor } from '../../model/index.ts';
import type { Knowledge, KnownActor, NameKind } from '../../ontology/knowledge.ts';
import type { Lookup } from '../../ontology/lookup.ts';
import { actorOfCow } from '../cow-codes.ts';

/** What the shells bring: the tables, and their names compiled. */
export interface KnownWorld {
  readonly knowledge: Knowledge;
  readonly lookup: Lookup;
}

/** Names that are as good as the name itself; "French" or "Paris" in a column of names is a person's or a town's. */
const NAMES: readonly NameKind[] = ['name', 'short', 'former'];

/** Country codes of CAMEO and former ISO codes that are not those of ISO 3166-1. */
const OTHER_CODES: Readonly<Record<string, string>> = {
  ROM: 'country:ROU',
  TMP: 'country:TLS',
  ZAR: 'country:COD',
  WSB: 'country:PSE',
  GZS: 'country:PSE',
  SUN: 'country:soviet-union',
  YUG: 'country:yugoslavia',
  SCG: 'country:serbia-and-montenegro',
  CSK: 'country:czechoslovakia',
  DDR: 'country:east-germany',
};

/** Known groups of CAMEO that the tables know under another name. Companies, parties and the rest are left out. */
const GROUPS: Readonly<Record<string, string>> = {
  ADB: 'adb',
  AFB: 'afdb',
  ALQ: 'al-qaeda',
  AMN: 'amnesty',
  AMU: 'arab-maghreb-union',
  ARL: 'arab-league',
  ASN: 'asean',
  BCA: 'beac',
  CEM: 'cemac',
  CIS: 'cis',
  COE: 'council-of-europe',
  CSS: 'cen-sad',
  CWN: 'commonwealth',
  EBR: 'ebrd',
  EEC: 'european-union',
  EFT: 'efta',
  GCC: 'gcc',
  GOS: 'g7',
  GSS: 'g77',
  HAM: 'hamas',
  HCH: 'ohchr',
  HCR: 'unhcr',
  HEZ: 'hezbollah',
  HRW: 'hrw',
  IAD: 'igad',
  IAE: 'iaea',
  ICC: 'icc',
  IDB: 'islamic-development-bank',
  ILO: 'ilo',
  IMF: 'imf',
  IOM: 'iom',
  IRC: 'icrc',
  ITP: 'interpol',
  KID: 'unicef',
  MBR: 'muslim-brotherhood',
  MSF: 'msf',
  NAT: 'nato',
  NON: 'non-aligned-movement',
  OAS: 'oas',
  // The Organisation of African Unity became the African Union.
  OAU: 'african-union',
  OIC: 'oic',
  OPC: 'opec',
  PLO: 'plo',
  PLS: 'polisario',
  SAD: 'sadc',
  SCE: 'osce',
  SCO: 'sco',
  TAL: 'taliban',
  UEM: 'waemu',
  UNO: 'united-nations',
  WAM: 'waemu',
  WAS: 'ecowas',
  WBK: 'world-bank',
  WFP: 'wfp',
  WHO: 'who',
  WTO: 'wto',
  XFM: 'oxfam',
};

/** The country of an ISO 3166 or CAMEO code; undefined for regions ("EUR", "WAF") and what the tables lack. */
export function countryOfCode({ knowledge }: KnownWorld, code: string): KnownActor | undefined {
  if (!/^[A-Z]{3}$/.test(code)) return undefined;
  return knowledge.actors.get(OTHER_CODES[code] ?? `country:${code}`);
}

/** The organisation of a CAMEO code of known groups. */
export function groupOfCode({ knowledge }: KnownWorld, code: string): KnownActor | undefined {
  const name = Object.hasOwn(GROUPS, code) ? GROUPS[code] : undefined;
  return name === undefined ? undefined : knowledge.actors.get(`organisation:${name}`);
}

/** The one actor that a name names; undefined where none or several do. "Korea, South" is South Korea. */
export function actorOfName({ lookup }: KnownWorld, name: string): KnownActor | undefined {
  const inverted = /^([^,]+), ([^,]+)$/.exec(name);
  for (const words of inverted ? [name, `${inverted[2]} ${inverted[1]}`] : [name]) {
    const found = lookup
      .exact(words)
      .flatMap(({ actor, kind }) => (actor && (NAMES as readonly string[]).includes(kind) ? [actor] : []));
    if (found.length > 0 && found.every(({ id }) => id === found[0]!.id)) return found[0];
  }
  return undefined;
}

/** The actor that a COW state code meant in a year. */
export function actorOfCowCode(
  { knowledge }: KnownWorld,
  code: number,
  year: number,
): KnownActor | undefined {
  return knowledge.actors.get(actorOfCow(code, year) ?? '');
}

/** An actor of the tables as a graph has it. */
export function actorOf({ id, name, type, subtype, names, iso3, parents }: KnownActor): Actor {
  const aliases = new Set(names.map(({ words }) => words));
  aliases.delete(name);
  return {
    id,
    name,
    type,
    subtype,
    aliases: [...aliases].sort(),
    ...(iso3 === undefined ? {} : { iso3 }),
    ...(parents.length > 0 ? { parents: [...parents].sort() } : {}),
  };
}
