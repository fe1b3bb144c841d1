import { findFamily } from '../areas/claims/index.ts';
import { findVoiceMailboxes, isHeld } from '../areas/people/index.ts';
import type { Reader, Transaction } from '../platform/database/index.ts';
import type { Day } from '../plain/time.ts';

/** Whether somebody speaks for an organisation today, under whichever of the ids by which it is known. */
export async function isSpokenFor(db: Reader, organisation: string, today: Day): Promise<boolean> {
  for (const each of await findFamily(db, [organisation]))
    if (await isHeld(db, { kind: 'organisation', organisation: each }, today)) return true;
  return false;
}

/** Where those who speak for it read mail, and in which language; each once. */
export async function findOwnMailboxes(
  tx: Transaction,
  organisation: string,
  today: Day,
): Promise<readonly { readonly mail: string; readonly language: string }[]> {
  const found = new Map<string, { readonly mail: string; readonly language: string }>();
  for (const each of await findFamily(tx, [organisation]))
    for (const mailbox of await findVoiceMailboxes(tx, each, today)) found.set(mailbox.mail, mailbox);
  return [...found.values()];
}
