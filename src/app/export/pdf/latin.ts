/** Text in the two standard fonts: which characters they have, and how wide it is. */
import { HELVETICA, HELVETICA_BOLD } from './helvetica.ts';

export type Face = 'regular' | 'bold';

/** The characters of WinAnsi from 0x80 to 0x9F; a space where there is none. */
const FROM_128 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';
const CODES = new Map([...FROM_128].flatMap((sign, i) => (sign === ' ' ? [] : [[sign, 128 + i] as const])));
/** What looks the same, or nearly: spaces of other widths, hyphens that do not break, the minus sign. */
const ALIKE: Readonly<Record<string, string>> = {
  '\u2009': ' ',
  '\u202f': '\u00a0',
  '\u2010': '-',
  '\u2011': '-',
  '\u2212': '–',
};

/** The codes of a text; null where the fonts lack a character of it. */
export function latinCodes(text: string): number[] | null {
  const codes: number[] = [];
  for (const sign of text.normalize('NFC')) {
    const code = codeOf(ALIKE[sign] ?? sign);
    if (code === null) return null;
    codes.push(code);
  }
  return codes;
}

/** The width of some codes, in the unit of the size. */
export function latinWidth(codes: readonly number[], face: Face, size: number): number {
  const widths = face === 'bold' ? HELVETICA_BOLD : HELVETICA;
  return (codes.reduce((sum, code) => sum + widths[code - 32]!, 0) * size) / 1000;
}

function codeOf(sign: string): number | null {
  const point = sign.codePointAt(0)!;
  if ((point >= 32 && point < 127) || (point >= 160 && point < 256)) return point;
  return CODES.get(sign) ?? null;
}
