import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readArticles } from '../../src/documents/articles.ts';
import { UnreadableDocument } from '../../src/documents/input.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import { DEFLATED, PLAIN, column, pdfOf } from './pdfs.ts';

const BODY = 'Niger expelled the French ambassador on Friday, a spokesman of the junta said on television.';

/** Pieces that mean something to one of the readers, to be put together in any order. */
const PIECES: Readonly<Record<string, readonly string[]>> = {
  'a.html': [
    '<p>',
    '</p>',
    '<div',
    '>',
    '<!--',
    '-->',
    '<script>',
    '</script>',
    '<table><tr>',
    '&#x110000;',
    '&amp',
    '<title>',
    '<meta charset=utf-16>',
    '<svg><p>',
    '<template>',
    BODY,
  ],
  'a.xml': [
    '<?xml version="1.0"?>',
    '<rss>',
    '<channel>',
    '<item>',
    '</item>',
    '<description>',
    '</description>',
    '<![CDATA[',
    ']]>',
    '&lt;p&gt;',
    '&#0;',
    '&x;',
    '<entry>',
    '<content type="xhtml">',
    '<feed>',
    '</',
    '<a b="',
    '"',
    BODY,
  ],
  'a.eml': [
    'From: a\r\n',
    'Subject: =?utf-8?B?gA==?=\r\n',
    'Subject: =?x?Q?=GG?=\r\n',
    'Content-Type: multipart/mixed; boundary=b\r\n',
    'Content-Type: text/html; charset=utf-16le\r\n',
    'Content-Type: message/rfc822\r\n',
    'Content-Transfer-Encoding: base64\r\n',
    'Content-Transfer-Encoding: quoted-printable\r\n',
    '\r\n',
    '\r\n--b\r\n',
    '--b--',
    '=E9',
    '=',
    'TmlnZXI=',
    BODY,
  ],
  'a.jsonl': [
    '{"text": "',
    '{"html": "<p>',
    '"}',
    '\n',
    '{',
    '[1]',
    'null',
    '\\ud800',
    '"published": 5, ',
    BODY,
  ],
  'a.md': ['# ', '```', '[a](', '](', '**', '<!--', '---\n', '|', '\n', '> ', BODY],
  'a.txt': ['\n', '---\ntitle: x\n---\n', '\u2028', '\u202e', '\u200d', 'e\u0301\u0301', '\ufeff', 'ا', BODY],
};

/** A document whose sentences slice to text, or a message that names the file. */
async function check(path: string, bytes: Uint8Array): Promise<void> {
  try {
    const { documents, skipped } = await readArticles({ path, bytes });
    expect(documents.length).toBeGreaterThan(0);
    for (const { text, id, sha256 } of documents) {
      expect(id).not.toBe('');
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
      expect(text).not.toMatch(/\p{Cs}|\r/u);
      expect(text.trim()).toBe(text);
      for (const [start, end] of splitSentences(text)) {
        expect(text.slice(start, end).trim().length).toBeGreaterThan(0);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }
    for (const one of skipped) expect(one).toBeInstanceOf(UnreadableDocument);
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    expect(error.message).toMatch(/^a\.\w+.*: \S/s);
  }
}

describe('whatever the bytes, there is a document or a message that names the file', () => {
  const paths = [...Object.keys(PIECES), 'a.pdf'];

  test.each(paths)('any bytes as %s', async (path) => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), (bytes) => check(path, bytes)),
      { numRuns: 60 },
    );
  });

  test.each(Object.entries(PIECES))('pieces of the format in any order as %s', async (path, pieces) => {
    const some = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 8 })), {
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(some, (parts) => check(path, Buffer.from(parts.join('')))),
      { numRuns: 150 },
    );
  });

  test.each([
    ['plain', PLAIN],
    ['packed', DEFLATED],
  ])('a %s PDF with any of its bytes changed, or cut off', async (_, packing) => {
    const whole = pdfOf([column([BODY, BODY])], '/CreationDate (D:20231222)', packing);
    const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 6 }), fc.nat(whole.length), async (changes, length) => {
        const bytes = Uint8Array.from(whole);
        for (const [at, byte] of changes) bytes[at] = byte;
        await check('a.pdf', bytes.subarray(0, length));
        await check('a.pdf', bytes);
      }),
      { numRuns: 25 },
    );
  });
});

describe('large and deep inputs end', () => {
  const LONG = 200_000;
  test.each<[what: string, path: string, content: string]>([
    ['a feed of one endless tag', 'a.xml', `<rss><channel><item><description ${'a '.repeat(LONG)}`],
    [
      'a feed of entities',
      'a.xml',
      `<rss><channel><item><description>${'&x;'.repeat(LONG)} ${BODY}</description></item></channel></rss>`,
    ],
    ['a feed of open brackets', 'a.xml', `<rss><channel><item><description>${'<'.repeat(LONG)}`],
    ['XHTML without an end', 'a.xml', `<feed><entry><content type="xhtml">${'<b>x</b>'.repeat(LONG / 8)}`],
    [
      'a mail of boundaries',
      'a.eml',
      `Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\n'.repeat(LONG / 8)}${BODY}`,
    ],
    ['mails within mails', 'a.eml', `${'Content-Type: message/rfc822\r\n\r\n'.repeat(LONG / 32)}${BODY}`],
    ['a mail of one header', 'a.eml', `Subject: ${'=?utf-8?Q?a?= '.repeat(LONG / 14)}\r\n\r\n${BODY}`],
    [
      'a mail of header parameters',
      'a.eml',
      `From: a\r\nContent-Type: text/plain${'; a=b'.repeat(LONG / 5)}\r\n\r\n${BODY}`,
    ],
    [
      'a mail of spaces',
      'a.eml',
      `From: a\r\nSubject: x${' '.repeat(LONG)}y\r\n\r\n${BODY}${' '.repeat(LONG)}${BODY}`,
    ],
    ['a mail of quotation marks', 'a.eml', `From: ${'<'.repeat(LONG)}"${'" '.repeat(LONG)}\r\n\r\n${BODY}`],
    ['a mail of quotings', 'a.eml', `From: a\r\n\r\n${'> '.repeat(LONG)}\r\n${BODY}`],
    ['a mail of dashes', 'a.eml', `From: a\r\n\r\n${'-'.repeat(LONG)}\r\n${BODY}`],
    ['lines of nothing', 'a.jsonl', `${'{}\n'.repeat(LONG / 40)}{"text": "${BODY}"}`],
  ])('%s', async (_, path, content) => {
    await check(path, Buffer.from(content));
  });
});
