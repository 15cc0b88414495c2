/** From lines to paragraphs: characters made uniform, wrapped lines joined. */

/** Lines wider than this are paragraphs, however many there are. */
const WIDEST_WRAP = 130;
/** Lines narrower than this are wrapped by nobody. */
const NARROWEST_WRAP = 40;

/**
 * One form for what looks the same: NFC, plain spaces, line feeds only. Invisible characters and
 * control characters go.
 */
export function uniform(text: string): string {
  return (
    text
      .normalize('NFC')
      .replace(/\r\n?|\u2028|\x85/g, '\n')
      .replace(/\u2029/g, '\n\n')
      // Soft hyphens, zero-width characters, direction marks, byte order marks: none has a width.
      .replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g, '')
      .replace(/[^\S\n]+/g, ' ')
      .replace(/(?!\n)\p{Cc}/gu, '')
      .replace(/ ?\n ?/g, '\n')
      .trim()
  );
}

/** Joins the lines of paragraphs that were wrapped at some width; every other line is a paragraph. */
export function paragraphsOf(text: string): string[] {
  const blocks = text.split(/\n{2,}/).map((block) => block.split('\n'));
  const isWrapped = wrapOf(blocks);
  return blocks
    .flatMap((lines) => (isWrapped ? unwrap(lines, isWrapped) : lines))
    .filter((line) => line !== '');
}

type IsWrapped = (line: string, next: string) => boolean;

/**
 * A line was wrapped where the next line's first word had no room on it. The text counts as wrapped
 * when most of its line breaks are of this kind, and some of them fall before a small letter.
 */
function wrapOf(blocks: readonly (readonly string[])[]): IsWrapped | null {
  const width = blocks.reduce(
    (widest, lines) => lines.reduce((w, line) => Math.max(w, line.length), widest),
    0,
  );
  if (width > WIDEST_WRAP || width < NARROWEST_WRAP) return null;
  const isWrapped: IsWrapped = (line, next) => {
    const firstWord = next.split(' ', 1)[0]!;
    return (
      line.length + 1 + firstWord.length > width ||
      (line.length > width * 0.6 && /[\p{L},]$/u.test(line) && /^\p{Ll}/u.test(next))
    );
  };
  let [breaks, wrapped, inSentence] = [0, 0, 0];
  for (const lines of blocks) {
    for (let i = 0; i + 1 < lines.length; i++) {
      breaks++;
      if (!isWrapped(lines[i]!, lines[i + 1]!)) continue;
      wrapped++;
      if (/^\p{Ll}/u.test(lines[i + 1]!)) inSentence++;
    }
  }
  return inSentence > 0 && wrapped * 2 >= breaks ? isWrapped : null;
}

function unwrap(lines: readonly string[], isWrapped: IsWrapped): string[] {
  const paragraphs: string[] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (before === undefined || !isWrapped(before, line)) paragraphs.push(line);
    else {
      // A word that was broken at its own hyphen: "US-", "led".
      const glue = /\p{L}-$/u.test(before) ? '' : ' ';
      paragraphs[paragraphs.length - 1] += glue + line;
    }
  }
  return paragraphs;
}
