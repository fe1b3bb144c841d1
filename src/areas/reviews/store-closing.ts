import type { Reader, Transaction } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import type { ClosingPart, ClosingWords } from './closing.ts';
import type { Side } from './side.ts';
import './tables.ts';

export async function findClosingParts(db: Reader, cooperation: string): Promise<readonly ClosingPart[]> {
  return db
    .selectFrom('closing_part')
    .select(['organisation', 'words', 'written_on as writtenOn'])
    .where('cooperation', '=', cooperation)
    .orderBy('organisation')
    .execute();
}

export async function keepClosingPart(
  tx: Transaction,
  { cooperation, organisation, words, day }: Side & { readonly words: ClosingWords; readonly day: Day },
): Promise<void> {
  const written = { words: JSON.stringify(words), written_on: day };
  await tx
    .insertInto('closing_part')
    .values({ cooperation, organisation, ...written })
    .onConflict((conflict) => conflict.columns(['cooperation', 'organisation']).doUpdateSet(written))
    .execute();
}

export type Wish = 'closing_wish' | 'deletion_wish';

/** Who has said it so far, in all cooperations that the reader may see, or in some. */
export async function findWishesIn(
  db: Reader,
  wish: Wish,
  cooperations?: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db
    .selectFrom(wish)
    .select(['cooperation', 'organisation'])
    .$if(cooperations !== undefined, (query) => query.where('cooperation', 'in', cooperations ?? []))
    .orderBy('organisation')
    .execute();
  const wishes = Map.groupBy(rows, ({ cooperation }) => cooperation);
  return new Map([...wishes].map(([cooperation, said]) => [cooperation, said.map(({ organisation }) => organisation)]));
}

/** Who has said it so far in one. */
export async function findWishes(db: Reader, wish: Wish, cooperation: string): Promise<readonly string[]> {
  return (await findWishesIn(db, wish, [cooperation])).get(cooperation) ?? [];
}

export async function insertWish(tx: Transaction, wish: Wish, { cooperation, organisation }: Side, day: Day) {
  await tx
    .insertInto(wish)
    .values({ cooperation, organisation, said_on: day })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function removeWish(tx: Transaction, wish: Wish, { cooperation, organisation }: Side): Promise<void> {
  await tx.deleteFrom(wish).where('cooperation', '=', cooperation).where('organisation', '=', organisation).execute();
}
