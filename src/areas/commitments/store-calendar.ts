import { asSystem, type Reader, type Transaction } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import { findCooperationsOf } from '../cooperations/index.ts';
import type { Standing } from './commitment-word.ts';
import { findStandings } from './find-standings.ts';
import './tables.ts';

/** The calendar of an organisation; its address nobody can read again. */
export interface CalendarFeed {
  readonly organisation: string;
  readonly language: string;
  readonly madeOn: Day;
}

/** The calendars of these organisations, as far as the reader speaks for them. */
export async function findFeeds(db: Reader, organisations: readonly string[]): Promise<readonly CalendarFeed[]> {
  if (organisations.length === 0) return [];
  return db
    .selectFrom('calendar_feed')
    .select(['organisation', 'language', 'made_on as madeOn'])
    .where('organisation', 'in', organisations)
    .execute();
}

/** From now on only this address opens it. */
export async function setFeed(
  tx: Transaction,
  { organisation, language, madeOn }: CalendarFeed,
  tokenHash: string,
): Promise<void> {
  const row = { token_hash: tokenHash, language, made_on: madeOn };
  await tx
    .insertInto('calendar_feed')
    .values({ organisation, ...row })
    .onConflict((conflict) => conflict.column('organisation').doUpdateSet(row))
    .execute();
}

/** False when there was none. */
export async function removeFeed(tx: Transaction, organisation: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('calendar_feed')
    .where('organisation', '=', organisation)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/**
 * What stands in the calendar behind an address: the commitments of the cooperations in which its organisation is
 * today. Whoever has the address is nobody here, so the program reads, and only this.
 */
export async function openFeed(
  db: Reader,
  tokenHash: string,
  today: Day,
): Promise<{ readonly feed: CalendarFeed; readonly standings: readonly Standing[] } | null> {
  return asSystem(db, async () => {
    const feed = await db
      .selectFrom('calendar_feed')
      .select(['organisation', 'language', 'made_on as madeOn'])
      .where('token_hash', '=', tokenHash)
      .executeTakeFirst();
    if (feed === undefined) return null;
    const cooperations = await findCooperationsOf(db, feed.organisation);
    return { feed, standings: await findStandings(db, today, cooperations) };
  });
}
