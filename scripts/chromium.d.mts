/** The path of a Chromium on this machine; null where none is found. */
export function findChromium(): string | null;
export function isExecutable(path: string): boolean;
