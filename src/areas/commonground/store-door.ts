import { asSystem, type Reader, type Transaction } from '../../platform/database/index.ts';
import type { Conversation } from './conversation.ts';
import { findBehind } from './store.ts';
import './tables.ts';

/** The token of the link, for whoever looks after the conversation. */
export async function findDoor(db: Reader, conversation: string): Promise<string | null> {
  const row = await db
    .selectFrom('conversation_door')
    .select('token')
    .where('conversation', '=', conversation)
    .executeTakeFirst();
  return row?.token ?? null;
}

/** The same for whoever may join from the public page. */
export async function findDoorInside(db: Reader, conversation: string): Promise<string | null> {
  return asSystem(db, () => findDoor(db, conversation));
}

export async function insertDoor(
  tx: Transaction,
  conversation: string,
  { token, hash }: { readonly token: string; readonly hash: string },
): Promise<void> {
  await tx.insertInto('conversation_door').values({ conversation, token, token_hash: hash }).execute();
}

/** The conversation behind a link, once it has begun. Whoever has the link is nobody here. */
export async function openDoor(db: Reader, tokenHash: string): Promise<Conversation | null> {
  return asSystem(db, async () => {
    const found = await findBehind(db, tokenHash);
    return found?.begunOn === null ? null : found;
  });
}

export interface Door {
  readonly conversation: string;
  readonly token: string;
}

/** All links that open something: few enough to be gone through for whoever has typed words from paper. */
export async function findDoorsInside(db: Reader): Promise<readonly Door[]> {
  return asSystem(db, () =>
    db
      .selectFrom('conversation_door as door')
      .innerJoin('conversation', 'conversation.id', 'door.conversation')
      .select(['door.conversation', 'door.token'])
      .where('conversation.begun_on', 'is not', null)
      .execute(),
  );
}

/** The conversation in which one of these codes waits for its person. */
export async function findCodeBehind(
  db: Reader,
  codes: readonly { readonly conversation: string; readonly seal: string }[],
): Promise<string | null> {
  if (codes.length === 0) return null;
  const row = await asSystem(db, () =>
    db
      .selectFrom('paper_code')
      .select('conversation')
      .where((eb) => eb.or(codes.map(({ conversation, seal }) => eb.and({ conversation, seal }))))
      .executeTakeFirst(),
  );
  return row?.conversation ?? null;
}

export async function insertCodes(tx: Transaction, conversation: string, seals: readonly string[]): Promise<void> {
  await tx
    .insertInto('paper_code')
    .values(seals.toSorted().map((seal) => ({ conversation, seal })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** How many codes nobody has used yet. */
export async function countCodes(db: Reader, conversation: string): Promise<number> {
  const row = await db
    .selectFrom('paper_code')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('conversation', '=', conversation)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Takes a code away; false where it is none, or somebody has used it. */
export async function takeCode(tx: Transaction, conversation: string, seal: string): Promise<boolean> {
  return asSystem(tx, async () => {
    const { numDeletedRows } = await tx
      .deleteFrom('paper_code')
      .where('conversation', '=', conversation)
      .where('seal', '=', seal)
      .executeTakeFirst();
    return numDeletedRows > 0n;
  });
}
