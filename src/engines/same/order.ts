import type { Item } from './item.ts';

/**
 * The places of items in an order that only their content decides. Everything is computed in this order, so a list
 * that was sorted differently gives the same result to the last bit. Items without any difference are exchangeable.
 */
export function inOrderOfContent(items: readonly Item[]): number[] {
  const hashes = Float64Array.from(items, (item) => hashOf(contentOf(item)));
  const content = (place: number) => contentOf(items[place] ?? { source: '' });
  return items
    .keys()
    .toArray()
    .sort((a, b) => (hashes[a] ?? 0) - (hashes[b] ?? 0) || compare(content(a), content(b)) || a - b);
}

/** Keys in one order, so that `{ name, source }` and `{ source, name }` are one. */
function contentOf(item: Item): string {
  const entries = Object.entries(item).toSorted(([a], [b]) => compare(a, b));
  return JSON.stringify(
    entries.map(([key, value]) => [
      key,
      key === 'fields' ? Object.entries(value).toSorted(([a], [b]) => compare(a, b)) : value,
    ]),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Two times FNV-1a (G. Fowler, L. Noll, P. Vo) with different beginnings, 52 bits together. */
function hashOf(text: string): number {
  let high = 0x811c9dc5;
  let low = 0x1000193;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low ^ code, 0x01000193);
  }
  return (high >>> 0) * 2 ** 20 + (low >>> 12);
}
