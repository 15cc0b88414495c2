/**
 * An article out of a web page. Nothing of the page runs: it is parsed into a tree that has no
 * scripts, no network and no styles; Readability finds the article, and only its text is taken.
 */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom/worker';
import type { Page, PageNode } from './dom.ts';
import type { DocumentMetadata, RawArticle } from './input.ts';
import { oneLine } from './metadata.ts';
import { dateOfTimes } from './page-times.ts';
import { dateIn } from './published.ts';

const SKIPPED = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME SVG MATH CANVAS OBJECT FORM BUTTON SELECT TEXTAREA NAV FOOTER ASIDE FIGCAPTION HEAD'.split(
    ' ',
  ),
);
const INLINE = new Set(
  'A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD MARK Q S SAMP SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR LABEL'.split(
    ' ',
  ),
);
/** A page with more elements is no article; Readability would take minutes for it. */
const MOST_ELEMENTS = 100_000;
/** Nor is one nested deeper; Readability's time grows with the square of the depth. */
const DEEPEST = 400;

/** The charset that a page declares in its first bytes, if any. */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 2048));
  return /<meta[^>]{0,200}charset\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1];
}

/** Finds the article of a page and what the page says of it. */
export function readHtml(html: string): RawArticle {
  const page = parse(html);
  const meta = pageMetadata(page);
  const found = isDeeper(page.body, DEEPEST) ? null : article(html);
  const body = found === null ? page.body : parse(found.content).body;
  const lines = linesOf(body);
  const named = meta.title ?? found?.title;
  const title = named && withoutSiteName(named, metaContent(page, 'og:site_name'));
  return {
    // Readability may find nothing in a page that is all text.
    lines: lines.length > 0 ? lines : linesOf(page.body),
    hasLineBreaks: false,
    page: { ...meta, ...(title ? { title } : {}) },
    given: {},
    notes: [],
  };
}

/** HTML that is the article itself, as feeds and mails hold it: all its text, with no search for an article in it. */
export function readFragment(html: string): RawArticle {
  return { lines: linesOf(parse(html).body), hasLineBreaks: false, page: {}, given: {}, notes: [] };
}

function parse(html: string): Page {
  const whole = /<html[\s>]/i.test(html)
    ? html
    : `<!doctype html><html><head></head><body>${html}</body></html>`;
  return parseHTML(whole).document as unknown as Page;
}

function article(html: string): { content: string; title: string | undefined } | null {
  try {
    // Readability takes the page apart: it gets one of its own.
    const page = parse(html) as unknown as ConstructorParameters<typeof Readability>[0];
    const found = new Readability(page, { maxElemsToParse: MOST_ELEMENTS }).parse();
    if (!found?.content) return null;
    return { content: found.content, title: found.title ? oneLine(found.title) : undefined };
  } catch {
    // Too many elements or a page that it cannot take apart: all text of the body is taken then.
    return null;
  }
}

function pageMetadata(page: Page): DocumentMetadata {
  const linked = linkedData(page);
  const title = metaContent(page, 'og:title', 'twitter:title') ?? linked.title;
  const source = metaContent(page, 'og:site_name') ?? linked.source;
  const url =
    page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? metaContent(page, 'og:url') ?? null;
  const published =
    dateIn(
      metaContent(
        page,
        'article:published_time',
        'datePublished',
        'date',
        'dc.date',
        'DC.date.issued',
        'pubdate',
        'publish-date',
        'parsely-pub-date',
      ) ?? '',
    ) ??
    dateIn(linked.published ?? '') ??
    dateOfTimes(page);
  return {
    ...(title ? { title: oneLine(title) } : {}),
    ...(source ? { source: oneLine(source) } : {}),
    ...(url && /^https?:\/\//i.test(url) ? { url: oneLine(url) } : {}),
    ...(published === null ? {} : { published }),
  };
}

/** "Russia expels diplomats | The Herald", on a page that says of itself that it is of "The Herald". */
function withoutSiteName(title: string, site: string | undefined): string {
  const name = oneLine(site ?? '');
  const head = title.slice(0, title.length - name.length);
  const isBehind = name !== '' && title.slice(head.length).toLowerCase() === name.toLowerCase();
  return (isBehind && /^(.*\S) [|–—-] $/.exec(head)?.[1]) || title;
}

function metaContent(page: Page, ...names: string[]): string | undefined {
  for (const name of names) {
    for (const key of ['property', 'name', 'itemprop']) {
      const content = page.querySelector(`meta[${key}="${name}"]`)?.getAttribute('content')?.trim();
      if (content) return content;
    }
  }
  return undefined;
}

interface LinkedData {
  readonly title?: string;
  readonly published?: string;
  readonly source?: string;
}

/** schema.org in JSON-LD: the first record that has a date of publication. */
function linkedData(page: Page): LinkedData {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      for (const record of recordsOf(parsedLoosely(script.textContent ?? ''))) {
        const { headline, datePublished, publisher } = record;
        if (typeof datePublished !== 'string') continue;
        const name =
          typeof publisher === 'object' && publisher !== null
            ? (publisher as { name?: unknown }).name
            : publisher;
        return {
          published: datePublished,
          ...(typeof headline === 'string' ? { title: headline } : {}),
          ...(typeof name === 'string' ? { source: name } : {}),
        };
      }
    } catch {
      // A page's broken JSON-LD says nothing; the other places may.
    }
  }
  return {};
}

/** Pages that are made from templates leave commas behind the last field. */
function parsedLoosely(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return JSON.parse(json.replace(/,\s{0,200}(?=[}\]])/g, ''));
  }
}

function recordsOf(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(recordsOf);
  if (typeof value !== 'object' || value === null) return [];
  const record = value as Record<string, unknown>;
  return [record, ...recordsOf(record['@graph'])];
}

function isDeeper(root: PageNode, limit: number): boolean {
  let depth = 0;
  let node: PageNode | null = root;
  while (node && depth <= limit) {
    if (node.firstChild) {
      node = node.firstChild;
      depth++;
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      depth--;
    }
    node = node === root ? null : (node?.nextSibling ?? null);
  }
  return depth > limit;
}

/** The text of a tree, one line for each block. A walk without recursion: pages nest as deep as they like. */
function linesOf(root: PageNode): string[] {
  const lines: string[] = [];
  let line = '';
  const endLine = () => {
    if (line.trim() !== '') lines.push(oneLine(line));
    line = '';
  };
  let node: PageNode | null = root;
  let isEntering = true;
  while (node) {
    const isBlock = node.nodeType === 1 && !INLINE.has(node.nodeName.toUpperCase());
    if (isEntering) {
      if (node.nodeType === 3) line += node.nodeValue ?? '';
      else if (isBlock) endLine();
      if (node.firstChild && !SKIPPED.has(node.nodeName.toUpperCase())) {
        node = node.firstChild;
        continue;
      }
    }
    if (isBlock) endLine();
    if (node === root) break;
    isEntering = node.nextSibling !== null;
    node = node.nextSibling ?? node.parentNode;
  }
  endLine();
  return lines;
}
