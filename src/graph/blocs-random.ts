/**
 * Numbers from 0 to 1 that a seed determines: mulberry32 by Tommy Ettinger (public domain), as given in
 * https://github.com/bryc/code/blob/master/jshash/PRNGs.md. Good enough to shuffle, not to keep secrets.
 */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
