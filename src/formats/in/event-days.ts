/** Days as numbers, 20240326, which millions of rows compare without making strings. */
const FIRST_YEAR = 1800;
const LAST_YEAR = 2199;
const FIRST_MONTH = FIRST_YEAR * 12;

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The number that the eight digits of a cell make, dashes left out; 0 where it is not eight digits. */
export function dayAt(text: string, start: number, end: number): number {
  let day = 0;
  let digits = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 45) continue;
    if (unit < 48 || unit > 57) return 0;
    day = day * 10 + unit - 48;
    digits += 1;
  }
  return digits === 8 ? day : 0;
}

/** Whether a number is a day of the calendar, in the years that events can be of. */
export function isDay(day: number): boolean {
  const year = Math.floor(day / 10_000);
  const month = Math.floor(day / 100) % 100;
  const date = day % 100;
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || date < 1) return false;
  if (month === 2 && date === 29) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return date <= DAYS[month - 1]!;
}

/** `2024-03-26`. */
export function isoDay(day: number): string {
  const digits = String(day);
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

/** The number of the month, counted from the first that events can be of. */
export function monthOf(day: number): number {
  return Math.floor(day / 10_000) * 12 + (Math.floor(day / 100) % 100) - FIRST_MONTH;
}
