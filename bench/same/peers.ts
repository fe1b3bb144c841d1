import { token_set_ratio } from 'fuzzball';
import { report, rounded } from '../report.ts';
import type { Item } from '../../src/engines/same/index.ts';
import type { Evaluated } from './evaluate-set.ts';
import { editDistance, jaroWinkler } from './likeness.ts';
import { agreement, pairsWithin } from './measure.ts';

/** What else there is, given every advantage: its threshold is the best of seven by the gold, ours is one for all sets. */
const THRESHOLDS = [0.8, 0.84, 0.88, 0.91, 0.94, 0.97, 1];

export const PEERS: readonly { readonly peer: string; readonly likeness: (one: string, other: string) => number }[] = [
  { peer: 'Jaro–Winkler, written anew', likeness: jaroWinkler },
  // The names are plain already: what it would do to them once more is left out of its time.
  { peer: 'fuzzball 2.2.6 token_set_ratio', likeness: (a, b) => token_set_ratio(a, b, { full_process: false }) / 100 },
];

export function comparePeers({ set, found }: Evaluated, ourSeconds: number): void {
  const items = set.records.map(({ item }) => item);
  const names = items.map((item) =>
    plain(
      item.name ??
        Object.values(item.fields ?? {})
          .slice(0, 2)
          .join(' '),
    ),
  );
  const ours = agreement(found, set.same).f1;

  for (const { peer, likeness } of PEERS) {
    const started = performance.now();
    const least = THRESHOLDS[0] ?? 1;
    const scored = allPairs(items.length, (a, b) => likeness(names[a] ?? '', names[b] ?? ''), least);
    const seconds = (performance.now() - started) / 1000;
    const best = THRESHOLDS.map((threshold) =>
      clustered(
        items.length,
        scored.filter(({ value }) => value >= threshold),
        set.same,
      ),
    ).toSorted((one, other) => other - one)[0];
    say(set.name, `F1 against ${peer}: names, all pairs, best threshold by the gold`, ours, best ?? 0, 'share', peer);
    say(set.name, `time against ${peer}: names, all pairs`, ourSeconds, seconds, 's', peer);
  }

  const near = (a: number, b: number) => isNear(items[a] ?? { source: '' }, items[b] ?? { source: '' });
  const rule = allPairs(items.length, (a, b) => (titlesMatch(names[a] ?? '', names[b] ?? '') && near(a, b) ? 1 : 0), 1);
  const theirs = clustered(items.length, rule, set.same);
  say(
    set.name,
    'F1 against titles alike at the same address',
    ours,
    theirs,
    'share',
    'the rule of titles, written anew',
  );
}

interface Scored {
  readonly a: number;
  readonly b: number;
  readonly value: number;
}

function allPairs(count: number, compare: (a: number, b: number) => number, least: number): Scored[] {
  const scored: Scored[] = [];
  for (let a = 0; a < count; a += 1) {
    for (let b = a + 1; b < count; b += 1) {
      const value = compare(a, b);
      if (value >= least) scored.push({ a, b, value });
    }
  }
  return scored;
}

/** F1 after everything that hangs together is one group. */
function clustered(count: number, pairs: readonly Scored[], gold: ReadonlySet<string>): number {
  const above = Array.from({ length: count }, (_, at) => at);
  const top = (at: number): number => {
    let one = at;
    while (above[one] !== one) one = above[one] ?? one;
    return one;
  };
  for (const { a, b } of pairs) above[top(a)] = top(b);
  const groups = [...Map.groupBy(above.keys(), top).values()];
  // One lump of everything would be millions of pairs, all but a few of them wrong.
  if (groups.some(({ length }) => length > 500)) return 0;
  return agreement(pairsWithin(groups), gold).f1;
}

/** At most 30 % of the letters differ, or at most two words. */
function titlesMatch(a: string, b: string): boolean {
  if (a === '' || b === '') return false;
  if (editDistance(a, b) <= 0.3 * Math.max(a.length, b.length)) return true;
  const [one, two] = [new Set(a.split(' ')), new Set(b.split(' '))];
  return one.symmetricDifference(two).size <= 2;
}

/** Without coordinates the same number in a street of the same long word stands for "within 100 m". */
function isNear(one: Item, two: Item): boolean {
  const [a, b] = [plain(one.street ?? ''), plain(two.street ?? '')];
  const number = /\d+/.exec(a)?.[0];
  if (number === undefined || number !== /\d+/.exec(b)?.[0]) return false;
  const words = new Set(b.split(' '));
  return a.split(' ').some((word) => /^\p{L}{4}/u.test(word) && words.has(word));
}

export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function say(name: string, figure: string, ours: number, theirs: number, unit: string, peer: string): void {
  report({
    bench: `same ${name}`,
    figure,
    value: rounded(ours),
    unit,
    peer,
    peerValue: rounded(theirs),
    ratio: theirs === 0 ? 0 : rounded(ours / theirs),
  });
}
