/** Ids made from content: the same input gives the same id, whatever came before it. */

/**
 * A short id of some parts, such as `a-3f9c…`: 64 bits of FNV-1a over their UTF-16 units
 * (Fowler, Noll, Vo; www.isthe.com/chongo/tech/comp/fnv).
 */
export function contentId(prefix: string, ...parts: readonly string[]): string {
  let hash = 0xcbf29ce484222325n;
  for (const character of parts.join('\u0000')) {
    hash ^= BigInt(character.codePointAt(0)!);
    hash = (hash * 0x100000001b3n) & 0xffffffffffffffffn;
  }
  return `${prefix}-${hash.toString(16).padStart(16, '0')}`;
}
