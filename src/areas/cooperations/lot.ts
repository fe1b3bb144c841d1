/**
 * A number by chance that is always the same for the same two texts: FNV-1a (Fowler, Noll, Vo; public domain) with the
 * finaliser of MurmurHash3 (A. Appleby, public domain), so that every letter moves every bit.
 */
export function lotOf(seed: string, id: string): number {
  let hash = 0x811c9dc5;
  for (const sign of `${seed}/${id}`) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
