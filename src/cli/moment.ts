/** Dates and clocks among the options of a command. */
import type { Clock } from '../model/index.ts';
import { lastDay } from '../snapshots/view.ts';
import { WrongUse } from './command.ts';

/** An EDTF date with an end. Throws `WrongUse` where it is absent or none. */
export function dateOf(text: string | undefined, option: string): string {
  if (text === undefined) throw new WrongUse(`say the date: ${option} 2024, 2024-03 or 2024-03-26`);
  try {
    lastDay(text);
  } catch (error) {
    throw new WrongUse(`${option}: ${(error as Error).message}`, { cause: error });
  }
  return text;
}

/** The clock; `when` by default. Throws `WrongUse` for any other word. */
export function clockOf(text: string | undefined): Clock {
  if (text === undefined || text === 'when') return 'when';
  if (text === 'reported') return 'reported';
  throw new WrongUse(`--clock takes when or reported, not "${text}"`);
}
