import type { Day } from '../../plain/time.ts';
import { pairOf, type Judgement, type Outcome, type Pair } from './judgement.ts';
import type { Clue } from './tables.ts';

export type PairKind = 'organisation' | 'offer';

/** A pair of which somebody is to say how it goes together. */
export interface Question {
  readonly pair: Pair;
  readonly kind: PairKind;
  /** How probable it is that both are the same. */
  readonly p: number;
  /** What the evidence says. */
  readonly outcome: Exclude<Outcome, 'unsure'>;
  readonly reasons: readonly Clue[];
  readonly effect: number;
}

/** Below nobody is asked. */
export const ASK_FROM = 0.2;

/** From here on the evidence is overwhelming: it may be taken without asking, where the coordination has switched that on. */
export const TAKE_FROM = 0.995;

/** From here on two are shown to everybody as looking alike. */
export const ALIKE_FROM = 0.6;

/** What hangs on a pair. */
export interface Reach {
  /** Said of both together. */
  readonly claims: number;
  /** Offers that name one of them as their carrier. */
  readonly offers: number;
  /** How many entries are probably the same as these two, these included. */
  readonly group: number;
}

const AN_OFFER = 8;

/**
 * How much an answer is expected to settle: the probability that something is merged, times what is then in one place.
 * What hangs on a pair counts by its logarithm, so that the surest come first and among these the most far-reaching.
 */
export function expectedEffect(p: number, { claims, offers, group }: Reach): number {
  return p * (1 + Math.log2(1 + claims + AN_OFFER * offers) / 16 + (group - 2) / 8);
}

/** The surest and most far-reaching first; the same for the same pairs in any order. */
export function inOrder<Asked extends Question>(questions: readonly Asked[]): readonly Asked[] {
  return questions.toSorted(
    (one, other) => other.effect - one.effect || (keyOf(one.pair) < keyOf(other.pair) ? -1 : 1),
  );
}

/**
 * What is still to be asked: each pair once, by what it counts as today, and none that somebody has judged. Who did not
 * know is asked again after a rest; so are two that were judged the same and are two again, or still.
 */
export function stillOpen(
  found: readonly Question[],
  judgements: readonly Pick<Judgement, 'heads' | 'outcome' | 'restsUntil'>[],
  today: Day,
): readonly Question[] {
  const seen = new Set(
    judgements
      .filter(({ outcome, restsUntil }) => outcome !== 'same' && (restsUntil === null || restsUntil > today))
      .map(({ heads: [one, other] }) => keyOf(one < other ? [one, other] : [other, one])),
  );
  return inOrder(found).filter(({ pair }) => {
    const key = keyOf(pair);
    if (pair[0] === pair[1] || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/**
 * How many of the open questions will be asked if the evidence is right: who is the same as a second, and the second as
 * a third, is not asked about the third.
 */
export function countToAsk(open: readonly Question[]): number {
  const above = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    for (let next = above.get(root); next !== undefined; next = above.get(root)) root = next;
    return root;
  };
  let count = 0;
  for (const { pair, outcome } of open) {
    const [one, other] = [rootOf(pair[0]), rootOf(pair[1])];
    if (one === other) continue;
    count += 1;
    if (outcome === 'same') above.set(one, other);
  }
  return count;
}

/**
 * Whether nobody needs to be asked. One carrier gives the same course on Mondays and on Fridays: offers have to be at
 * the same times too, for that is all that tells them apart. Whether somebody has moved is for people to say.
 */
export function isOverwhelming({ kind, p, outcome, reasons }: Question): boolean {
  if (outcome !== 'same' || p < TAKE_FROM) return false;
  if (reasons.some(({ field, level }) => field === 'address' && level.startsWith('other'))) return false;
  return kind === 'organisation' || reasons.some(({ field, level }) => field === 'times' && level === 'same');
}

/**
 * Says of a pair whether somebody has told apart two that look the same as these. An entry that has come back by another row of
 * its list is a new one, but still looks like the old one: what was said of that is not passed over without asking.
 */
export function toldApart(
  found: readonly Question[],
  judgements: readonly Pick<Judgement, 'heads' | 'outcome'>[],
): (pair: Pair) => boolean {
  const apart = new Set(
    judgements
      .filter(({ outcome }) => outcome !== 'same' && outcome !== 'unsure')
      .map(({ heads: [one, other] }) => keyOf(pairOf(one, other))),
  );
  const alike = new Map<string, Set<string>>();
  const likeOf = (one: string): Set<string> => alike.get(one) ?? new Set([one]);
  for (const { pair, outcome } of found)
    if (outcome === 'same') for (const one of pair) alike.set(one, likeOf(one).union(new Set(pair)));
  return ([a, b]) => [...likeOf(a)].some((one) => [...likeOf(b)].some((other) => apart.has(keyOf(pairOf(one, other)))));
}

export function keyOf([a, b]: Pair): string {
  return `${a} ${b}`;
}
