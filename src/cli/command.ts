/** What the commands have in common: how they are called, how they end, how they complain. */
import { type ParseArgsConfig, parseArgs } from 'node:util';

/** 0 done, 1 done with documents skipped, 2 wrong use or nothing could be done. */
export type ExitCode = 0 | 1 | 2;

export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  /** Shown by `entente COMMAND --help`; begins with how it is called. */
  readonly help: string;
  readonly run: (args: readonly string[]) => Promise<ExitCode>;
}

/** The command was called in a way that it cannot follow; the message says how it is called. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
}

/** The command was called rightly but nothing could be done; the message says why and what to do. */
export class NothingDone extends Error {
  override readonly name = 'NothingDone';
}

/** `parseArgs` of Node, strict, with its complaints as `WrongUse`. */
export function argumentsOf<T extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: T,
) {
  try {
    return parseArgs({ options, args: [...args], allowPositionals: true, strict: true });
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message.split('. ')[0] : String(error));
  }
}

/** A whole number of an option, or undefined where the option is absent. Throws `WrongUse`. */
export function wholeNumber(
  text: string | undefined,
  option: string,
  least: number,
  most: number,
): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < least || number > most) {
    throw new WrongUse(`${option} takes a whole number from ${least} to ${most}, not "${text}"`);
  }
  return number;
}

/** A line for people, on stderr. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
