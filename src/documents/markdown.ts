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

/** Code, comments, and definitions of links and footnotes are no text of the article. */
function withoutBlocks(text: string): string {
  return text
    .replace(/^ {0,3}(```|~~~)[\s\S]*?^ {0,3}\1.*$/gm, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/^ {0,3}\[[^\]\n]+\]:\s*\S+.*$/gm, '')
    .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, '');
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
