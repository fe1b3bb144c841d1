import { sql } from 'kysely';
import { asSystem, type Reader, type Transaction } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import type { Conversation } from './conversation.ts';
import type { Dissent } from './dissent.ts';
import type { Result } from './result.ts';
import './tables.ts';

/** A result as it stood on a day. */
export interface Stand {
  readonly number: number;
  readonly takenOn: Day;
  /** Taken after the end; nothing comes after it. */
  readonly isLast: boolean;
  readonly result: Result;
}

const COLUMNS = ['number', 'taken_on as takenOn', 'is_last as isLast', 'result'] as const;

/** All results of a conversation that the reader may see, the latest first. */
export async function findStands(db: Reader, conversation: string): Promise<readonly Stand[]> {
  return db
    .selectFrom('stand')
    .select(COLUMNS)
    .where('conversation', '=', conversation)
    .orderBy('number', 'desc')
    .execute();
}

export async function findStandsInside(db: Reader, conversation: string): Promise<readonly Stand[]> {
  return asSystem(db, () => findStands(db, conversation));
}

/** Weights of the statements in the latest result, for what is shown next. */
export async function findPriorities(db: Reader, conversation: string): Promise<Readonly<Record<string, number>>> {
  const row = await asSystem(db, () =>
    db
      .selectFrom('stand')
      .select('result')
      .where('conversation', '=', conversation)
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst(),
  );
  return Object.fromEntries((row?.result.statements ?? []).map(({ id, priority }) => [id, priority]));
}

/** Until this transaction ends nobody else counts the same conversation. */
export async function holdCount(tx: Transaction, conversation: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`stand/${conversation}`}))`.execute(tx);
}

/** Only the program writes results; whoever asked for it was asked about before. */
export async function insertStand(tx: Transaction, conversation: string, stand: Stand): Promise<void> {
  await asSystem(tx, () =>
    tx
      .insertInto('stand')
      .values({
        conversation,
        number: stand.number,
        taken_on: stand.takenOn,
        is_last: stand.isLast,
        result: JSON.stringify(stand.result),
      })
      .execute(),
  );
}

/** Nothing comes after this result any more. */
export async function setLast(tx: Transaction, conversation: string, number: number): Promise<void> {
  await asSystem(tx, () =>
    tx
      .updateTable('stand')
      .set({ is_last: true })
      .where('conversation', '=', conversation)
      .where('number', '=', number)
      .execute(),
  );
}

export async function findDissents(db: Reader, conversation: string): Promise<readonly Dissent[]> {
  return db
    .selectFrom('dissent')
    .select(['statement', 'kind', 'goes_on as goesOn', 'look_again_on as lookAgainOn'])
    .where('conversation', '=', conversation)
    .execute();
}

export async function findDissentsInside(db: Reader, conversation: string): Promise<readonly Dissent[]> {
  return asSystem(db, () => findDissents(db, conversation));
}

export async function setDissent(tx: Transaction, conversation: string, dissent: Dissent): Promise<void> {
  const row = { kind: dissent.kind, goes_on: dissent.goesOn, look_again_on: dissent.lookAgainOn };
  await tx
    .insertInto('dissent')
    .values({ statement: dissent.statement, conversation, ...row })
    .onConflict((conflict) => conflict.column('statement').doUpdateSet(row))
    .execute();
}

/** Conversations in which there is something to count: begun here, and no last result yet. As the program. */
export async function findUncounted(
  db: Reader,
): Promise<readonly Pick<Conversation, 'id' | 'endsOn' | 'endedEarly'>[]> {
  return db
    .selectFrom('conversation')
    .select(['id', 'ends_on as endsOn', 'ended_early as endedEarly'])
    .where('begun_on', 'is not', null)
    .where('taken_from', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('stand')
            .select('number')
            .whereRef('stand.conversation', '=', 'conversation.id')
            .where('is_last', '=', true),
        ),
      ),
    )
    .orderBy('id')
    .execute();
}
