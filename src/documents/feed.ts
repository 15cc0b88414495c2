/**
 * RSS 0.9x, 1.0, 2.0 and Atom files: each item is an article. Feeds are often not quite XML, so what can
 * be read is read; but a document type that declares entities is refused, since those may expand
 * without end or name files of the reader. Nothing is fetched.
 */
import { SaxesParser } from 'saxes';
import { readFragment } from './html.ts';
import { idFromPath } from './ids.ts';
import { type DocumentInput, type DocumentMetadata, UnreadableDocument } from './input.ts';
import { oneLine } from './metadata.ts';
import { dateIn } from './published.ts';
import { encodeText } from './record.ts';
import { sha256 } from './sha256.ts';

/** The items of a feed as inputs of their own, in order of the file. */
export interface Feed {
  readonly items: readonly DocumentInput[];
  readonly notes: readonly string[];
}

type Fields = Map<string, string>;

/** What has been read of the file so far. */
interface Reading {
  /** Local names of the open elements, outermost first. */
  readonly open: string[];
  readonly channel: Fields;
  readonly items: Fields[];
  /** The item that is open. */
  item: Fields | null;
  /** Text of the field that is open. */
  text: string;
  /** Depth of an open field whose inner elements are part of its text (Atom's `xhtml`); 0: none. */
  markup: number;
  fault: string | null;
}

const ROOTS = new Set(['rss', 'RDF', 'feed']);
const ITEMS = new Set(['item', 'entry']);
/** Where a field of an item stands under several names, the first that is there counts. */
const TEXTS = ['content:encoded', 'content', 'description', 'summary'];
const DATES = ['pubDate', 'published', 'dc:date', 'issued', 'updated', 'modified'];
const DEEPEST = 1000;

/** Reads a feed. Throws `UnreadableDocument` where it is none, has no items or declares entities. */
export function readFeed(text: string, path: string): Feed {
  const reading = parse(text, path);
  const { items, channel, fault } = reading;
  if (items.length === 0) {
    const why = fault === null ? 'a feed without items' : `not well-formed (${fault}), and no item was found`;
    throw new UnreadableDocument(path, `${why}: give an RSS or Atom file with articles, or their pages`);
  }
  const broken = `not well-formed XML (${fault}): read as far as it goes; check that no item is missing`;
  return {
    items: items.map((item) => inputOf(item, channel, path)),
    notes: fault === null ? [] : [broken],
  };
}

/** The encoding that an XML declaration names, if any. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  return /^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]+)/.exec(head)?.[1];
}

function parse(text: string, path: string): Reading {
  const reading: Reading = {
    open: [],
    channel: new Map(),
    items: [],
    item: null,
    text: '',
    markup: 0,
    fault: null,
  };
  const parser = new SaxesParser({ xmlns: false, position: true });
  parser.on('error', ({ message }) => {
    // Entities of HTML stay as they are written, and mean what they should when the item is read as HTML.
    if (!message.includes('undefined entity')) reading.fault ??= message.replace(/\.$/, '');
  });
  parser.on('doctype', (declaration) => {
    if (!/\[|<!ENTITY/i.test(declaration)) return;
    throw new UnreadableDocument(
      path,
      'declares entities (<!DOCTYPE … [ ]>), which is not safe: remove them',
    );
  });
  parser.on('opentag', ({ name, attributes }) => start(reading, name, attributes, path));
  parser.on('closetag', ({ name }) => end(reading, name));
  const add = (more: string) => (reading.text += reading.markup > 0 ? escaped(more) : more);
  parser.on('text', add);
  parser.on('cdata', add);
  parser.write(text.trimStart()).close();
  return reading;
}

function start(
  reading: Reading,
  name: string,
  attributes: Readonly<Record<string, string>>,
  path: string,
): void {
  const { open } = reading;
  if (open.length === 0 && !ROOTS.has(local(name))) {
    throw new UnreadableDocument(
      path,
      `XML of another kind (<${local(name)}>), no RSS or Atom: save it as text`,
    );
  }
  if (open.length > DEEPEST) throw new UnreadableDocument(path, 'elements stand too deep in each other');
  open.push(local(name));
  if (reading.markup > 0) {
    reading.text += `<${local(name)}>`;
    return;
  }
  reading.text = '';
  if (ITEMS.has(local(name)) && open.length <= 3) reading.item = new Map();
  if (reading.item && attributes['type'] === 'xhtml') reading.markup = open.length;
  // Atom's link is an attribute; those to comments, enclosures and the feed itself are others.
  const { href, rel } = attributes;
  if (local(name) === 'link' && href && (rel === undefined || rel === 'alternate')) {
    setOnce(reading, 'link', href);
  }
  if (attributes['type'] === 'text') setOnce(reading, `${local(name)} is text`, 'yes');
}

function end(reading: Reading, name: string): void {
  const { open } = reading;
  const depth = open.length;
  open.pop();
  if (reading.markup > 0 && depth > reading.markup) {
    reading.text += `</${local(name)}>`;
    return;
  }
  reading.markup = 0;
  if (reading.item && ITEMS.has(local(name))) {
    reading.items.push(reading.item);
    reading.item = null;
  } else setOnce(reading, fieldName(name), reading.text);
  reading.text = '';
}

/** Keeps the first text of a field that stands directly in an item, or in the channel or feed. */
function setOnce({ item, channel, open }: Reading, name: string, text: string): void {
  const parent = item ? ITEMS : new Set(['channel', 'feed']);
  const isOpenField = open.at(-1) === name.split(' ')[0];
  const within = isOpenField ? open.at(-2) : open.at(-1);
  const fields = item ?? channel;
  if (text.trim() !== '' && parent.has(within ?? '') && !fields.has(name)) fields.set(name, text.trim());
}

/** `atom:title` of an Atom feed is `title`; `media:title` is something else. */
function fieldName(name: string): string {
  return name.replace(/^(?:atom|rss):/, '');
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function inputOf(item: Fields, channel: Fields, path: string): DocumentInput {
  // The longest: some feeds give the whole text as `description` and a teaser as `summary`.
  const texts = TEXTS.flatMap((name) => (item.has(name) ? [{ name, text: item.get(name)! }] : []));
  const best = texts.reduce((a, b) => (b.text.length > a.text.length ? b : a), { name: '', text: '' });
  const named = item.get('guid') ?? item.get('id') ?? item.get('link') ?? `${item.get('title')} ${best.text}`;
  // Feeds are read again and again, and items move in them: the same item keeps its id.
  const key = sha256(encodeText(named)).slice(0, 8);
  return {
    path: `${path}#${key}`,
    id: `${idFromPath(path)}-${key}`,
    kind: item.has(`${best.name} is text`) ? 'text' : 'fragment',
    bytes: encodeText(best.text),
    metadata: metadataOfItem(item, channel),
  };
}

function metadataOfItem(item: Fields, channel: Fields): DocumentMetadata {
  const title = plain(item.get('title'));
  const source = plain(channel.get('title'));
  const published = DATES.map((name) => dateIn(item.get(name) ?? '')).find((date) => date !== null);
  const url = [item.get('link'), item.get('guid')].find((one) => /^https?:\/\/\S+$/i.test(one ?? ''));
  return {
    ...(title === '' ? {} : { title }),
    ...(source === '' ? {} : { source }),
    ...(published ? { published, publishedBasis: 'page' } : {}),
    ...(url ? { url } : {}),
  };
}

/** Titles hold HTML as often as not. */
function plain(text: string | undefined): string {
  if (text === undefined) return '';
  return oneLine(/[<&]/.test(text) ? readFragment(text).lines.join(' ') : text);
}
