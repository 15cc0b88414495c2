/** Ids of documents: the file's name without extension, and more of it only where names meet. */
import type { Document } from '../model/index.ts';

/** The id that a document has as long as no other has it: its name, safe to stand in other ids. */
export function idFromPath(path: string): string {
  const name = path.split(/[/\\]/).at(-1) ?? '';
  const stem = name.replace(/\.[A-Za-z0-9]{1,8}$/, '') || name;
  return stem.replace(/[\s\p{Cc}"'<>&]+/gu, '_') || 'document';
}

/**
 * Makes ids distinct: documents of the same name get the first digits of their content's hash as
 * well, copies of one content also their place among the sorted paths. Does not depend on the order.
 */
export function withDistinctIds<T extends Document>(documents: readonly T[]): T[] {
  const renamed = distinguish(documents, (document) => `${document.id}-${document.sha256.slice(0, 8)}`);
  const ranks = new Map<string, string[]>();
  for (const { id, path } of renamed) ranks.set(id, [...(ranks.get(id) ?? []), path].sort());
  const taken = new Map<string, number>();
  return distinguish(renamed, (document) => {
    const place = `${document.id} ${document.path}`;
    const again = taken.get(place) ?? 0;
    taken.set(place, again + 1);
    return `${document.id}-${ranks.get(document.id)!.indexOf(document.path) + again + 1}`;
  });
}

function distinguish<T extends Document>(documents: readonly T[], longer: (document: T) => string): T[] {
  const counts = new Map<string, number>();
  for (const { id } of documents) counts.set(id, (counts.get(id) ?? 0) + 1);
  return documents.map((document) =>
    counts.get(document.id) === 1 ? document : { ...document, id: longer(document) },
  );
}
