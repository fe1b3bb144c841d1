import { sql } from 'kysely';
import { asSystem, type Reader, type Transaction } from '../../platform/database/index.ts';
import { newId } from '../../plain/ids.ts';
import { dayOf, type Day } from '../../plain/time.ts';
import type { Answer, Ask, Undo } from './confirmation-ask.ts';
import './tables.ts';

/** Answers an ask once: false when somebody was quicker. */
export async function answerAsk(
  tx: Transaction,
  ask: Ask,
  {
    answer,
    at,
    undo,
    note,
  }: { readonly answer: Answer; readonly at: Date; readonly undo: Undo; readonly note: string | null },
): Promise<boolean> {
  const result = await asSystem(tx, () =>
    tx
      .updateTable('confirmation_ask')
      .set({ state: 'answered', answer, answered_at: at, undo: JSON.stringify(undo), note })
      .where('id', '=', ask.id)
      .where('state', 'in', ['open', 'with a person'])
      .executeTakeFirst(),
  );
  return result.numUpdatedRows === 1n;
}

/** An answer that was taken back can be given anew, unless a new asking has begun since (`closed`). */
export async function reopenAsk(tx: Transaction, ask: Ask, state: 'open' | 'closed'): Promise<boolean> {
  const result = await asSystem(tx, () =>
    tx
      .updateTable('confirmation_ask')
      .set({ state, answer: null, answered_at: null, undo: null, note: null, take_up_hash: null })
      .where('id', '=', ask.id)
      .where('state', '=', 'answered')
      .executeTakeFirst(),
  );
  return result.numUpdatedRows === 1n;
}

/** Lets a code in: the ask gets one more link. Null when there is no such code. */
export async function openByCode(
  tx: Transaction,
  { codeHash, today, tokenHash }: { readonly codeHash: string; readonly today: Day; readonly tokenHash: string },
): Promise<string | null> {
  const row = await asSystem(tx, () =>
    tx
      .updateTable('confirmation_ask')
      .set({
        token_hashes: sql<
          string[]
        >`array_append(token_hashes[greatest(1, array_length(token_hashes, 1) - 8):], ${tokenHash}::text)`,
      })
      .where('code_hash', '=', codeHash)
      .where('code_until', '>=', today)
      .returning('id')
      .executeTakeFirst(),
  );
  return row?.id ?? null;
}

/** From the answer on an organisation can go on to speak for itself, with a link of its own. */
export async function keepTakeUp(tx: Transaction, ask: string, hash: string): Promise<void> {
  await asSystem(tx, () =>
    tx.updateTable('confirmation_ask').set({ take_up_hash: hash }).where('id', '=', ask).execute(),
  );
}

export async function hasTakeUp(db: Reader, organisation: string, hash: string): Promise<boolean> {
  const row = await asSystem(db, () =>
    db
      .selectFrom('confirmation_ask')
      .select('id')
      .where('subject', '=', organisation)
      .where('take_up_hash', '=', hash)
      .where('state', '=', 'answered')
      .where('answer', '<>', 'withdrawn')
      .executeTakeFirst(),
  );
  return row !== undefined;
}

/** False when it was used before. From now on the link of the mail about it is known by `notUs`. */
export async function spendTakeUp(
  tx: Transaction,
  organisation: string,
  { hash, notUs }: { readonly hash: string; readonly notUs: string },
): Promise<boolean> {
  const result = await asSystem(tx, () =>
    tx
      .updateTable('confirmation_ask')
      .set({ take_up_hash: null, not_us_hash: notUs })
      .where('subject', '=', organisation)
      .where('take_up_hash', '=', hash)
      .executeTakeFirst(),
  );
  return result.numUpdatedRows === 1n;
}

/** The link of a mail about a voice that no ask of this area has brought; it stands in a row that asks nothing. */
export async function keepNotUs(tx: Transaction, organisation: string, notUs: string, at: Date): Promise<void> {
  const day = dayOf(at);
  await asSystem(tx, () =>
    tx
      .insertInto('confirmation_ask')
      .values({
        id: newId(at),
        subject: organisation,
        channel: 'mail',
        attempt: 1,
        asked_on: day,
        sent_on: day,
        state: 'closed',
        token_hashes: [],
        code_hash: null,
        code_until: null,
        answer: null,
        answered_at: null,
        note: null,
        undo: null,
        take_up_hash: null,
        not_us_hash: notUs,
      })
      .execute(),
  );
}

export async function hasNotUs(db: Reader, organisation: string, hash: string): Promise<boolean> {
  const row = await asSystem(db, () =>
    db
      .selectFrom('confirmation_ask')
      .select('id')
      .where('subject', '=', organisation)
      .where('not_us_hash', '=', hash)
      .executeTakeFirst(),
  );
  return row !== undefined;
}

/** Nobody is waited for any more: links and words of before open nothing. */
export async function closeRunning(tx: Transaction, subject: string): Promise<void> {
  await asSystem(tx, () =>
    tx
      .updateTable('confirmation_ask')
      .set({ state: 'closed', code_hash: null, note: null })
      .where('subject', '=', subject)
      .where('state', 'in', ['open', 'with a person'])
      .execute(),
  );
}

/** What can no longer be taken back need not be remembered. */
export async function forgetUndo(tx: Transaction, answeredBefore: Date): Promise<void> {
  await tx
    .updateTable('confirmation_ask')
    .set({ undo: null, code_hash: null })
    .where('answered_at', '<', answeredBefore)
    .where((eb) => eb.or([eb('undo', 'is not', null), eb('code_hash', 'is not', null)]))
    .execute();
}
