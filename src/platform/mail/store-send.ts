import { sql } from 'kysely';
import { asSystem, type Reader, type Transaction } from '../database/index.ts';
import type { Letter } from './compose.ts';
import type { MailContent } from './tables.ts';

/** A mail somebody is sending now: nobody else takes it before its time is over. */
export interface TakenMail extends Letter {
  readonly language: string;
  /** Counting this one. */
  readonly attempts: number;
}

/**
 * Takes the mail that has waited longest, for `leaseMs`. A process that dies while it sends leaves it to the next
 * one after that: a mail may come twice then, but never not at all.
 */
export async function takeMail(tx: Transaction, now: Date, leaseMs: number): Promise<TakenMail | null> {
  const row = await tx
    .updateTable('mail')
    .set((eb) => ({ attempts: eb('attempts', '+', 1), next_at: new Date(now.getTime() + leaseMs) }))
    .where('id', '=', (eb) =>
      eb
        .selectFrom('mail')
        .select('id')
        .where('state', '=', 'waiting')
        .where('next_at', '<=', now)
        .orderBy('next_at')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['id', 'receiver', 'language', 'content', 'attempts'])
    .executeTakeFirst();
  if (row === undefined || row.receiver === null || row.content === null) return null;
  return { ...row, receiver: row.receiver, content: row.content };
}

export async function isMailDue(db: Reader, now: Date): Promise<boolean> {
  const row = await db
    .selectFrom('mail')
    .select('id')
    .where('state', '=', 'waiting')
    .where('next_at', '<=', now)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Address and words go from the row; that there was a mail stays for a month. */
export async function settleMail(tx: Transaction, id: string, state: 'sent' | 'given up', now: Date): Promise<boolean> {
  const { numUpdatedRows } = await asSystem(tx, () =>
    tx
      .updateTable('mail')
      .set({ state, receiver: null, content: null, settled_at: now })
      .where('id', '=', id)
      .where('settled_at', 'is', null)
      .executeTakeFirst(),
  );
  return numUpdatedRows > 0n;
}

export async function putOff(tx: Transaction, id: string, until: Date): Promise<void> {
  await tx.updateTable('mail').set({ next_at: until }).where('id', '=', id).where('state', '=', 'waiting').execute();
}

export async function layInOutbox(tx: Transaction, id: string): Promise<void> {
  await tx
    .updateTable('mail')
    .set({ state: 'in the outbox' })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute();
}

export interface OutboxMail {
  readonly id: string;
  readonly receiver: string;
  readonly language: string;
  readonly content: MailContent;
  readonly writtenAt: Date;
}

/** What waits to be handed over by hand, oldest first. */
export async function findOutbox(db: Reader, most: number): Promise<readonly OutboxMail[]> {
  const rows = await db
    .selectFrom('mail')
    .select(['id', 'receiver', 'language', 'content', 'written_at'])
    .where('state', '=', 'in the outbox')
    .orderBy('written_at')
    .limit(most)
    .execute();
  return rows.flatMap(({ receiver, content, written_at: writtenAt, ...row }) =>
    receiver === null || content === null ? [] : [{ ...row, receiver, content, writtenAt }],
  );
}

/** Ids of mails that have lain in the outbox since before a moment. */
export async function findLongLying(db: Reader, before: Date): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('mail')
    .select('id')
    .where('state', '=', 'in the outbox')
    .where('written_at', '<', before)
    .execute();
  return rows.map(({ id }) => id);
}

export async function forgetSettled(tx: Transaction, before: Date): Promise<number> {
  const { numDeletedRows } = await tx.deleteFrom('mail').where('settled_at', '<', before).executeTakeFirst();
  return Number(numDeletedRows);
}

export interface MailCounts {
  /** Waiting for longer than an hour. */
  readonly late: number;
  readonly inOutbox: number;
  readonly givenUp: number;
}

export async function countMail(db: Reader, now: Date): Promise<MailCounts> {
  const anHourAgo = new Date(now.getTime() - 3_600_000);
  return db
    .selectFrom('mail')
    .select((eb) => [
      eb.fn
        .countAll<number>()
        .filterWhere(eb.and([eb('state', '=', 'waiting'), eb('written_at', '<', anHourAgo)]))
        .as('late'),
      eb.fn.countAll<number>().filterWhere('state', '=', sql.lit('in the outbox')).as('inOutbox'),
      eb.fn.countAll<number>().filterWhere('state', '=', sql.lit('given up')).as('givenUp'),
    ])
    .executeTakeFirstOrThrow();
}
