import type { Context } from '../../platform/context.ts';
import { holdChains, note } from '../../platform/chain/index.ts';
import type { Reader, Transaction } from '../../platform/database/index.ts';
import { addDays, dayOf, type Day } from '../../plain/time.ts';
import { findLastWords, lapse, revive, walkSubjects, type LastWord, type Register } from '../claims/index.ts';
import { demand, may } from './may.ts';

/** After so many days without any word public pages leave an entry out. */
const LAPSES_AFTER = 365;

/** Subjects a step: small enough that readers of the embedded database wait a blink at most. */
const STEP = 250;

export interface Silence {
  readonly register: Register;
  /** The last day on which a list that still has them was taken over, also where nothing in it had changed. */
  readonly listedOn: (db: Reader, subjects: readonly string[]) => Promise<ReadonlyMap<string, Day>>;
}

export interface Lapsed {
  readonly lapsed: number;
  readonly revived: number;
}

/**
 * Lets entries go from public pages of which nobody has said anything for a year, and brings back those of whom
 * somebody has. One walk over the register; it can be left at any step and repeated.
 */
export async function letLapse(ctx: Context, silence: Silence, signal?: AbortSignal): Promise<Lapsed> {
  demand(may.goRound(ctx.actor));
  const done = { lapsed: 0, revived: 0 };
  for (let after: string | null = null; ;) {
    signal?.throwIfAborted();
    const from: string | null = after;
    const step: Lapsed & { readonly last: string | undefined } = await ctx.db.write(async (tx) => {
      const ids = (await walkSubjects(tx, from, STEP)).map(({ id }) => id);
      return { last: ids.at(-1), ...(await judge(tx, silence, ids, ctx.clock.now())) };
    });
    if (step.last === undefined) return done;
    after = step.last;
    done.lapsed += step.lapsed;
    done.revived += step.revived;
  }
}

async function judge(
  tx: Transaction,
  { register, listedOn }: Silence,
  ids: readonly string[],
  at: Date,
): Promise<Lapsed> {
  const today = dayOf(at);
  const limit = addDays(today, -LAPSES_AFTER);
  const words = await findLastWords(tx, { today, only: ids, limit: ids.length });
  const doubtful = words.filter(({ on, lapsedOn }) => on < limit || lapsedOn !== null);
  const listed = await listedOn(tx, subjectsOf(doubtful));
  const isHeard = ({ subject, on }: LastWord) => on >= limit || (listed.get(subject) ?? '') >= limit;
  const gone = doubtful.filter((word) => word.lapsedOn === null && !isHeard(word));
  const back = doubtful.filter((word) => word.lapsedOn !== null && isHeard(word));
  await lapse(tx, register, subjectsOf(gone), at);
  await revive(tx, register, subjectsOf(back), at);
  const silent = subjectsOf(gone.filter(({ kind }) => kind === 'organisation'));
  await holdChains(tx, silent);
  for (const subject of silent)
    await note(tx, subject, { at, act: 'entry.lapsed', byRole: 'system', about: `subject/${subject}` });
  return { lapsed: gone.length, revived: back.length };
}

function subjectsOf(words: readonly LastWord[]): readonly string[] {
  return words.map(({ subject }) => subject);
}
