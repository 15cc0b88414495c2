/** Dates in the words of the person's language. */
import { language } from './messages/language.svelte.ts';
import { m } from './messages.ts';
import type { MessageKey } from './messages.ts';

/**
 * What the words beside a date go by: French and Italian have other articles before days than before months,
 * and before vowels (Italian: 8 and 11, otto and undici; both: the months with a vowel first).
 */
type DateKind = 'year' | 'month' | 'month_vowel' | 'day' | 'day_vowel';

const VOWEL_MONTHS = ['04', '08', '10'];
const VOWEL_DAYS = ['08', '11'];
const formats = new Map<string, Intl.DateTimeFormat>();

/** A year, month or day in words: `2024-03-26` → 26 March 2024. */
export function dateInWords(date: string): string {
  const [, month, day] = date.split('-');
  const instant = new Date(`${date}T00:00:00Z`.replace(/^(\d+-\d+)T/, '$1-01T'));
  if (month === undefined || Number.isNaN(instant.getTime())) return date;
  return formatOf(day === undefined ? 'month' : 'day')
    .formatToParts(instant)
    .map((part) => (part.type === 'day' ? m('date_day', { day: instant.getUTCDate() }) : part.value))
    .join('');
}

/** An EDTF string in words: `[..2024-03]` → by March 2024, `2018/..` → since 2018. */
export function edtfInWords(edtf: string): string {
  const before = /^\[\.\.(.+)\]$/.exec(edtf);
  if (before) return datedPhrase('date_by', before[1]!);
  const [from, to] = edtf.split('/');
  if (to === undefined) return plainInWords(from!);
  if (to === '..' || to === '') return datedPhrase('date_since', from!);
  if (from === '..' || from === '') return datedPhrase('date_until', to);
  return m('date_range', { from: plainInWords(from!), to: plainInWords(to) });
}

/** A text with a date in it, `{date}`, whose words may go by the date's `{kind}`. */
export function datedPhrase(key: MessageKey, edtf: string): string {
  return m(key, { date: edtf.includes('/') ? edtfInWords(edtf) : plainInWords(edtf), kind: kindOf(edtf) });
}

function plainInWords(date: string): string {
  if (date.startsWith('[')) return edtfInWords(date);
  const mark = /[~?%]$/.exec(date)?.[0];
  const words = dateInWords(date.replace(/[~?%]$/, ''));
  if (mark === '~') return m('date_about', { date: words });
  if (mark === '?') return m('date_perhaps', { date: words });
  return mark === '%' ? m('date_perhaps_about', { date: words }) : words;
}

function kindOf(edtf: string): DateKind {
  const [, month, day] = edtf.replace(/[~?%]$/, '').split('-');
  if (month === undefined) return 'year';
  if (day === undefined) return VOWEL_MONTHS.includes(month) ? 'month_vowel' : 'month';
  return VOWEL_DAYS.includes(day) ? 'day_vowel' : 'day';
}

function formatOf(precision: 'month' | 'day'): Intl.DateTimeFormat {
  const key = `${language.locale} ${precision}`;
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat(language.locale, {
    ...(precision === 'day' && { day: 'numeric' }),
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  formats.set(key, format);
  return format;
}
