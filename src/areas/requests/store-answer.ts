import { asSystem, type Reader, type Transaction } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import type { Answer, Request, RequestState } from './request.ts';
import { findRequest } from './store.ts';
import './tables.ts';

/** The request that a link of a mail is for. Whoever holds it needs no account, so the program looks. */
export async function findByToken(db: Reader, hash: string): Promise<Request | null> {
  return asSystem(db, async () => {
    const row = await db
      .selectFrom('request_attempt')
      .select('request')
      .where('token_hash', '=', hash)
      .executeTakeFirst();
    return row === undefined ? null : findRequest(db, row.request);
  });
}

/** Writes down a mail and its link. The number, and with it a fourth mail, is refused by the table. */
export async function insertAttempt(
  tx: Transaction,
  request: string,
  { number, day, tokenHash }: { readonly number: number; readonly day: Day; readonly tokenHash: string },
): Promise<void> {
  await asSystem(tx, () =>
    tx.insertInto('request_attempt').values({ request, number, sent_on: day, token_hash: tokenHash }).execute(),
  );
}

/** From here on the receiver may know of it. */
export async function setState(
  tx: Transaction,
  request: string,
  state: Extract<RequestState, 'open' | 'with a person'>,
): Promise<void> {
  await asSystem(tx, () =>
    tx.updateTable('request').set({ state, was_sent: true }).where('id', '=', request).execute(),
  );
}

export async function writeAnswer(tx: Transaction, request: string, answer: Answer, day: Day): Promise<void> {
  await asSystem(tx, async () => {
    await tx
      .updateTable('request')
      .set({
        state: 'answered',
        answer: answer.kind,
        answer_day: answer.kind === 'call' ? answer.day : answer.kind === 'later' ? answer.from : null,
        answer_hours: answer.kind === 'call' ? answer.hours : null,
        answered_on: day,
        // Who has said no does not go on to write along.
        ...(answer.kind === 'gladly' || answer.kind === 'call' ? {} : { take_up_hash: null }),
      })
      .where('id', '=', request)
      .execute();
    await settleWords(tx, request, day);
  });
}

export async function writeWithdrawal(tx: Transaction, request: string, day: Day): Promise<void> {
  await tx.updateTable('request').set({ state: 'withdrawn' }).where('id', '=', request).execute();
  await settleWords(tx, request, day);
}

async function settleWords(tx: Transaction, request: string, day: Day): Promise<void> {
  await tx.updateTable('request_words').set({ settled_on: day }).where('request', '=', request).execute();
}

/** After a yes, a link with which somebody of the receiver goes on to speak for it. An earlier one ends. */
export async function keepVoiceLink(tx: Transaction, request: string, hash: string): Promise<void> {
  await asSystem(tx, () => tx.updateTable('request').set({ take_up_hash: hash }).where('id', '=', request).execute());
}

export async function hasVoiceLink(db: Reader, receiver: string, hash: string): Promise<boolean> {
  const row = await asSystem(db, () =>
    db
      .selectFrom('request')
      .select('id')
      .where('receiver', '=', receiver)
      .where('take_up_hash', '=', hash)
      .where('state', '=', 'answered')
      .executeTakeFirst(),
  );
  return row !== undefined;
}

/** False when it was used before. */
export async function spendVoiceLink(tx: Transaction, receiver: string, hash: string): Promise<boolean> {
  const result = await asSystem(tx, () =>
    tx
      .updateTable('request')
      .set({ take_up_hash: null })
      .where('receiver', '=', receiver)
      .where('take_up_hash', '=', hash)
      .where('state', '=', 'answered')
      .executeTakeFirst(),
  );
  return result.numUpdatedRows === 1n;
}
