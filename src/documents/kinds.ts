/** The kinds of input, told by the extension of the file's name. */

/** `fragment`: HTML that is the article itself, without a page around it; only within feeds. */
export type InputKind = 'text' | 'markdown' | 'html' | 'fragment' | 'mail' | 'pdf' | 'feed' | 'lines';

const MEGABYTE = 1024 * 1024;

interface Kind {
  readonly extensions: readonly string[];
  /** In bytes. Larger inputs are no articles. */
  readonly largest: number;
}

const KINDS: Readonly<Record<Exclude<InputKind, 'fragment'>, Kind>> = {
  text: { extensions: ['.txt'], largest: 20 * MEGABYTE },
  markdown: { extensions: ['.md', '.markdown'], largest: 20 * MEGABYTE },
  html: { extensions: ['.html', '.htm', '.xhtml'], largest: 20 * MEGABYTE },
  pdf: { extensions: ['.pdf'], largest: 100 * MEGABYTE },
  mail: { extensions: ['.eml'], largest: 50 * MEGABYTE },
  feed: { extensions: ['.xml', '.rss', '.atom'], largest: 50 * MEGABYTE },
  lines: { extensions: ['.jsonl', '.ndjson'], largest: 400 * MEGABYTE },
};

/** The extensions that folders are searched for, and that the page opens. */
export const DOCUMENT_EXTENSIONS: readonly string[] = Object.values(KINDS).flatMap(
  ({ extensions }) => extensions,
);

/** What an input of this name is; a name without a known extension is that of a text. */
export function kindOf(path: string): InputKind {
  const name = path.toLowerCase();
  const found = Object.entries(KINDS).find(([, { extensions }]) =>
    extensions.some((extension) => name.endsWith(extension)),
  );
  return (found?.[0] as InputKind | undefined) ?? 'text';
}

/** The greatest size of an input, in bytes. */
export function largestSize(kind: InputKind): number {
  return KINDS[kind === 'fragment' ? 'html' : kind].largest;
}
