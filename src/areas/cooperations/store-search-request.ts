import type { Reader, Transaction } from '../../platform/database/index.ts';
import { dayOf, type Day } from '../../plain/time.ts';
import type { SearchRequest } from './search-request.ts';
import './tables.ts';

const COLUMNS = ['id', 'organisation', 'expertise', 'field', 'language', 'offered', 'until'] as const;

interface Slice {
  readonly offset: number;
  readonly limit: number;
}

/** What is looked for today, as far as the reader may see it, in the order in which it ends. */
export async function findSearchRequests(
  db: Reader,
  today: Day,
  { offset, limit }: Slice,
): Promise<readonly SearchRequest[]> {
  return db
    .selectFrom('search_request')
    .select(COLUMNS)
    .where('until', '>=', today)
    .orderBy('until')
    .orderBy('id')
    .offset(offset)
    .limit(limit)
    .execute();
}

export async function findSearchRequest(db: Reader, id: string, today: Day): Promise<SearchRequest | null> {
  const row = await db
    .selectFrom('search_request')
    .select(COLUMNS)
    .where('id', '=', id)
    .where('until', '>=', today)
    .executeTakeFirst();
  return row ?? null;
}

/** How many are shown today: as far as the reader may see them, or those of one organisation. */
export async function countSearchRequests(db: Reader, today: Day, organisation?: string): Promise<number> {
  let counted = db
    .selectFrom('search_request')
    .select((by) => by.fn.countAll<string>().as('count'))
    .where('until', '>=', today);
  if (organisation !== undefined) counted = counted.where('organisation', '=', organisation);
  return Number((await counted.executeTakeFirstOrThrow()).count);
}

export async function insertSearchRequest(tx: Transaction, request: SearchRequest): Promise<void> {
  await tx.insertInto('search_request').values(request).execute();
}

export async function removeSearchRequest(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('search_request').where('id', '=', id).execute();
}

/** Removes what has ended. */
export async function sweepSearchRequests(tx: Transaction, now: Date): Promise<number> {
  const { numDeletedRows } = await tx.deleteFrom('search_request').where('until', '<', dayOf(now)).executeTakeFirst();
  return Number(numDeletedRows);
}
