import { asSystem, type Reader, type Transaction } from '../../platform/database/index.ts';
import { handOverSealed, openWhenDone, type Sealed } from '../../platform/sealed/index.ts';
import type { Day } from '../../plain/time.ts';
import type { Review, ReviewWords } from './review.ts';
import type { Side } from './side.ts';
import './tables.ts';

/** The reviews of some cooperations, the newest first, with the parts that the reader may read. */
export async function findReviewsIn(
  db: Reader,
  cooperations: readonly string[],
): Promise<ReadonlyMap<string, readonly Review[]>> {
  const reviews = await db
    .selectFrom('review')
    .select(['id', 'cooperation', 'begun_on as begunOn', 'opened_on as openedOn'])
    .where('cooperation', 'in', cooperations)
    .orderBy('id', 'desc')
    .execute();
  if (reviews.length === 0) return new Map();
  const rows = await db
    .selectFrom('review_part')
    .select(['review', 'organisation', 'words', 'done_on as doneOn'])
    .where('cooperation', 'in', cooperations)
    .orderBy('organisation')
    .execute();
  const parts = Map.groupBy(rows, ({ review }) => review);
  return Map.groupBy(
    reviews.map((review) => ({ ...review, parts: parts.get(review.id) ?? [] })),
    ({ cooperation }) => cooperation,
  );
}

/** The same of one cooperation. */
export async function findReviews(db: Reader, cooperation: string): Promise<readonly Review[]> {
  return (await findReviewsIn(db, [cooperation])).get(cooperation) ?? [];
}

/** The review that is going on; null while there is none. */
export async function findOpenReview(db: Reader, cooperation: string): Promise<string | null> {
  const row = await db
    .selectFrom('review')
    .select('id')
    .where('cooperation', '=', cooperation)
    .where('opened_on', 'is', null)
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function insertReview(
  tx: Transaction,
  { id, cooperation, day }: { readonly id: string; readonly cooperation: string; readonly day: Day },
): Promise<void> {
  await tx.insertInto('review').values({ id, cooperation, begun_on: day, opened_on: null }).execute();
}

export interface OwnPart extends Side {
  readonly review: string;
}

/** Keeps what one side has written; false when it is handed over and can no longer be changed. */
export async function keepReviewPart(tx: Transaction, part: OwnPart, words: ReviewWords): Promise<boolean> {
  const text = JSON.stringify(words);
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('review_part')
    .values({ ...part, words: text, done_on: null, opened_on: null })
    .onConflict((conflict) =>
      conflict
        .columns(['review', 'organisation'])
        .doUpdateSet({ words: text })
        .where('review_part.done_on', 'is', null),
    )
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Hands the part of one side over; when it was the last, all are opened. Whether they are. */
export async function handPartOver(
  tx: Transaction,
  { review, organisation }: OwnPart,
  { partners, day }: Pick<Sealed, 'partners' | 'day'>,
): Promise<boolean> {
  const sealed = { table: 'review_part', by: 'review', id: review, partners, day };
  return setOpened(tx, sealed, await handOverSealed(tx, organisation, sealed));
}

/** Somebody who was waited for has gone: what the others have handed over may be whole now. Whether it is. */
export async function openWithout(
  tx: Transaction,
  { review, partners, day }: Pick<Sealed, 'partners' | 'day'> & { readonly review: string },
): Promise<boolean> {
  const sealed = { table: 'review_part', by: 'review', id: review, partners, day };
  return setOpened(tx, sealed, await openWhenDone(tx, sealed));
}

async function setOpened(tx: Transaction, { id, day }: Sealed, areOpen: boolean): Promise<boolean> {
  if (areOpen)
    await asSystem(tx, () => tx.updateTable('review').set({ opened_on: day }).where('id', '=', id).execute());
  return areOpen;
}

/** What an organisation has written and never handed over is for nobody, once it has gone. For the program. */
export async function dropUnsaid(tx: Transaction, { cooperation, organisation }: Side): Promise<void> {
  await tx
    .deleteFrom('review_part')
    .where('cooperation', '=', cooperation)
    .where('organisation', '=', organisation)
    .where('done_on', 'is', null)
    .execute();
}
