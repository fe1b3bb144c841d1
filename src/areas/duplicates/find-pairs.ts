import type { Item, Pair as Matched } from '../../engines/same/index.ts';
import { ConflictError, NotAllowedError } from '../../platform/errors.ts';
import type { Reader } from '../../platform/database/index.ts';
import { fold } from '../../plain/text.ts';
import { dayOf } from '../../plain/time.ts';
import { findSaid, headsOf, standing } from '../claims/index.ts';
import type { MergeContext } from './context.ts';
import { namesOf } from './find-pairs-item.ts';
import { readEntries, type Entry, type Reading } from './find-pairs-read.ts';
import { judge } from './judge.ts';
import { pairOf, type Pair } from './judgement.ts';
import { demand, may } from './may.ts';
import { overlapsAmong } from './questions-overlap.ts';
import { ASK_FROM, expectedEffect, inOrder, isOverwhelming, keyOf, stillOpen, toldApart } from './questions.ts';
import { cluesOf, countHolders } from './reasons.ts';
import { findJudgements } from './store.ts';
import type { Clue } from './tables.ts';
import { findPairsAsked, findTakenBack, findUnaskedSince, replacePairs, type Found } from './store-pairs.ts';

/** What a round needs besides what merging needs. */
export interface Searching extends MergeContext, Pick<Reading, 'listOf'> {
  /** The engine: all pairs and groups among some records. */
  readonly match: (
    items: readonly Item[],
    signal?: AbortSignal,
  ) => Promise<{ readonly pairs: readonly Matched[]; readonly clusters: readonly (readonly number[])[] }>;
}

/** More questions than anybody answers are not kept. */
const MOST_ASKED = 5_000;

/**
 * Goes through the whole register and finds which pairs are worth a question. What was found before is replaced as a
 * whole; judgements stay. Where the coordination has switched that on, what is overwhelmingly the same is merged.
 */
export async function findPairs(ctx: Searching, signal?: AbortSignal): Promise<number> {
  demand(may.find(ctx.actor));
  const entries = await ctx.db.read((db) => readEntries(db, ctx, ['public', 'network'], signal));
  const found = await compareAll(ctx, entries, signal);
  const overlaps = overlapsAmong(entries);
  signal?.throwIfAborted();
  await ctx.db.write((tx) => replacePairs(tx, found, overlaps, dayOf(ctx.clock.now())));
  await takeUnasked(ctx, signal);
  return found.length;
}

async function compareAll(
  ctx: Searching,
  entries: readonly Entry[],
  signal: AbortSignal | undefined,
): Promise<readonly Found[]> {
  const carried = countCarried(entries);
  const found: Found[] = [];
  for (const kind of ['organisation', 'offer'] as const) {
    const some = entries.filter((entry) => entry.kind === kind);
    const items = some.map(({ item }) => item);
    const { pairs, clusters } = await ctx.match(items, signal);
    const countOf = countHolders(items, clusters);
    const groups = new Map(clusters.flatMap((group) => group.map((at) => [at, group.length] as const)));
    const asked = pairs.flatMap((pair) => {
      const { a, b, p, outcome } = pair;
      const [one, other] = [some[a], some[b]];
      if (p < ASK_FROM || one === undefined || other === undefined) return [];
      const clues = cluesOf(pair.reasons, (field) => countOf(field, one.item, other.item));
      return [{ one, other, p, outcome, clues: exactTimes(clues, one, other), group: groups.get(a) ?? 2 }];
    });
    const claims = await ctx.db.read((db) =>
      countClaims(
        db,
        asked.flatMap(({ one, other }) => [one.subject, other.subject]),
      ),
    );
    for (const { one, other, p, outcome, clues, group } of asked) {
      const both = [one, other];
      const reach = {
        claims: both.reduce((sum, { subject }) => sum + (claims.get(subject) ?? 0), 0),
        offers: both.reduce((sum, entry) => sum + carriedBy(carried, entry), 0),
        group,
      };
      found.push({
        pair: pairOf(one.subject, other.subject),
        kind,
        p,
        outcome,
        reasons: clues,
        effect: expectedEffect(p, reach),
        scope: both.every(({ scope }) => scope === 'public') ? 'public' : 'network',
      });
    }
  }
  return inOrder(found).slice(0, MOST_ASKED);
}

/** The engine takes times for the same that meet; whether nobody is asked rests on their being equal. */
function exactTimes(clues: readonly Clue[], one: Entry, other: Entry): readonly Clue[] {
  if (one.item.fields?.['times'] === other.item.fields?.['times']) return clues;
  return clues.map((clue) => (clue.field === 'times' && clue.level === 'same' ? { ...clue, level: 'near' } : clue));
}

const AT_ONCE = 500;

async function countClaims(db: Reader, subjects: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const all = [...new Set(subjects)];
  const counts = new Map<string, number>();
  for (let at = 0; at < all.length; at += AT_ONCE)
    for (const [subject, said] of await findSaid(db, all.slice(at, at + AT_ONCE)))
      counts.set(subject, standing(said).length);
  return counts;
}

/** How many offers name a carrier, by its folded name. */
function countCarried(entries: readonly Entry[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { kind, item } of entries) {
    if (kind !== 'offer' || item.carrier === undefined) continue;
    const name = fold(item.carrier);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

function carriedBy(carried: ReadonlyMap<string, number>, { kind, facts }: Entry): number {
  if (kind !== 'organisation') return 0;
  const names = new Set(namesOf(facts['name']).map(fold));
  return [...names].reduce((sum, name) => sum + (carried.get(name) ?? 0), 0);
}

/** Merges what nobody needs to be asked about; what somebody has separated again, or told apart, is asked. */
async function takeUnasked(ctx: Searching, signal: AbortSignal | undefined): Promise<void> {
  const asked = await ctx.db.read(async (db) => {
    if ((await findUnaskedSince(db)) === null) return [];
    const separated = new Set((await findTakenBack(db)).map(keyOf));
    const [found, judgements] = [await findPairsAsked(db), await findJudgements(db)];
    const areApart = toldApart(found, judgements);
    // Said before, and not one: what stands against that is for people to look at.
    for (const { outcome, heads } of judgements) if (outcome === 'same') separated.add(keyOf(pairOf(...heads)));
    return stillOpen(found, judgements, dayOf(ctx.clock.now())).filter(
      (question) => isOverwhelming(question) && !separated.has(keyOf(question.pair)) && !areApart(question.pair),
    );
  });
  for (const { pair } of asked) {
    signal?.throwIfAborted();
    const [a, b] = await countingAs(ctx, pair);
    // By earlier merges: once these are undone, it has to be asked.
    if (a === b) continue;
    await judge(ctx, { a, b, outcome: 'same' }).catch((error: unknown) => {
      // Who speaks for itself, or is just being taken over: it is asked.
      if (!(error instanceof NotAllowedError) && !(error instanceof ConflictError)) throw error;
    });
  }
}

/** What the two count as by now. */
async function countingAs({ db }: Searching, [a, b]: Pair): Promise<Pair> {
  const heads = await db.read((reader) => headsOf(reader, [a, b]));
  return pairOf(heads.get(a) ?? a, heads.get(b) ?? b);
}
