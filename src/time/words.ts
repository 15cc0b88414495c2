/** Dates in English words. */

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** A year, month or day in words: `2024-03-26` → `26 March 2024`. */
export function dateInWords(date: string): string {
  const [year, month, day] = date.split('-');
  if (month === undefined) return year!;
  const words = `${MONTHS[Number(month) - 1]} ${year}`;
  return day === undefined ? words : `${Number(day)} ${words}`;
}

/** An EDTF string in words: `[..2024-03]` → `by March 2024`, `2018/..` → `since 2018`. */
export function edtfInWords(edtf: string): string {
  const before = /^\[\.\.(.+)\]$/.exec(edtf);
  if (before) return `by ${plainInWords(before[1]!)}`;
  const [from, to] = edtf.split('/');
  if (to === undefined) return plainInWords(from!);
  if (to === '..' || to === '') return `since ${plainInWords(from!)}`;
  if (from === '..' || from === '') return `until ${plainInWords(to)}`;
  return `${plainInWords(from!)} to ${plainInWords(to)}`;
}

function plainInWords(date: string): string {
  const mark = /[~?%]$/.exec(date)?.[0];
  const words = dateInWords(date.replace(/[~?%]$/, ''));
  if (mark === '~') return `about ${words}`;
  if (mark === '?') return `perhaps ${words}`;
  return mark === '%' ? `perhaps about ${words}` : words;
}
