import { pairKey, pairOf } from './measure.ts';
import type { Evaluated } from './evaluate-set.ts';

const MOST = 40;
const FEW = 15;

/** Prints the false pairs that are believed most and the missed ones that are believed least, with their reasons. */
export function printErrors({ set, matched, found }: Evaluated): void {
  const scored = new Map(matched.pairs.map((pair) => [pairKey(pair.a, pair.b), pair]));
  const belief = (key: string) => scored.get(key)?.p ?? -1;
  const falsePairs = [...found.difference(set.same)].toSorted((a, b) => belief(b) - belief(a));
  const missed = [...set.same.difference(found)].toSorted((a, b) => belief(a) - belief(b));
  print(`${set.name}: ${falsePairs.length} false pairs`, falsePairs);
  print(`${set.name}: ${missed.length} missed pairs`, missed);
  for (const outcome of ['part', 'place'] as const) {
    if (set[outcome].size === 0) continue;
    const said = new Set(matched.pairs.filter((pair) => pair.outcome === outcome).map(({ a, b }) => pairKey(a, b)));
    print(`${set.name}: falsely called "${outcome}"`, [...said.difference(set[outcome])], FEW);
    print(`${set.name}: not called "${outcome}"`, [...set[outcome].difference(said)], FEW);
  }

  function print(title: string, all: readonly string[], most = MOST): void {
    const keys = spread(all, most);
    console.log(`\n# ${title}${all.length > most ? `: ${most} of ${all.length}` : ''}`);
    for (const key of keys) {
      const pair = scored.get(key);
      const gold = set.part.has(key) ? 'part' : set.place.has(key) ? 'place' : set.same.has(key) ? 'same' : 'different';
      const said = pair === undefined ? 'never compared' : `${pair.outcome} p=${pair.p.toFixed(3)}`;
      console.log(`- ${said}, gold ${gold}`);
      for (const at of pairOf(key)) console.log(`    ${at} ${tell(at)}`);
      const reasons = (pair?.reasons ?? []).map(({ field, level, weight }) => `${field} ${level} ${weight.toFixed(1)}`);
      if (reasons.length > 0) console.log(`    = ${reasons.join(' | ')}`);
    }
  }

  function tell(at: number): string {
    const item = set.records[at]?.item;
    if (item === undefined) return '';
    return Object.entries(item)
      .map(([field, value]) =>
        typeof value === 'object' ? Object.values(value).join(', ') : `${field === 'source' ? '@' : ''}${value}`,
      )
      .join(' · ');
  }
}

/** The first of those that are in order; of the others some from everywhere. */
function spread(keys: readonly string[], most: number): readonly string[] {
  const step = most === FEW ? Math.max(1, Math.floor(keys.length / most)) : 1;
  return keys.filter((_, at) => at % step === 0).slice(0, most);
}
