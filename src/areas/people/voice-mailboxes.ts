import type { Reader, Transaction } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import { findAccountLanguage, findMailboxes, findStanding } from './store-role.ts';

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

/** In which language whoever speaks for an organisation reads mail, the holder first; null where nobody does. */
export async function findVoiceLanguage(db: Reader, organisation: string, today: Day): Promise<string | null> {
  const terms = await findStanding(db, { kind: 'organisation', organisation }, today);
  const account = terms.toSorted((a, b) => Number(b.place === 'holder') - Number(a.place === 'holder'))[0]?.account;
  return account === undefined || account === null ? null : findAccountLanguage(db, account);
}
