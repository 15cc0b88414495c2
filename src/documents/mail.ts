/**
 * Mail messages (.eml): MIME (RFC 2045–2047) as far as an article needs it. Bytes are kept as a string
 * of one character each until the charset of a part is known. Attachments are not read.
 */
import { decode } from './decode.ts';
import { readFragment } from './html.ts';
import { type RawArticle, UnreadableDocument } from './input.ts';
import { oneLine } from './metadata.ts';
import { dateIn } from './published.ts';

// The core is compiled without the DOM's and Node's types; both have it.
declare const atob: (base64: string) => string;

type Headers = ReadonlyMap<string, string>;

interface Part {
  readonly headers: Headers;
  /** One character for each byte. */
  readonly body: string;
}

const DEEPEST = 10;

/** Reads a message. Throws `UnreadableDocument` where it is none, or has no text. */
export function readMail(bytes: Uint8Array, path: string): RawArticle {
  const message = partOf(bytesToString(bytes).replace(/^From .*\r?\n/, ''), path);
  const { headers } = message;
  if (!headers.has('from') && !headers.has('subject') && !headers.has('content-type')) {
    throw new UnreadableDocument(
      path,
      'no mail message: it has no headers From and Subject; rename it to .txt',
    );
  }
  const leaves = leavesOf(message, path, 0);
  const texts = leaves.filter((part) => !isAttachment(part));
  const plain = textOf(texts, 'text/plain', path);
  const html = textOf(texts, 'text/html', path);
  const fragment = html === '' ? null : readFragment(html);
  const words = (text: string) => text.split(/\s+/).length;
  // Some plain parts only say that there is another one.
  const usesHtml = fragment !== null && words(plain) < words(fragment.lines.join(' ')) / 2;
  if (!usesHtml && plain.trim() === '') {
    throw new UnreadableDocument(path, 'no text in this message: save its attachments and read those');
  }
  const attached = leaves.length - texts.length;
  return {
    lines: usesHtml ? fragment.lines : withoutForwarding(plain).split('\n'),
    hasLineBreaks: !usesHtml,
    page: metadataOf(headers, path),
    given: {},
    notes:
      attached > 0 ? [{ path, message: `${attached} attachment(s) not read: save them and read those` }] : [],
  };
}

function metadataOf(headers: Headers, path: string): RawArticle['page'] {
  const subject = oneLine(decodeWords(headers.get('subject') ?? '', path));
  const title = subject.replace(/^(?:(?:re|fwd?|aw|wg|tr)\s{0,3}:\s{0,3}){1,9}/i, '');
  const from = oneLine(decodeWords(headers.get('from') ?? '', path));
  const source = from.replace(/\s*<[^<>]*>\s*$/, '').replace(/^"(.*)"$/, '$1') || from.replace(/[<>]/g, '');
  const published = dateIn(headers.get('date') ?? '');
  return {
    ...(title === '' ? {} : { title }),
    ...(source === '' ? {} : { source }),
    ...(published === null ? {} : { published }),
  };
}

/** Splits headers from body. */
function partOf(text: string, path: string): Part {
  const gap = /\r?\n\r?\n/.exec(text);
  const isHeadless = /^\r?\n/.test(text);
  const head = isHeadless ? '' : text.slice(0, gap?.index ?? text.length);
  const body = isHeadless ? text.replace(/^\r?\n/, '') : gap ? text.slice(gap.index + gap[0].length) : '';
  const headers = new Map<string, string>();
  for (const line of decoded(head, undefined, path).split(/\r?\n(?![ \t])/)) {
    const match = /^([\w-]{1,80}):([\s\S]*)$/.exec(line);
    const name = match?.[1]!.toLowerCase();
    if (name !== undefined && !headers.has(name)) headers.set(name, match![2]!.replace(/\r?\n/g, '').trim());
  }
  return { headers, body };
}

