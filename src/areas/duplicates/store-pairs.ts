import { asSystem, type Reader, type Transaction } from '../../platform/database/index.ts';
import type { Scope } from '../../plain/scope.ts';
import type { Day } from '../../plain/time.ts';
import { familiesOf, headsOf } from '../claims/index.ts';
import { pairOf, type Pair } from './judgement.ts';
import { ALIKE_FROM, keyOf, type Question } from './questions.ts';
import './tables.ts';

const AT_ONCE = 500;

/** What was found by the last round. */
export interface Found extends Question {
  readonly scope: Scope;
}

/** Puts everything that a round has found in the place of what the last one found. */
export async function replacePairs(
  tx: Transaction,
  found: readonly Found[],
  overlaps: readonly Overlap[],
  day: Day,
): Promise<void> {
  await tx.deleteFrom('pair_asked').execute();
  for (let at = 0; at < found.length; at += AT_ONCE)
    await tx
      .insertInto('pair_asked')
      .values(
        found.slice(at, at + AT_ONCE).map(({ pair: [a, b], reasons, ...rest }) => ({
          ...rest,
          a,
          b,
          reasons: JSON.stringify(reasons),
          found_on: day,
        })),
      )
      .execute();
  await tx.deleteFrom('offer_overlap').execute();
  for (let at = 0; at < overlaps.length; at += AT_ONCE)
    await tx
      .insertInto('offer_overlap')
      .values(
        overlaps
          .slice(at, at + AT_ONCE)
          .map(({ pair: [a, b], topics }) => ({ a, b, topics: [...topics], found_on: day })),
      )
      .execute();
}

/** What the last round found worth a question, as far as the actor may know; by what the two count as today. */
export async function findPairsAsked(db: Reader): Promise<readonly Question[]> {
  const rows = await db
    .selectFrom('pair_asked')
    .select(['a', 'b', 'kind', 'p', 'outcome', 'reasons', 'effect'])
    .orderBy('effect', 'desc')
    .orderBy('a')
    .orderBy('b')
    .execute();
  const heads = await headsOf(db, [...new Set(rows.flatMap(({ a, b }) => [a, b]))]);
  return rows.map(({ a, b, ...row }) => ({ ...row, pair: pairOf(heads.get(a) ?? a, heads.get(b) ?? b) }));
}

/**
 * The entries that are probably the same as some others, by these, as far as the actor may know. What somebody has
 * judged looks alike no longer, nor what counts as one since; both by what the two count as.
 */
export async function findAlike(
  db: Reader,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (subjects.length === 0) return new Map();
  const rows = await db
    .selectFrom('pair_asked')
    .select(['a', 'b'])
    .where('p', '>=', ALIKE_FROM)
    .where((where) => where.or([where('a', 'in', [...subjects]), where('b', 'in', [...subjects])]))
    .orderBy('effect', 'desc')
    .orderBy('a')
    .orderBy('b')
    .execute();
  if (rows.length === 0) return new Map();
  const isSettled = await settledAmong(db, [...new Set(rows.flatMap(({ a, b }) => [a, b]))]);
  const both = rows
    .filter(({ a, b }) => !isSettled(a, b))
    .flatMap(({ a, b }) => [
      { one: a, other: b },
      { one: b, other: a },
    ])
    .filter(({ one }) => subjects.includes(one));
  return new Map(
    [...Map.groupBy(both, ({ one }) => one)].map(([one, others]) => [one, others.map(({ other }) => other)]),
  );
}

/** Says of two of some entries whether they count as one, or somebody has told them apart, whoever asks. */
async function settledAmong(db: Reader, subjects: readonly string[]): Promise<(one: string, other: string) => boolean> {
  return asSystem(db, async () => {
    const { all, headOf } = await familiesOf(db, subjects);
    const rows = await db
      .selectFrom('judgement')
      .select(['a', 'b'])
      .where('a', 'in', [...all])
      .where('b', 'in', [...all])
      .where('outcome', 'not in', ['same', 'unsure'])
      .where('replaced_by', 'is', null)
      .where('taken_back_on', 'is', null)
      .execute();
    const keyBetween = (one: string, other: string) => keyOf(pairOf(headOf(one), headOf(other)));
    const apart = new Set(rows.map(({ a, b }) => keyBetween(a, b)));
    return (one, other) => headOf(one) === headOf(other) || apart.has(keyBetween(one, other));
  });
}

/** Pairs that the program has merged and somebody has separated again: nobody does that twice. */
export async function findTakenBack(db: Reader): Promise<readonly Pair[]> {
  const rows = await db
    .selectFrom('judgement')
    .select(['a', 'b'])
    .where('by_role', '=', 'system')
    .where('taken_back_on', 'is not', null)
    .execute();
  return rows.map(({ a, b }) => pairOf(a, b));
}

/** Two offers of different carriers that fit the same people at the same time. */
export interface Overlap {
  readonly pair: Pair;
  readonly topics: readonly string[];
}

/** Overlaps that the actor may know of; those of some offers, or all. */
export async function findOverlaps(db: Reader, subject?: string): Promise<readonly Overlap[]> {
  let query = db.selectFrom('offer_overlap').select(['a', 'b', 'topics']).orderBy('a').orderBy('b');
  if (subject !== undefined)
    query = query.where((where) => where.or([where('a', '=', subject), where('b', '=', subject)]));
  return (await query.execute()).map(({ a, b, topics }) => ({ pair: pairOf(a, b), topics }));
}

/** Which of a pair belongs to the other, by judgements. */
export async function findBelonging(db: Reader, judgements: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (judgements.length === 0) return new Map();
  const rows = await db
    .selectFrom('belonging')
    .select(['judgement', 'part'])
    .where('judgement', 'in', [...judgements])
    .execute();
  return new Map(rows.map(({ judgement, part }) => [judgement, part]));
}

/** That an entry and another go together without being the same. */
export interface Kin {
  readonly pair: Pair;
  readonly outcome: 'part' | 'place';
  /** Which of the two belongs to the other; null where nobody has said, and for one house. */
  readonly part: string | null;
}

/** What was judged of an entry, under all ids by which it is known, whoever asks. */
export async function findKin(db: Reader, family: readonly string[]): Promise<readonly Kin[]> {
  const rows = await asSystem(db, () =>
    db
      .selectFrom('judgement')
      .leftJoin('belonging', 'belonging.judgement', 'judgement.id')
      .select(['a', 'b', 'outcome', 'part'])
      .where('outcome', 'in', ['part', 'place'])
      .where('replaced_by', 'is', null)
      .where('taken_back_on', 'is', null)
      .where((where) => where.or([where('a', 'in', [...family]), where('b', 'in', [...family])]))
      .orderBy('a')
      .orderBy('b')
      .execute(),
  );
  return rows.map(({ a, b, outcome, part }) => ({
    pair: pairOf(a, b),
    outcome: outcome === 'part' ? 'part' : 'place',
    part,
  }));
}

/** Since when the surest are merged without asking; null while they are not. */
export async function findUnaskedSince(db: Reader): Promise<Day | null> {
  const row = await db
    .selectFrom('unasked_merging')
    .select('since')
    .where('until', 'is', null)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row?.since ?? null;
}

export async function beginUnasked(tx: Transaction, row: { id: string; since: Day; by_role: string }): Promise<void> {
  await tx
    .insertInto('unasked_merging')
    .values({ ...row, until: null, ended_by_role: null })
    .execute();
}

export async function endUnasked(tx: Transaction, until: Day, byRole: string): Promise<void> {
  await tx.updateTable('unasked_merging').set({ until, ended_by_role: byRole }).where('until', 'is', null).execute();
}
