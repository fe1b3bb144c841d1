import type { Transaction } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import { findMailboxes, findStanding } from './store-role.ts';

/** Where those who speak for an organisation read mail, and in which language; for mails only, never to be shown. */
export async function findVoiceMailboxes(
  tx: Transaction,
  organisation: string,
  today: Day,
): Promise<readonly { readonly mail: string; readonly language: string }[]> {
  const terms = await findStanding(tx, { kind: 'organisation', organisation }, today);
  return findMailboxes(
    tx,
    terms.map(({ account }) => account),
  );
}
