import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startHash } from '../../src/cli/file-hash.ts';
import { temporaryFolder } from './built.ts';

test('a file has the same hash beside its reading, whole or as far as it was read', async () => {
  const { folder, remove } = temporaryFolder();
  try {
    const path = join(folder, 'events.csv');
    const bytes = Buffer.from('20240326\tNER\tFRA\n'.repeat(200_000));
    writeFileSync(path, bytes);
    const hash = (part: Buffer) => createHash('sha256').update(part).digest('hex');
    expect(await startHash(path)(bytes.length)).toBe(hash(bytes));
    expect(await startHash(path)(1_500_000)).toBe(hash(bytes.subarray(0, 1_500_000)));
    expect(await startHash(path)(0)).toBe(hash(Buffer.alloc(0)));
  } finally {
    remove();
  }
});
