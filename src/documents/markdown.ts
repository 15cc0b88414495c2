/** Markdown to lines of text: the marks go, the words stay. Enough for articles; not a full parser. */
import type { RawArticle } from './input.ts';

/** Takes the marks off. The first heading of the first level is the page's title. */
export function readMarkdown(text: string): RawArticle {
  const source = withoutBlocks(text);
  const title = /^ {0,3}# +(.+?) *#*$/m.exec(source)?.[1] ?? /^(\S.*)\n=+ *$/m.exec(source)?.[1];
  const lines = joined(source.split('\n')).map(withoutMarks).filter(Boolean);
  return {
    lines,
    hasLineBreaks: false,
    page: title === undefined ? {} : { title: withoutMarks(title) },
    given: {},
    notes: [],
  };
}

/** Longer lines are no prose; taking marks off them would take the square of their length. */
const LONGEST_LINE = 10_000;

/** Code, comments, and definitions of links and footnotes are no text of the article. */
function withoutBlocks(text: string): string {
  const fence = /^ {0,3}(?:```|~~~).*$/gm;
  const withoutCode = withoutBetween(text, new RegExp(fence), fence);
  const withoutComments = withoutBetween(withoutCode, /<!--/g, /-->/g);
  const withoutScripts = withoutBetween(
    withoutComments,
    /<(?:script|style)\b/gi,
    /<\/(?:script|style)\s*>/gi,
  );
  return withoutScripts.replace(/^ {0,3}\[[^\]\n]{1,200}\]:\s*\S+.*$/gm, '');
}

/** Cuts from each opening to its closing. By hand: a pattern would look for each missing end anew. */
function withoutBetween(text: string, opening: RegExp, closing: RegExp): string {
  let kept = '';
  let at = 0;
  for (;;) {
    opening.lastIndex = at;
    const open = opening.exec(text);
    closing.lastIndex = opening.lastIndex;
    const close = open && closing.exec(text);
    if (!close) return kept + text.slice(at);
    kept += text.slice(at, open.index);
    at = close.index + close[0].length;
  }
}

/** Lines of one paragraph together. Headings, list items, quotations and table rows begin anew. */
function joined(lines: readonly string[]): string[] {
  const blocks: string[] = [];
  let isOpen = false;
  for (const line of lines) {
    const text = line.replace(/^(?:\s{0,3}>\s?)+/, '').trim();
    const isRule =
      /^(?:[-=]{2,}|(?:[-*_] *){3,})$/.test(text) || /^\|?(?:\s*:?-+:?\s*\|)+\s*:?-*:?\s*$/.test(text);
    const isHeading = /^#{1,6} /.test(text);
    const isItem = /^(?:[-*+]|\d{1,3}[.)]) /.test(text) || text.startsWith('|');
    const isText = text !== '' && !isRule;
    if (isText && isOpen && !isHeading && !isItem) blocks[blocks.length - 1] += ` ${text}`;
    else if (isText) blocks.push(text);
    isOpen = isText && !isHeading;
  }
  return blocks;
}

function withoutMarks(line: string): string {
  if (line.length > LONGEST_LINE) return line;
  return line
    .replace(/^#{1,6} +|^[-*+] +(?:\[[ xX]\] )?/, '')
    .replace(/ +#+$/, '')
    .replace(/^\||\|$/g, '')
    .replace(/ \| /g, ' – ')
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/!\[[^\]]*\]\[[^\]]*\]/g, '')
    .replace(/\[\^[^\]]+\]/g, '')
    .replace(/\[([^\]]+)\]\((?:[^()]|\([^()]*\))*\)/g, '$1')
    .replace(/\[([^\]]+)\]\[[^\]]*\]/g, '$1')
    .replace(/<(https?:[^>\s]+)>/g, '$1')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/`([^`]+)`/g, '$1')
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}])([*_])(?=\S)(.+?)(?<=\S)\1(?![\p{L}\p{N}])/gu, '$2')
    .replace(/~~(.+?)~~/g, '$1')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .trim();
}
