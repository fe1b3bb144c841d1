import { accountOf, type Actor } from '../../plain/actor.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { saying } from '../../plain/words.ts';
import { findOpened } from './store-passkey.ts';

/** Within so long after signing in one may change how an account is entered. */
const FRESH_MS = 15 * 60_000;

/** The account of whoever asks; for everyone else there is nothing here. */
export function demandAccount(actor: Actor): string {
  const account = accountOf(actor);
  if (account === null) throw new NotFoundError();
  return account;
}

/** Goes on only shortly after signing in: a telephone that lies about open gives nobody a way in for good. */
export async function demandFresh(tx: Transaction, actor: Actor, now: Date): Promise<void> {
  const account = demandAccount(actor);
  const opened = 'session' in actor ? await findOpened(tx, { account, session: actor.session }, now) : null;
  if (opened === null || now.getTime() - opened.getTime() > FRESH_MS)
    throw new ConflictError(saying('people.passkey.signInAgain'));
}
