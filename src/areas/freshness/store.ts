import { sql } from 'kysely';
import { asSystem, type Reader, type Transaction } from '../../platform/database/index.ts';
import { sealWords } from '../../platform/secret/index.ts';
import type { Day } from '../../plain/time.ts';
import type { Ask, AskState } from './confirmation-ask.ts';
import './tables.ts';

const COLUMNS = [
  'id',
  'subject',
  'channel',
  'attempt',
  'sent_on as sentOn',
  'state',
  'answer',
  'answered_at as answeredAt',
  'note',
  'undo',
] as const;

const RUNNING: readonly AskState[] = ['open', 'with a person'];

export interface NewAsk extends Pick<Ask, 'id' | 'subject' | 'channel'> {
  readonly on: Day;
  readonly tokenHash: string;
  readonly code?: { readonly hash: string; readonly until: Day };
}

/** False when somebody else has asked at the same moment. */
export async function insertAsk(
  tx: Transaction,
  { id, subject, channel, on, tokenHash, code }: NewAsk,
): Promise<boolean> {
  const result = await tx
    .insertInto('confirmation_ask')
    .values({
      id,
      subject,
      channel,
      attempt: 1,
      asked_on: on,
      sent_on: on,
      state: 'open',
      token_hashes: [tokenHash],
      code_hash: code?.hash ?? null,
      code_until: code?.until ?? null,
      answer: null,
      answered_at: null,
      note: null,
      undo: null,
      take_up_hash: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** The ask of a subject that is under way, locked until the transaction ends. */
export async function takeRunning(tx: Transaction, subject: string): Promise<Ask | null> {
  const row = await running(tx, subject).forUpdate().executeTakeFirst();
  return row ?? null;
}

export async function findRunning(db: Reader, subject: string): Promise<Ask | null> {
  const row = await db
    .selectFrom('confirmation_ask')
    .select(COLUMNS)
    .where('subject', '=', subject)
    .where('state', 'in', [...RUNNING])
    .executeTakeFirst();
  return row ?? null;
}

function running(tx: Transaction, subject: string) {
  return tx
    .selectFrom('confirmation_ask')
    .select(COLUMNS)
    .where('subject', '=', subject)
    .where('state', 'in', [...RUNNING]);
}

/** The newest asks of a subject, the newest first. */
export async function findAsksOf(db: Reader, subject: string): Promise<readonly Ask[]> {
  return db
    .selectFrom('confirmation_ask')
    .select(COLUMNS)
    .where('subject', '=', subject)
    .orderBy('asked_on', 'desc')
    .orderBy('id', 'desc')
    .limit(10)
    .execute();
}

/** Which of some subjects are being asked, or have left a note. */
export async function findAsksOn(db: Reader, subjects: readonly string[]): Promise<ReadonlyMap<string, Ask>> {
  if (subjects.length === 0) return new Map();
  const rows = await db
    .selectFrom('confirmation_ask')
    .select(COLUMNS)
    .where('subject', 'in', [...subjects])
    .where((eb) => eb.or([eb('state', 'in', [...RUNNING]), eb('note', 'is not', null)]))
    .orderBy('id')
    .execute();
  return new Map(rows.map((row) => [row.subject, row]));
}

/** Asks in a state, the oldest first. With `noted` also those whose note nobody has dealt with. */
export async function findAsksIn(
  db: Reader,
  state: AskState,
  { limit, offset = 0, noted = false }: { readonly limit: number; readonly offset?: number; readonly noted?: boolean },
): Promise<readonly Ask[]> {
  return db
    .selectFrom('confirmation_ask')
    .select(COLUMNS)
    .where((eb) => (noted ? eb.or([eb('state', '=', state), eb('note', 'is not', null)]) : eb('state', '=', state)))
    .orderBy('asked_on')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute();
}

export async function countAsks(db: Reader): Promise<{ readonly open: number; readonly person: number }> {
  const row = await db
    .selectFrom('confirmation_ask')
    .select([
      sql<number>`(count(*) filter (where state = 'open'))::integer`.as('open'),
      sql<number>`(count(*) filter (where state = 'with a person' or note is not null))::integer`.as('person'),
    ])
    .executeTakeFirstOrThrow();
  return row;
}

/** All subjects that are being asked. */
export async function findAsked(db: Reader): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('confirmation_ask')
    .select('subject')
    .where('state', 'in', [...RUNNING])
    .execute();
  return rows.map(({ subject }) => subject);
}

/** Open asks that were sent on or before a day, locked; what another process has in hand is left to it. */
export async function takeSentBefore(tx: Transaction, day: Day, limit: number): Promise<readonly Ask[]> {
  return tx
    .selectFrom('confirmation_ask')
    .select(COLUMNS)
    .where('state', '=', 'open')
    .where('sent_on', '<=', day)
    .orderBy('sent_on')
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
}

export async function noteSent(
  tx: Transaction,
  ask: string,
  { attempt, on, tokenHash }: { readonly attempt: number; readonly on: Day; readonly tokenHash: string },
): Promise<void> {
  await tx
    .updateTable('confirmation_ask')
    .set({ attempt, sent_on: on, token_hashes: sql<string[]>`array_append(token_hashes, ${tokenHash}::text)` })
    .where('id', '=', ask)
    .execute();
}

export async function setState(tx: Transaction, ask: string, state: AskState): Promise<void> {
  await tx
    .updateTable('confirmation_ask')
    .set({ state, ...(state === 'closed' ? { code_hash: null, note: null } : {}) })
    .where('id', '=', ask)
    .execute();
}

/** The coordination has dealt with what was written to it. */
export async function forgetNotes(tx: Transaction, subject: string): Promise<void> {
  await tx
    .updateTable('confirmation_ask')
    .set({ note: null })
    .where('subject', '=', subject)
    .where('note', 'is not', null)
    .execute();
}

/** What may be kept of a code. */
export function hashOfCode(code: string): string {
  return sealWords('letter', code);
}

/** The ask that a link is for. Whoever holds it needs no account, so the program looks. */
export async function findByToken(db: Reader, hash: string): Promise<Ask | null> {
  return asSystem(db, async () => {
    const row = await db
      .selectFrom('confirmation_ask')
      .select(COLUMNS)
      .where(sql<boolean>`token_hashes @> array[${hash}]::text[]`)
      .executeTakeFirst();
    return row ?? null;
  });
}
