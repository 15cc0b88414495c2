/** Runs a command within the test, for the many cases that need no program of their own. */
import { vi } from 'vitest';
import type { Command } from '../../src/cli/command.ts';
import type { Outcome } from './built.ts';

/** What a command writes and how it ends. Errors end it as they end the program. */
export async function runHere(command: Command, args: readonly string[]): Promise<Outcome> {
  let [stdout, stderr] = ['', ''];
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    stdout += text.toString();
    return true;
  });
  const err = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    stderr += text.toString();
    return true;
  });
  try {
    return { code: await command.run(args), stdout, stderr };
  } catch (error) {
    return { code: 2, stdout, stderr: stderr + (error as Error).message };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}
