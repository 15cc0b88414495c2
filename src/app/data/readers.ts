/** The readers beside the page; the build lists them in `readers.json`. */

/** A reader's folder beside the page, and how many bytes it loads. */
export interface PageReader {
  readonly folder: string;
  readonly bytes: number;
}

/** The careful reader, where the page has it; null: it has not. Asked for only when articles are opened. */
export async function carefulReader(): Promise<PageReader | null> {
  try {
    const response = await fetch(new URL('readers.json', document.baseURI), { cache: 'no-cache' });
    const readers = response.ok ? ((await response.json()) as readonly PageReader[]) : [];
    return readers.find(({ folder }) => folder === 'reader-careful') ?? null;
  } catch {
    // Without the list, or with another page in its place, the light reader is the only one.
    return null;
  }
}
