/**
 * FollowTheMoney (https://followthemoney.tech), one JSON entity a line, for Aleph and OpenSanctions tools.
 * Countries are `PublicBody`, organisations and missions `Organization`, persons `Person`; each document is
 * an `Article`; each spell of a tie is an interval of its own: `Membership`, `Representation` for the
 * officials of an actor, else `UnknownLink` whose `role` names the relation. An interval's `proof` points at
 * the documents, its `description` quotes them.
 *
 * It cannot hold: sign, confidence as a number (`summary` says it in words), offsets of quotes, edits, what
 * is only denied; dates with marks of uncertainty lose the mark, "on or before" becomes `endDate`.
 */
import { contentId } from '../assertions/content-id.ts';
import type { Actor, ActorType, Assertion, Document, GraphFile, Spell, Tie } from '../model/index.ts';
import { relationSpec } from '../ontology/relations/index.ts';
import { tiesOf } from '../ties/fold.ts';
import { ends, withoutMarks } from '../time/edtf.ts';
import { ftmCountry } from './ftm-countries.ts';

interface Entity {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

const SCHEMAS: Readonly<Record<ActorType, string>> = {
  country: 'PublicBody',
  organisation: 'Organization',
  mission: 'Organization',
  person: 'Person',
};

/** It has languages by their three letters (ISO 639-3); others than these are left out. */
const LANGUAGES: Readonly<Record<string, string | undefined>> = {
  ar: 'ara',
  de: 'deu',
  en: 'eng',
  es: 'spa',
  fr: 'fra',
  it: 'ita',
  nl: 'nld',
  pl: 'pol',
  pt: 'por',
  ru: 'rus',
  tr: 'tur',
  uk: 'ukr',
  zh: 'zho',
};

/** Writes the lines; by default all ties of the graph. */
export function writeFtm(graph: GraphFile, ties: readonly Tie[] = tiesOf(graph)): string {
  const assertions = new Map(graph.assertions.map((assertion) => [assertion.id, assertion]));
  const actors = new Map(graph.actors.map((actor) => [actor.id, actor]));
  const entities = [
    ...graph.actors.map(actorEntity),
    ...graph.actors.filter(({ represents }) => actors.has(represents ?? '')).map(representation),
    ...graph.documents.map(documentEntity),
    ...ties.flatMap((tie) => tieEntities(tie, actors, assertions)),
  ];
  return entities.map((entity) => `${JSON.stringify(entity)}\n`).join('');
}

/** Ids may hold letters, digits, dots and dashes only: what makes ours differ beyond these is hashed. */
export function ftmId(id: string): string {
  const words = id.replace(/[^0-9A-Za-z]+/g, '-').replace(/^-+|-+$/g, '');
  return contentId(`entente-${words}`, id);
}

function actorEntity({ id, name, type, subtype, aliases }: Actor): Entity {
  return entity(id, SCHEMAS[type], {
    name: [name],
    alias: aliases,
    country: [ftmCountry(id)],
    keywords: [type, subtype],
  });
}

function representation({ id, represents }: Actor): Entity {
  return entity(`${id} represents ${represents}`, 'Representation', {
    agent: [ftmId(id)],
    client: [ftmId(represents!)],
    role: ['official'],
  });
}

function documentEntity({ id, path, title, published, source, url, language }: Document): Entity {
  return entity(id, 'Article', {
    title: [title],
    name: [title],
    fileName: [path],
    publishedAt: [published === null ? null : dateOf(published)],
    publisher: [source],
    sourceUrl: [webAddress(url)],
    language: [LANGUAGES[language]],
  });
}

/** One interval a spell; one without dates where a tie has only plans and claims. */
function tieEntities(
  tie: Tie,
  actors: ReadonlyMap<string, Actor>,
  assertions: ReadonlyMap<string, Assertion>,
): Entity[] {
  // A link of a thing with itself is an error there.
  if (tie.supporting.length === 0 || tie.source === tie.target) return [];
  const unproven: Spell = { from: null, to: null, openedBy: tie.supporting, closedBy: [] };
  const spells = tie.spells.length > 0 ? tie.spells : [unproven];
  return spells.map((spell, i) => {
    const stated = [...spell.openedBy, ...spell.closedBy].flatMap((id) => assertions.get(id) ?? []);
    const evidence = stated.flatMap((assertion) => assertion.evidence);
    const isMembership = tie.relation === 'member-of' && isOrganisation(actors.get(tie.target));
    const [from, to] = isMembership ? ['member', 'organization'] : ['subject', 'object'];
    return entity(`${tie.id} ${i}`, isMembership ? 'Membership' : 'UnknownLink', {
      [from]: [ftmId(tie.source)],
      [to]: [ftmId(tie.target)],
      role: [relationSpec(tie.relation).label],
      status: [tie.spells.length > 0 ? 'actual' : tie.statuses[0]],
      ...spellDates(spell, relationSpec(tie.relation).time === 'event'),
      summary: [`${tie.sources} sources, confidence ${tie.confidence}`],
      description: evidence.map(({ quote }) => quote),
      recordId: [tie.id],
      proof: evidence.map(({ document }) => ftmId(document)),
    });
  });
}

function isOrganisation(actor: Actor | undefined): boolean {
  return actor?.type === 'organisation' || actor?.type === 'mission';
}

function spellDates({ from, to }: Spell, isEvent: boolean): Record<string, readonly (string | null)[]> {
  if (from?.startsWith('[')) return { [isEvent ? 'endDate' : 'startDate']: [isEvent ? dateOf(from) : null] };
  if (isEvent && from !== null && !from.includes('/')) return { date: [dateOf(from)] };
  const start = from === null ? null : ends(from).from;
  const end = to === null ? null : ends(to).to;
  return { startDate: [start && dateOf(start)], endDate: [end && dateOf(end)] };
}

/** Years, months and days are dates there as they are here. */
function dateOf(edtf: string): string {
  const plain = withoutMarks(edtf).replace(/[[\].]/g, '');
  return plain.split('/').find((part) => part !== '') ?? plain;
}

/** Other schemes may run when clicked. */
function webAddress(url: string | null): string | null {
  return url !== null && /^https?:\/\//i.test(url) ? url : null;
}

function entity(
  id: string,
  schema: string,
  properties: Readonly<Record<string, readonly (string | null | undefined)[]>>,
): Entity {
  const held = Object.entries(properties).flatMap(([name, values]) => {
    const distinct = [
      ...new Set(values.filter((value) => value !== null && value !== undefined && value !== '')),
    ];
    return distinct.length === 0 ? [] : [[name, distinct] as const];
  });
  return { id: ftmId(id), schema, properties: Object.fromEntries(held) as Entity['properties'] };
}
