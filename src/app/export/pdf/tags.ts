/**
 * What a report is made of, for those who have it read out: headings, paragraphs, tables, pictures with words in
 * their place (ISO 32000-1, 14.7 and 14.8). What no element owns, such as rules, is an artifact.
 */
import type { PdfFile, Ref } from './file.ts';

export type Tag =
  'Document' | 'H1' | 'H2' | 'H3' | 'H4' | 'P' | 'Figure' | 'Table' | 'TR' | 'TH' | 'TD' | 'Link';

/** A stretch of a page. `key`: under which the page is found in the tree of parents. */
interface Mark {
  readonly page: Ref;
  readonly key: number;
  /** The number of the stretch on its page, from 0 on. */
  readonly id: number;
}

/** A link that a page has. */
interface Anchor {
  readonly page: Ref;
  readonly key: number;
  readonly annotation: Ref;
}

export class Element {
  readonly tag: Tag;
  /** What its dictionary says besides its place. */
  readonly entries: string;
  readonly kids: (Element | Mark | Anchor)[] = [];

  constructor(tag: Tag, entries = '') {
    this.tag = tag;
    this.entries = entries;
  }

  /** A new last child. */
  add(tag: Tag, entries = ''): Element {
    const element = new Element(tag, entries);
    this.kids.push(element);
    return element;
  }
}

export class Tags {
  readonly root = new Element('Document');
  private keys = 0;

  /** A key for a page or a link. */
  newKey(): number {
    return this.keys++;
  }

  /** Writes the tree; returns its root. */
  finish(file: PdfFile): Ref {
    const tree = file.reserve();
    const parents = new Map<number, Ref | Ref[]>();
    const top = write(file, this.root, tree, parents);
    const numbers = [...parents]
      .sort(([a], [b]) => a - b)
      .map(([key, refs]) => `${key} ${typeof refs === 'string' ? refs : `[${refs.join(' ')}]`}`);
    const parentTree = file.add(`<< /Nums [${numbers.join(' ')}] >>`);
    file.put(
      tree,
      `<< /Type /StructTreeRoot /K [${top}] /ParentTree ${parentTree} /ParentTreeNextKey ${this.keys} >>`,
    );
    return tree;
  }
}

function write(file: PdfFile, element: Element, parent: Ref, parents: Map<number, Ref | Ref[]>): Ref {
  const ref = file.reserve();
  const kids = element.kids.map((kid) => {
    if (kid instanceof Element) return write(file, kid, ref, parents);
    if ('annotation' in kid) {
      parents.set(kid.key, ref);
      return `<< /Type /OBJR /Pg ${kid.page} /Obj ${kid.annotation} >>`;
    }
    const marks = parents.get(kid.key) ?? [];
    if (typeof marks !== 'string') {
      marks[kid.id] = ref;
      parents.set(kid.key, marks);
    }
    return `<< /Type /MCR /Pg ${kid.page} /MCID ${kid.id} >>`;
  });
  file.put(
    ref,
    `<< /Type /StructElem /S /${element.tag} /P ${parent} /K [${kids.join(' ')}]${element.entries} >>`,
  );
  return ref;
}
