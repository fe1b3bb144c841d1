import { nameKeys } from './name-key.ts';

/** How many letters may be wrong in a name of this length before it is another name. */
function slack(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}

/** Words arranged for `nearestKeys`: by length, each with the set of its letters as bits. */
export type Spellings = ReadonlyMap<number, readonly { readonly key: string; readonly letters: number }[]>;

export function spellingsOf(keys: Iterable<string>): Spellings {
  return Map.groupBy(
    Array.from(new Set(keys), (key) => ({ key, letters: lettersOf(key) })),
    ({ key }) => key.length,
  );
}

/** The keys that are nearest to a name within its slack, all equally near; none when nothing is near. */
export function nearestKeys(name: string, spellings: Spellings): string[] {
  const found = nameKeys(name).flatMap((form) => neighbours(form, spellings));
  const least = Math.min(...found.map(({ apart }) => apart));
  return [...new Set(found.filter(({ apart }) => apart === least).map(({ key }) => key))];
}

function neighbours(form: string, spellings: Spellings): { key: string; apart: number }[] {
  const limit = slack(form.length);
  if (limit === 0) return [];
  const letters = lettersOf(form);
  const lengths = Array.from({ length: 2 * limit + 1 }, (_, at) => form.length - limit + at);
  return lengths
    .flatMap((length) => spellings.get(length) ?? [])
    .filter((word) => bits(word.letters ^ letters) <= 2 * limit)
    .map(({ key }) => ({ key, apart: lettersApart(form, key, limit) }))
    .filter(({ apart }) => apart <= limit);
}

function lettersOf(key: string): number {
  let letters = 0;
  for (let at = 0; at < key.length; at += 1) letters |= 1 << (key.charCodeAt(at) & 31);
  return letters;
}

/** Bits that are one: each letter that is wrong changes at most two. */
function bits(set: number): number {
  let count = 0;
  for (let left = set; left !== 0; left &= left - 1) count += 1;
  return count;
}

/**
 * How many letters are wrong, missing, too many or swapped with their neighbour between two words
 * (optimal string alignment, after Damerau 1964); `limit + 1` as soon as it is more than `limit`.
 */
export function lettersApart(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row += 1) {
    const now = [row];
    let least = row;
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (now[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        cost = Math.min(cost, (before[column - 2] ?? cost) + 1);
      now.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    before = last;
    last = now;
  }
  return last[b.length] ?? limit + 1;
}
