/** Chance that can be repeated: the same seed and label give the same throws on every machine. */
export interface Dice {
  /** A whole number from 0 to `count` - 1. */
  below(count: number): number;
  /** A whole number from `min` to `max`, both included. */
  between(min: number, max: number): number;
  /** True in `share` of the throws (0 to 1). */
  chance(share: number): boolean;
  pick<Thing>(things: readonly Thing[]): Thing;
  /** `count` different ones, or all when there are fewer, in the order they stand. */
  some<Thing>(things: readonly Thing[], count: number): Thing[];
  shuffled<Thing>(things: readonly Thing[]): Thing[];
}

/**
 * Dice of their own for each label, so that more throws in one place do not move the others.
 *
 * The generator is xoshiro128** (Blackman and Vigna, "Scrambled Linear Pseudorandom Number
 * Generators", ACM Transactions on Mathematical Software 47(4), 2021); its state is filled by the
 * finaliser of MurmurHash3 over seed and label. For inventing, never for secrets.
 */
export function dice(seed: number, label: string): Dice {
  const next = xoshiro(stateFrom(seed, label));
  const below = (count: number): number => Math.floor((next() / 0x1_0000_0000) * count);

  function shuffled<Thing>(things: readonly Thing[]): Thing[] {
    const left = [...things];
    const drawn: Thing[] = [];
    while (left.length > 0) {
      const place = below(left.length);
      const last = left.pop();
      if (last === undefined) break;
      const chosen = place < left.length ? left[place] : last;
      if (chosen === undefined) break;
      if (place < left.length) left[place] = last;
      drawn.push(chosen);
    }
    return drawn;
  }

  return {
    below,
    between: (min, max) => min + below(max - min + 1),
    chance: (share) => next() / 0x1_0000_0000 < share,
    pick: (things) => at(things, below(things.length)),
    some: (things, count) => {
      const places = new Set(shuffled([...things.keys()]).slice(0, count));
      return things.filter((_, place) => places.has(place));
    },
    shuffled,
  };
}

/** The thing at a place that is known to exist; a bug otherwise. */
export function at<Thing>(things: readonly Thing[], place: number): Thing {
  const thing = things[place];
  if (thing === undefined) throw new RangeError(`nothing at ${place} of ${things.length}`);
  return thing;
}

function xoshiro(state: readonly [number, number, number, number]): () => number {
  let [a, b, c, d] = state;
  return () => {
    const result = Math.imul(turn(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = turn(d, 11);
    return result;
  };
}

function turn(bits: number, by: number): number {
  return (bits << by) | (bits >>> (32 - by));
}

function stateFrom(seed: number, label: string): [number, number, number, number] {
  let mixed = mix(seed ^ 0x9e3779b9);
  for (const sign of label) mixed = mix(mixed ^ (sign.codePointAt(0) ?? 0));
  const word = (step: number): number => mix(mixed + Math.imul(step, 0x9e3779b9));
  // The state must not be all zero: the last word is made odd.
  return [word(1), word(2), word(3), word(4) | 1];
}

function mix(bits: number): number {
  let mixed = bits | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