/** The parts that are no containers, in order. */
function leavesOf(part: Part, path: string, depth: number): Part[] {
  const type = typeOf(part);
  if (depth > DEEPEST) return [];
  // A forwarded message is text of this one.
  if (type === 'message/rfc822') return leavesOf(partOf(contentOf(part), path), path, depth + 1);
  const boundary = parameter(part, 'content-type', 'boundary');
  if (!type.startsWith('multipart/') || boundary === undefined || boundary === '') return [part];
  const parts = `\n${part.body}`.split(`\n--${boundary}`).slice(1);
  const last = parts.findIndex((text) => text.startsWith('--'));
  return (last < 0 ? parts : parts.slice(0, last)).flatMap((text) =>
    leavesOf(partOf(text.replace(/^[^\n]*\n/, ''), path), path, depth + 1),
  );
}

function typeOf({ headers }: Part): string {
  return /^[^;\s]*/.exec(headers.get('content-type') ?? 'text/plain')![0].toLowerCase() || 'text/plain';
}

function isAttachment(part: Part): boolean {
  return (
    /^\s*attachment/i.test(part.headers.get('content-disposition') ?? '') ||
    !/^text\/(?:plain|html)$/.test(typeOf(part))
  );
}

function parameter({ headers }: Part, header: string, name: string): string | undefined {
  const value = headers.get(header) ?? '';
  for (const match of value.matchAll(/;\s*([\w*-]+)\s*=\s*(?:"([^"]*)"|([^;\s]*))/g)) {
    if (match[1]!.toLowerCase() === name) return match[2] ?? match[3];
  }
  return undefined;
}

function textOf(parts: readonly Part[], type: string, path: string): string {
  return parts
    .filter((part) => typeOf(part) === type)
    .map((part) => {
      const text = decoded(contentOf(part), parameter(part, 'content-type', 'charset'), path);
      const isFlowed = /^flowed$/i.test(parameter(part, 'content-type', 'format') ?? '');
      const lines = text.replaceAll('\r\n', '\n').replace(/\n-- \n[\s\S]*$/, '');
      // RFC 3676: a space before the line break means that the paragraph goes on.
      return isFlowed ? lines.replaceAll(' \n', ' ') : lines;
    })
    .join('\n\n');
}

/** The body without its transfer encoding. */
function contentOf({ headers, body }: Part): string {
  const encoding = (headers.get('content-transfer-encoding') ?? '').toLowerCase();
  if (encoding === 'base64') return fromBase64(body);
  return encoding === 'quoted-printable' ? fromQuoted(body.replace(/=[ \t]{0,4}\r?\n/g, '')) : body;
}

function fromQuoted(text: string): string {
  return text.replace(/=([0-9A-F]{2})/gi, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)));
}

function fromBase64(text: string): string {
  const digits = text.replace(/[^A-Za-z0-9+/]/g, '');
  return atob(digits.length % 4 === 1 ? digits.slice(0, -1) : digits);
}

/** RFC 2047: `=?utf-8?Q?C=C3=B4te?=`. A character may be cut between two words of one charset. */
function decodeWords(text: string, path: string): string {
  const word = /=\?([^?\s]{1,40})\?([BQ])\?([^?]*)\?=/gi;
  const joined = text.replace(/\?=\s{1,20}(?==\?)/g, '?=');
  let [result, bytes, charset, at] = ['', '', '', 0];
  const flush = () => {
    if (bytes !== '') result += decoded(bytes, charset, path);
    bytes = '';
  };
  for (const match of joined.matchAll(word)) {
    if (match.index > at || match[1] !== charset) flush();
    result += joined.slice(at, match.index);
    charset = match[1]!;
    bytes += /b/i.test(match[2]!) ? fromBase64(match[3]!) : fromQuoted(match[3]!.replaceAll('_', ' '));
    at = match.index + match[0].length;
  }
  flush();
  return result + joined.slice(at);
}

/** Marks of quoting and the small headers of a message that was passed on. */
function withoutForwarding(text: string): string {
  return text
    .replace(/^(?:> ?){1,20}/gm, '')
    .replace(
      /^-{2,20} ?(?:forwarded|original) message ?-{2,20}\n(?:(?:from|date|sent|subject|to|cc):.*\n){0,9}/gim,
      '',
    );
}

function bytesToString(bytes: Uint8Array): string {
  const CHUNK = 8192;
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK)));
  }
  return parts.join('');
}

function decoded(text: string, charset: string | undefined, path: string): string {
  return decode(
    Uint8Array.from(text, (char) => char.charCodeAt(0)),
    path,
    charset,
  ).text;
}
