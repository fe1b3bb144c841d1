import { sql } from 'kysely';
import type { Reader, Transaction } from '../../platform/database/index.ts';
import { addDays, dayOf, type Day } from '../../plain/time.ts';
import './tables-introduction.ts';
import './tables.ts';

/** Requests that nobody has answered and of which the last mail is of this day or before; what another process has in hand is left to it. */
export async function takeSentBefore(
  tx: Transaction,
  { day, after, limit }: { readonly day: Day; readonly after: string | null; readonly limit: number },
): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('request')
    .select('id')
    .where('state', '=', 'open')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('request_attempt')
            .select('number')
            .whereRef('request_attempt.request', '=', 'request.id')
            .where('sent_on', '>', day),
        ),
      ),
    )
    .$if(after !== null, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map(({ id }) => id);
}

/** All requests that are still under way, whoever asks. */
export async function findRunning(
  db: Reader,
): Promise<readonly { readonly id: string; readonly cooperation: string; readonly sender: string }[]> {
  return db
    .selectFrom('request')
    .select(['id', 'cooperation', 'sender'])
    .where('state', 'in', ['waiting', 'open', 'with a person'])
    .orderBy('id')
    .execute();
}

const KEPT_DAYS = 180;

/** What was written goes half a year after it was settled, or asked if nobody ever answered; that somebody was asked, and has said no, stays. */
export async function sweepRequestWords(tx: Transaction, now: Date): Promise<number> {
  const before = addDays(dayOf(now), -KEPT_DAYS);
  const askedLongAgo = tx.selectFrom('request').select('id').where('asked_on', '<', before);
  const { numDeletedRows } = await tx
    .deleteFrom('request_words')
    .where((eb) =>
      eb.or([eb('settled_on', '<', before), eb.and([eb('settled_on', 'is', null), eb('request', 'in', askedLongAgo)])]),
    )
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** After an older state has come back no link of before opens anything; the next reminder brings a new one. */
export async function endRequestLinks(tx: Transaction): Promise<void> {
  await tx
    .updateTable('request_attempt')
    .set({ token_hash: sql`request::text || '/' || number` })
    .execute();
  await tx.updateTable('request').set({ take_up_hash: null }).execute();
  await tx.updateTable('introduction_side').set({ token_hash: null, contact_hash: null }).execute();
}
