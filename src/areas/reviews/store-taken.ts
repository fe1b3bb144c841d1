import type { Reader } from '../../platform/database/index.ts';
import { carried, type Taker, type Taking } from '../cooperations/index.ts';
import './tables.ts';

/** Reviews with one's own part and all parts that are open, what each wrote at the end, and who wished for what. */
export const takeReviewsAlong: Taking = async (db, taker) => {
  const { cooperation } = taker;
  const closings = await db
    .selectFrom('closing_part')
    .select(['organisation', 'words', 'written_on as writtenOn'])
    .where('cooperation', '=', cooperation)
    .orderBy('organisation')
    .execute();
  return {
    reviews: await reviewsOf(db, taker),
    closings: carried(closings),
    endWishes: await wishesOf(db, 'closing_wish', cooperation),
    deletionWishes: await wishesOf(db, 'deletion_wish', cooperation),
  };
};

async function reviewsOf(db: Reader, { cooperation, own }: Taker) {
  const reviews = await db
    .selectFrom('review')
    .select(['id', 'begun_on as begunOn', 'opened_on as openedOn'])
    .where('cooperation', '=', cooperation)
    .orderBy('id')
    .execute();
  const parts = await db
    .selectFrom('review_part')
    .select(['review', 'organisation', 'words', 'done_on as doneOn'])
    .where('cooperation', '=', cooperation)
    .where((by) => by.or([by('organisation', '=', own), by('opened_on', 'is not', null)]))
    .orderBy('organisation')
    .execute();
  return carried(
    reviews.map((one) => ({
      ...one,
      parts: parts.flatMap(({ review, ...part }) => (review === one.id ? [part] : [])),
    })),
  );
}

async function wishesOf(db: Reader, table: 'closing_wish' | 'deletion_wish', cooperation: string) {
  const rows = await db
    .selectFrom(table)
    .select(['organisation', 'said_on as saidOn'])
    .where('cooperation', '=', cooperation)
    .orderBy('organisation')
    .execute();
  return carried(rows);
}
