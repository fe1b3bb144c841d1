import { findWithdrawn } from '../areas/claims/index.ts';
import { endAllCalendars } from '../areas/commitments/store-restored.ts';
import { countGoingOn, putLeavingsOff } from '../areas/cooperations/store-restored.ts';
import { endAsks } from '../areas/freshness/store-restored.ts';
import { countWaysIn, dropAllHandOvers, findEverSpoken, type WaysIn } from '../areas/people/store-restored.ts';
import { protectRestored } from '../areas/protection/protect-restored.ts';
import { findTerms, forgetEndAsks } from '../areas/protection/store-restored.ts';
import { endRequestLinks } from '../areas/requests/store-round.ts';
import { system } from '../plain/actor.ts';
import { addDays, dayOf } from '../plain/time.ts';
import type { Database } from '../platform/database/index.ts';
import { REGISTER } from './register.ts';

/** What came back from another day, for whoever looks it over. References and numbers only. */
export interface Review {
  /** How old the state is. */
  readonly hours: number;
  /** Whether everything that may have been closed since then is closed. */
  readonly closed: boolean;
  /** Organisations whose protection ran at that time. */
  readonly protectedThen: readonly string[];
  /** Those that are protected now as well, to be safe. */
  readonly protectedNow: readonly string[];
  /** Organisations that had asked not to be shown. */
  readonly withdrawn: readonly string[];
  /** Asks by link or letter that were open; none of their links and codes opens anything now. */
  readonly asksEnded: number;
  /** Roles on their way from one to another that have to be planned anew. */
  readonly handOversEnded: number;
  readonly waysIn: WaysIn;
  /** Cooperations that go on as they did then. */
  readonly cooperations: number;
  /** Organisations that were about to leave one. */
  readonly leavings: number;
}

/**
 * What was closed after the backup nobody can know from it. So in one transaction, before anybody comes in: nothing
 * that was on its way opens anything, and unless it comes back as it was, whoever may have protected itself since is
 * protected.
 */
export async function closeAfterRestore(
  database: Pick<Database, 'as'>,
  { madeAt, asItWas }: { readonly madeAt: string; readonly asItWas: boolean },
  at: Date,
): Promise<Review> {
  return database.as(system('restore')).write(async (tx) => {
    const asksEnded = await endAsks(tx);
    await endAllCalendars(tx);
    await endRequestLinks(tx);
    const handOversEnded = await dropAllHandOvers(tx);
    const speaking = await findEverSpoken(tx);
    const restored = { register: REGISTER, speaking, backup: madeAt.slice(0, 10), at };
    if (asItWas) await forgetEndAsks(tx);
    const today = dayOf(at);
    if (!asItWas) await putLeavingsOff(tx, addDays(today, DAYS_TO_TAKE_BACK));
    const terms = asItWas ? { before: (await findTerms(tx)).running, now: [] } : await protectRestored(tx, restored);
    return {
      hours: Math.round((at.getTime() - new Date(madeAt).getTime()) / HOUR_MS),
      closed: !asItWas,
      protectedThen: terms.before,
      protectedNow: terms.now,
      withdrawn: await findWithdrawn(tx),
      asksEnded,
      handOversEnded,
      waysIn: await countWaysIn(tx, today),
      ...(await countGoingOn(tx)),
    };
  });
}

/** So long nobody is let out of a cooperation by a leaving that may have been taken back after the backup. */
const DAYS_TO_TAKE_BACK = 7;
const HOUR_MS = 3_600_000;
