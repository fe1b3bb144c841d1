import type { Reader, Transaction } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import type { Conversation, Plan } from './conversation.ts';
import './tables.ts';

const COLUMNS = [
  'id',
  'steward',
  'languages',
  'says',
  'entry',
  'is_public as isPublic',
  'opens_on as opensOn',
  'ends_on as endsOn',
  'begun_on as begunOn',
  'ended_early as endedEarly',
  'parked',
  'taken_from as takenFrom',
] as const;

/** A conversation, as far as the reader may see it. */
export async function findConversation(db: Reader, id: string): Promise<Conversation | null> {
  return (await db.selectFrom('conversation').select(COLUMNS).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** The conversation that a link leads to. */
export async function findBehind(db: Reader, tokenHash: string): Promise<Conversation | null> {
  const row = await db
    .selectFrom('conversation')
    .innerJoin('conversation_door as door', 'door.conversation', 'conversation.id')
    .select(COLUMNS)
    .where('door.token_hash', '=', tokenHash)
    .executeTakeFirst();
  return row ?? null;
}

/** All that the reader may see, the latest first. */
export async function findConversations(db: Reader): Promise<readonly Conversation[]> {
  return db.selectFrom('conversation').select(COLUMNS).orderBy('opens_on', 'desc').orderBy('id').execute();
}

export async function insertConversation(
  tx: Transaction,
  { id, begunOn, endedEarly, takenFrom, ...plan }: Conversation,
) {
  await tx
    .insertInto('conversation')
    .values({
      id,
      begun_on: begunOn,
      ended_early: endedEarly,
      taken_from: takenFrom === null ? null : JSON.stringify(takenFrom),
      steward: plan.steward,
      ...rowOf(plan),
    })
    .execute();
}

export async function updateConversation(tx: Transaction, id: string, plan: Omit<Plan, 'steward'>): Promise<void> {
  await tx.updateTable('conversation').set(rowOf(plan)).where('id', '=', id).execute();
}

/** What may still change once people answer: the last day, what waits, and in which languages it is said. */
export async function updateRunning(
  tx: Transaction,
  id: string,
  { endsOn, parked, languages, says }: Pick<Plan, 'endsOn' | 'parked' | 'languages' | 'says'>,
): Promise<void> {
  await tx
    .updateTable('conversation')
    .set({ ends_on: endsOn, parked: JSON.stringify(parked), languages, says: JSON.stringify(says) })
    .where('id', '=', id)
    .execute();
}

export async function setBegun(tx: Transaction, id: string, day: Day): Promise<void> {
  await tx.updateTable('conversation').set({ begun_on: day }).where('id', '=', id).execute();
}

/** This day is its last one, and nobody answers any more on it. */
export async function setEnded(tx: Transaction, id: string, day: Day): Promise<void> {
  await tx.updateTable('conversation').set({ ends_on: day, ended_early: true }).where('id', '=', id).execute();
}

/** False where it has begun here: answers of people go with nothing but time. */
export async function removeUnheld(tx: Transaction, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('conversation')
    .where('id', '=', id)
    .where((eb) => eb.or([eb('begun_on', 'is', null), eb('taken_from', 'is not', null)]))
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

function rowOf({ languages, says, entry, isPublic, opensOn, endsOn, parked }: Omit<Plan, 'steward'>) {
  return {
    languages,
    says: JSON.stringify(says),
    entry,
    is_public: isPublic,
    opens_on: opensOn,
    ends_on: endsOn,
    parked: JSON.stringify(parked),
  };
}
