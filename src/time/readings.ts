/** How the words of a candidate read: each function makes a reading of the named groups of its pattern. */
import { dayOfFeast, monthOf, numberOf, ordinalOf, weekdayNumber } from './vocabulary.ts';

/** A date as far as the words go; what is missing comes from its neighbours or the document. */
export interface Parts {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
}

/** Counted from the day of publication (last, this, next) or from the date told before it. */
export type Which = 'last' | 'this' | 'next' | 'that' | 'after' | 'before';
export type Unit = 'hour' | 'day' | 'week' | 'fortnight' | 'month' | 'year' | 'decade';

/** How a candidate reads. */
export type Reading =
  /** "last July" (`which`), "June of last year" (`yearOf`); `bare`: only a date in a date's place. */
  | {
      readonly kind: 'point';
      readonly point: Parts;
      readonly which?: Which;
      readonly yearOf?: Which;
      readonly bare?: boolean;
    }
  | { readonly kind: 'span'; readonly from: Parts; readonly to: Parts }
  | {
      readonly kind: 'weekday';
      readonly weekday: number;
      readonly which: Which | null;
      readonly week: number | null;
    }
  /** Of a season only the year is told; `month` is its first. */
  | { readonly kind: 'season'; readonly month: number; readonly which: Which | null }
  /** So many units from the day of publication, or from the date told before it. */
  | {
      readonly kind: 'offset';
      readonly unit: Unit;
      readonly by: number;
      readonly from: 'published' | 'last';
      /** Only of what is to come. */
      readonly ahead?: boolean;
    }
  /** "Days later", "within hours": an uncounted few of them. */
  | {
      readonly kind: 'few';
      readonly unit: Unit;
      readonly back: boolean;
      readonly from: 'published' | 'last';
    }
  /** "On the 16th": of the month told last, else of the last such day. */
  | { readonly kind: 'day'; readonly day: number }
  /** The weekend before the day of publication. */
  | { readonly kind: 'weekend' };

/** Named groups of a pattern's match. */
export type Groups = Readonly<Record<string, string | undefined>>;
export function iso({ year, month, day }: Groups): Reading {
  return { kind: 'point', point: { year: Number(year), month: Number(month), day: Number(day) } };
}

/** Between full stops the day comes first. Else either order is in use; where both make a date, only the year is sure. */
export function numeric({ day, month, year, stop }: Groups): Reading {
  const [a, b] = [Number(day), Number(month)];
  const point = { year: Number(year) };
  if (stop === '.' && b <= 12) return { kind: 'point', point: { ...point, month: b, day: a } };
  if (a > 12 && b <= 12) return { kind: 'point', point: { ...point, month: b, day: a } };
  if (b > 12 && a <= 12) return { kind: 'point', point: { ...point, month: a, day: b } };
  return { kind: 'point', point: a === b ? { ...point, month: a, day: a } : point };
}

export function calendar({ day, name, year, which, yearOf }: Groups): Extract<Reading, { kind: 'point' }> {
  const point = {
    ...(year === undefined ? {} : { year: Number(year) }),
    month: monthOf(name!)!,
    ...(day === undefined ? {} : { day: ordinalOf(day) }),
  };
  if (yearOf !== undefined) return { kind: 'point', point, yearOf: whichOf(yearOf) };
  return which === undefined ? { kind: 'point', point } : { kind: 'point', point, which: whichOf(which) };
}

export function days(groups: Groups): Reading {
  const { point } = calendar(groups);
  return { kind: 'span', from: point, to: { ...point, day: ordinalOf(groups['day2']!) } };
}

/** "2014–2019", "2014-19"; "2009-12" may be a month, so only its year is sure. */
export function years({ year, year2 }: Groups): Reading {
  const from = Number(year);
  const to = year2!.length === 4 ? Number(year2) : from - (from % 100) + Number(year2);
  if (to < from) return { kind: 'point', point: { year: from }, bare: true };
  if (year2!.length === 2 && Number(year2) <= 12) return { kind: 'point', point: { year: from }, bare: true };
  return { kind: 'span', from: { year: from }, to: { year: to } };
}

export function decade({ year }: Groups): Reading {
  return { kind: 'span', from: { year: Number(year) }, to: { year: Number(year) + 9 } };
}

export function weekday({ weekday: name, which, week }: Groups): Reading {
  return {
    kind: 'weekday',
    weekday: weekdayNumber(name!),
    which: which === undefined ? null : whichOf(which),
    week: week === undefined ? null : stepOf(week),
  };
}

export function season({ season: name, which }: Groups): Reading {
  const month = { spring: 3, summer: 6, winter: 12 }[name!.toLowerCase()] ?? 9;
  return { kind: 'season', month, which: which === undefined ? null : whichOf(which) };
}

export function daily({ word }: Groups): Reading {
  const lower = word!.toLowerCase();
  const by = lower.startsWith('the day')
    ? -2
    : /^(?:yesterday|last night)$/.test(lower)
      ? -1
      : lower === 'tomorrow'
        ? 1
        : 0;
  return { kind: 'offset', unit: 'day', by, from: 'published' };
}

export function near({ which, unit }: Groups): Reading {
  return { kind: 'offset', unit: unitOf(unit!), by: stepOf(which!), from: 'published' };
}

export function ago({ number, unit }: Groups): Reading {
  return { kind: 'offset', unit: unitOf(unit!), by: -numberOf(number!), from: 'published' };
}

export function fromLast({ number, unit, way }: Groups): Reading {
  const word = way!.toLowerCase();
  const back = /^(?:earlier|before|the previous)$/.test(word);
  const count = number === undefined ? (/^that|same$/.test(word) ? 0 : 1) : numberOf(number);
  return { kind: 'offset', unit: unitOf(unit!), by: back ? -count : count, from: 'last' };
}

/** "In ten days": only where the clause speaks of what is to come. */
export function hence({ number, unit }: Groups): Reading {
  return { kind: 'offset', unit: unitOf(unit!), by: numberOf(number!), from: 'published', ahead: true };
}

/** A feast, or a few days before it in the same month. */
export function feast({ name, number }: Groups): Reading {
  const { month, day } = dayOfFeast(name!);
  return { kind: 'point', point: { month, day: day - (number === undefined ? 0 : numberOf(number)) } };
}

export function soon({ unit, unit2, way }: Groups): Reading {
  const word = way?.toLowerCase();
  const back = word !== undefined && /^(?:earlier|before|ago)$/.test(word);
  return { kind: 'few', unit: unitOf((unit ?? unit2)!), back, from: word === 'ago' ? 'published' : 'last' };
}

function stepOf(word: string): number {
  return { last: -1, next: 1 }[word.toLowerCase()] ?? 0;
}

function unitOf(word: string): Unit {
  const unit = word.toLowerCase();
  if (unit === 'minute') return 'hour';
  return /^(?:night|morning|afternoon|evening)$/.test(unit) ? 'day' : (unit as Unit);
}

function whichOf(words: string): Which {
  const word = words.toLowerCase();
  if (word === 'last' || word === 'this' || word === 'next') return word;
  return word === 'the previous' ? 'before' : /following|next/.test(word) ? 'after' : 'that';
}
