import { chance } from '../../plain/chance.ts';

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

/** Dice of their own for each label, so that more throws in one place do not move the others. For inventing, never for secrets. */
export function dice(seed: number, label: string): Dice {
  const below = chance(seed, label);

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
    chance: (share) => below(FINEST) < share * FINEST,
    pick: (things) => at(things, below(things.length)),
    some: (things, count) => {
      const places = new Set(shuffled([...things.keys()]).slice(0, count));
      return things.filter((_, place) => places.has(place));
    },
    shuffled,
  };
}

/** As many different throws as the generator knows. */
const FINEST = 0x1_0000_0000;

/** The thing at a place that is known to exist; a bug otherwise. */
export function at<Thing>(things: readonly Thing[], place: number): Thing {
  const thing = things[place];
  if (thing === undefined) throw new RangeError(`nothing at ${place} of ${things.length}`);
  return thing;
}
