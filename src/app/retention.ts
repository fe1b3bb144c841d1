import { sweepTold } from '../areas/agreements/store-told.ts';
import { sweepBallots } from '../areas/commonground/store-sweep.ts';
import { sweepReminders } from '../areas/commitments/store-reminder.ts';
import { sweepAsks } from '../areas/freshness/store-sweep.ts';
import { dropAbandoned, type ImportWork } from '../areas/lists/index.ts';
import { deleteAbout, deleteDone } from '../areas/notices/store.ts';
import { sweepInvitations } from '../areas/people/store-invitation.ts';
import { sweepRequestWords } from '../areas/requests/store-round.ts';
import { COOPERATIONS_PATH } from '../areas/cooperations/index.ts';
import { sweepSearchRequests } from '../areas/cooperations/store-search-request.ts';
import { sweepCooperations } from '../areas/reviews/store-sweep.ts';
import { sweepIdleAccounts, sweepWaysIn } from '../areas/people/store-sweep.ts';
import type { WriteDatabase } from '../platform/context.ts';
import type { Transaction } from '../platform/database/index.ts';
import { sweepSessions } from '../platform/http/store-sweep.ts';
import { forgetSettled } from '../platform/mail/store-send.ts';
import { sweepThrottle } from '../platform/throttle/store-sweep.ts';
import { addDays, dayOf } from '../plain/time.ts';

const DAY_MS = 86_400_000;
const MONTH_DAYS = 30;

/** Removes what is over from some tables and says how many rows that were. */
export interface Sweep {
  readonly tables: readonly string[];
  readonly sweep: (tx: Transaction, now: Date) => Promise<number>;
}

/** Whatever a holding keeps for a number of days is removed by one of these, or with the imports. */
export const SWEEPS: readonly Sweep[] = [
  { tables: ['session', 'entrance'], sweep: sweepSessions },
  { tables: ['throttle'], sweep: sweepThrottle },
  { tables: ['mail'], sweep: (tx, now) => forgetSettled(tx, new Date(now.getTime() - MONTH_DAYS * DAY_MS)) },
  { tables: ['notice'], sweep: (tx, now) => deleteDone(tx, addDays(dayOf(now), -MONTH_DAYS)) },
  { tables: ['half_sign_in', 'ceremony', 'recovery', 'recovery_consent'], sweep: sweepWaysIn },
  { tables: ['invitation'], sweep: sweepInvitations },
  { tables: ['account', 'idle_warning'], sweep: sweepIdleAccounts },
  { tables: ['confirmation_ask'], sweep: sweepAsks },
  { tables: ['cooperation'], sweep: forgetCooperations },
  { tables: ['search_request'], sweep: sweepSearchRequests },
  { tables: ['commitment_reminder'], sweep: sweepReminders },
  { tables: ['partner_told'], sweep: sweepTold },
  { tables: ['request_words'], sweep: sweepRequestWords },
  { tables: ['ballot', 'paper_code', 'conversation_door'], sweep: (tx, now) => sweepBallots(tx, dayOf(now)) },
];

/** What has ended goes as a whole, and whatever still leads to it. */
async function forgetCooperations(tx: Transaction, now: Date): Promise<number> {
  const forgotten = await sweepCooperations(tx, now);
  for (const id of forgotten) await deleteAbout(tx, `${COOPERATIONS_PATH}/${id}`);
  return forgotten.length;
}

/** Imports need more than a transaction: their files go too. */
export const SWEPT_WITH_IMPORTS: readonly string[] = ['import', 'import_row'];

export interface Retaining {
  /** As the program itself. */
  readonly db: WriteDatabase;
  readonly imports: ImportWork;
}

/** Removes everything that is kept no longer. Can be repeated. */
export async function retain(
  { db, imports }: Retaining,
  signal?: AbortSignal,
): Promise<Readonly<Record<string, number>>> {
  const now = imports.clock.now();
  const removed: Record<string, number> = {};
  for (const { tables, sweep } of SWEEPS) {
    signal?.throwIfAborted();
    removed[tables.join(', ')] = await db.write((tx) => sweep(tx, now));
  }
  removed[SWEPT_WITH_IMPORTS.join(', ')] = await dropAbandoned(imports);
  return removed;
}
