/** The values of the filters in words. */
import type { ActorType, Status } from '../../model/index.ts';
import { outletWord, relationLabel, statusWord, topicWord, typeWord } from '../inspector/words.ts';
import { m, number } from '../messages.ts';
import { type BlocIndex, WITHOUT_BLOC } from './blocIndex.ts';
import type { Facet } from './filters.ts';
import { WITHOUT_TOPIC } from './tieValues.ts';

/** What the names of blocs are made of. */
export interface Named {
  readonly blocs: BlocIndex;
  readonly nameOf: (actor: string) => string;
}

/** What a facet is called. */
export function facetWord(facet: Facet): string {
  switch (facet) {
    case 'relation':
      return m('filters_relations');
    case 'status':
      return m('filters_status');
    case 'type':
      return m('filters_actors');
    case 'bloc':
      return m('filters_blocs');
    case 'topic':
      return m('filters_topics');
    case 'outlet':
      return m('filters_outlets');
  }
}

export function valueWord(facet: Facet, value: string, { blocs, nameOf }: Named): string {
  switch (facet) {
    case 'relation':
      return relationLabel(value);
    case 'status':
      return statusWord(value as Status);
    case 'type':
      return typeWord(value as ActorType);
    case 'bloc':
      return value === WITHOUT_BLOC ? m('filters_no_bloc') : blocWord(value, blocs, nameOf);
    case 'topic':
      return value === WITHOUT_TOPIC ? m('filters_no_topic') : topicWord(value);
    case 'outlet':
      return outletWord(value);
  }
}

/** "France, Germany, Italy + 9". */
function blocWord(id: string, { blocs }: BlocIndex, nameOf: Named['nameOf']): string {
  const members = blocs.find((bloc) => bloc.id === id)?.members.map(({ actor }) => actor) ?? [id];
  const first = [id, ...members.filter((actor) => actor !== id)].slice(0, 3);
  const more = members.length - first.length;
  return first.map(nameOf).join(', ') + (more > 0 ? ` + ${number(more)}` : '');
}

/** How firmly the actors of a bloc belong to it, 0–1: the mean over its members. */
export function stabilityOf(id: string, { blocs }: BlocIndex): number {
  const members = blocs.find((bloc) => bloc.id === id)?.members ?? [];
  return members.reduce((sum, { stability }) => sum + stability, 0) / Math.max(1, members.length);
}
