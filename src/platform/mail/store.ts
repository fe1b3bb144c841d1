import { newId } from '../../plain/ids.ts';
import { asSystem, type Transaction } from '../database/index.ts';
import type { MailContent } from './tables.ts';
import './tables.ts';

/** A mail as a verb writes it. */
export interface Mail extends MailContent {
  readonly receiver: string;
  /** BCP 47: in which language it is put into words. */
  readonly language: string;
}

/**
 * Writes a mail in the caller's transaction: it will be sent if and only if what it tells about has happened.
 * Its sender is always this installation, and no other address stands in it.
 */
export async function postMail(
  tx: Transaction,
  { receiver, language, subject, paragraphs, link }: Mail,
  at: Date,
): Promise<void> {
  await asSystem(tx, () =>
    tx
      .insertInto('mail')
      .values({
        id: newId(at),
        receiver,
        language,
        content: JSON.stringify({ subject, paragraphs, link }),
        written_at: at,
        state: 'waiting',
        next_at: at,
        settled_at: null,
      })
      .execute(),
  );
}
