import type { Reader } from '../../platform/database/index.ts';
import { dayOf, type Day } from '../../plain/time.ts';
import type { ReadContext } from '../../platform/context.ts';
import { accountOf, findClaims, findShown, headsOf, standing, type Account, type Register } from '../claims/index.ts';
import { contradictionsIn } from './contradiction.ts';
import { pairOf, type Judgement } from './judgement.ts';
import { countToAsk, isOverwhelming, keyOf, stillOpen, type PairKind, type Question } from './questions.ts';
import { tellClues, type Told } from './reasons.ts';
import { findJudgements } from './store.ts';
import { findBelonging, findPairsAsked, findTakenBack, findUnaskedSince } from './store-pairs.ts';

/** One of the two that are held against each other, as the reader may see it. */
export interface Side {
  readonly subject: string;
  readonly account: Account;
}

/** A question with both sides and the evidence. */
export interface AskedPair {
  readonly question: Question;
  readonly sides: readonly [Side, Side];
  readonly told: readonly Told[];
}

export interface Desk {
  /** The next question; null where nothing is open. */
  readonly next: AskedPair | null;
  /** Whether that is the one that was asked for. */
  readonly isWanted: boolean;
  readonly open: number;
  /** How many of these nobody would need to be asked. */
  readonly overwhelming: number;
  readonly unaskedSince: Day | null;
  readonly contradictions: number;
  readonly last: Last | null;
}

/** What was just judged, to take it back; with the names of the two. */
export interface Last {
  readonly judgement: Judgement;
  readonly names: readonly [string, string];
  /** Which of the two belongs to the other; null where none does, or nobody has said. */
  readonly part: string | null;
}

/** How many questions are open. */
export async function countOpen(ctx: ReadContext): Promise<number> {
  return ctx.db.read(async (db) =>
    countToAsk(stillOpen(await findPairsAsked(db), await findJudgements(db), dayOf(ctx.clock.now()))),
  );
}

/** What lies on the desk of whoever answers questions; `pair`: what it counts as first, as long as that is open. */
export async function showDesk(
  ctx: ReadContext,
  register: Register,
  { last, pair }: { readonly last: string | null; readonly pair?: readonly [string, string] },
): Promise<Desk> {
  return ctx.db.read(async (db) => {
    const judgements = await findJudgements(db);
    const open = stillOpen(await findPairsAsked(db), judgements, dayOf(ctx.clock.now()));
    const separated = new Set((await findTakenBack(db)).map(keyOf));
    const wanted = pair === undefined ? undefined : await findAmong(db, open, pair);
    const judged = last === null ? undefined : judgements.find(({ id }) => id === last);
    const shown = wanted === undefined ? null : await firstShown(db, register, [wanted]);
    return {
      next: shown ?? (await firstShown(db, register, open)),
      isWanted: shown !== null,
      open: countToAsk(open),
      overwhelming: countToAsk(open.filter((each) => isOverwhelming(each) && !separated.has(keyOf(each.pair)))),
      unaskedSince: await findUnaskedSince(db),
      contradictions: contradictionsIn(judgements).length,
      last: judged === undefined ? null : await lastOf(db, judged),
    };
  });
}

async function findAmong(
  db: Reader,
  open: readonly Question[],
  [a, b]: readonly [string, string],
): Promise<Question | undefined> {
  const heads = await headsOf(db, [a, b]);
  const key = keyOf(pairOf(heads.get(a) ?? a, heads.get(b) ?? b));
  return open.find(({ pair }) => keyOf(pair) === key);
}

/** The first question of which the reader sees both sides. */
async function firstShown(db: Reader, register: Register, open: readonly Question[]): Promise<AskedPair | null> {
  for (const question of open) {
    const [a, b] = question.pair;
    const one = await sideOf(db, register, question.kind, a);
    const other = await sideOf(db, register, question.kind, b);
    if (one === null || other === null) continue;
    const told = tellClues(question.reasons, one.account.facts, other.account.facts);
    return { question, sides: [one, other], told };
  }
  return null;
}

async function sideOf(db: Reader, register: Register, kind: PairKind, subject: string): Promise<Side | null> {
  const shown = await findShown(db, kind, [subject]);
  const account =
    shown.length === 0 ? null : await accountOf(db, { fields: register.fields[kind], subject, shown, day: null });
  return account === null ? null : { subject, account };
}

async function lastOf(db: Reader, judgement: Judgement): Promise<Last> {
  const { id, pair } = judgement;
  const [a, b] = pair;
  const names = await findOwnNames(db, pair);
  const belonging = await findBelonging(db, [id]);
  return { judgement, names: [names.get(a) ?? '', names.get(b) ?? ''], part: belonging.get(id) ?? null };
}

/** Under which name each of some entries came here itself, as far as the reader may know: also where it counts as another. */
export async function findOwnNames(db: Reader, subjects: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const claims = standing(await findClaims(db, subjects)).filter(({ field }) => field === 'name');
  const first = (of: readonly (typeof claims)[number][]) => of.find(({ language }) => language === 'de') ?? of[0];
  return new Map(
    [...Map.groupBy(claims, ({ subject }) => subject)].flatMap(([subject, of]): [string, string][] => {
      const value = first(of)?.value;
      return typeof value === 'string' ? [[subject, value]] : [];
    }),
  );
}
