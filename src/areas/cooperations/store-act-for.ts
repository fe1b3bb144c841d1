import { asSystem, type Transaction } from '../../platform/database/index.ts';
import { chooseInSession } from '../../platform/http/index.ts';

/** Keeps in the own session for whom somebody is here. */
export async function noteActing(tx: Transaction, session: string, organisation: string): Promise<void> {
  await asSystem(tx, () => chooseInSession(tx, session, organisation));
}
