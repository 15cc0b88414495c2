/** A quote as a citation: what can be pasted into a text, and checked by whoever reads it. */
import { describe, expect, it } from 'vitest';
import { citationOf, linkToQuote } from '../../../src/app/inspector/citation.ts';
import { decode } from '../../../src/app/permalink/address.ts';
import { corpus, says } from '../builders.ts';

const DOCUMENT = {
  source: 'Reuters',
  title: 'Niger  expels\nenvoy',
  published: '2023-08-25',
  publishedBasis: 'given' as const,
  url: 'https://example.org/a',
};
const QUOTE = { quote: 'Niger expelled\n  the envoy.' };

describe('a citation', () => {
  it('has quote, outlet, title, date, address and link', () => {
    expect(citationOf(QUOTE, DOCUMENT, 'https://graph.example/#v1')).toBe(
      '“Niger expelled the envoy.”\nReuters, “Niger expels envoy”, 25 August 2023. https://example.org/a\nhttps://graph.example/#v1',
    );
  });

  it('names who says it', () => {
    const speaker = { start: 0, end: 9, words: 'the junta', actor: null };
    expect(citationOf({ ...QUOTE, speaker }, DOCUMENT, null)).toContain(
      '“Niger expelled the envoy.” (said by the junta)\n',
    );
  });

  it.each([
    [{ ...DOCUMENT, source: null, url: null }, '“Niger expels envoy”, 25 August 2023.'],
    [{ ...DOCUMENT, title: '', published: null, url: null }, 'Reuters, undated.'],
    [
      { ...DOCUMENT, title: '', published: '2023-08', publishedBasis: 'inferred' as const, url: null },
      'Reuters, August 2023 (date inferred).',
    ],
  ])('of %j says what is known: %s', (document, source) => {
    expect(citationOf(QUOTE, document, null)).toBe(`“Niger expelled the envoy.”\n${source}`);
  });

  it('of a document that is not there is the quote alone', () => {
    expect(citationOf(QUOTE, undefined, null)).toBe('“Niger expelled the envoy.”');
  });
});

describe('the link of a citation', () => {
  const served = { sha256: 'abcdef0123456789', state: '' };
  const graph = { ...corpus([says('niger', 'expelled', 'france')]), served };
  const assertion = graph.file.assertions[0]!;
  const place = (href: string) => {
    const { protocol, hostname } = new URL(href);
    return { href, protocol, hostname };
  };

  it('opens the quote, and the two actors beside it', () => {
    const link = linkToQuote(graph, assertion, 0, place('https://graph.example/sahel/#v1&view=table'))!;
    expect(link).toMatch(/^https:\/\/graph\.example\/sahel\/#v1&/);
    const { state, dropped, graph: named } = decode(link.slice(link.indexOf('#')), graph);
    expect(dropped).toEqual([]);
    expect(state.quote).toEqual({ assertion: assertion.id, evidence: 0 });
    expect(state.select).toEqual({ kind: 'dyad', a: 'france', b: 'niger', sign: null, tie: null });
    expect(named).toEqual({ name: 'test.json', sha256: 'abcdef01' });
  });

  it('is none where it would lead nobody there', () => {
    expect(linkToQuote(graph, assertion, 0, place('http://127.0.0.1:4173/'))).toBeNull();
    expect(linkToQuote(graph, assertion, 0, place('file:///home/a/page.html'))).toBeNull();
    const { served: _, ...opened } = graph;
    expect(linkToQuote(opened, assertion, 0, place('https://graph.example/'))).toBeNull();
  });
});
