/** Opens the user's browser, where there is one; a machine without a display has none. */
import { spawn } from 'node:child_process';

/** Never fails: the address is printed anyway. */
export function openBrowser(url: string): void {
  const command = commandFor(url);
  if (!command) return;
  const [program, ...args] = command;
  spawn(program, args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

function commandFor(url: string): [string, ...string[]] | null {
  if (process.env['CI']) return null;
  if (process.platform === 'darwin') return ['open', url];
  if (process.platform === 'win32') return ['cmd', '/c', 'start', '', url];
  const hasDisplay = Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
  return hasDisplay ? ['xdg-open', url] : null;
}
