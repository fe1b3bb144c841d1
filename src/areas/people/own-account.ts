import { accountOf, awaitsSecondStep, type Actor } from '../../plain/actor.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import type { Reader, Transaction } from '../../platform/database/index.ts';
import { saying } from '../../plain/words.ts';
import { findKeys } from './store-account.ts';
import { findOpened, findPasskeysOf } from './store-passkey.ts';

/** Within so long after signing in, or showing a key again, one may change who can act. */
const FRESH_MS = 15 * 60_000;

/** 409. It is too long ago that the owner was seen: the pages ask for a key and then go on (`pages/ask-again.tsx`). */
export class NotFreshError extends ConflictError {}

/** The account of whoever asks; for everyone else there is nothing here. */
export function demandAccount(actor: Actor): string {
  const account = accountOf(actor);
  if (account === null) throw new NotFoundError();
  return account;
}

/** Goes on only shortly after a key was shown: a telephone that lies about open decides nothing about who can act. */
export async function demandFresh(tx: Transaction, actor: Actor, now: Date): Promise<void> {
  await demandSecondFactor(tx, actor);
  if (!(await isFreshlySeen(tx, actor, now))) throw new NotFreshError(saying('people.passkey.signInAgain'));
}

export async function isFreshlySeen(db: Reader, actor: Actor, now: Date): Promise<boolean> {
  const account = demandAccount(actor);
  const opened = 'session' in actor ? await findOpened(db, { account, session: actor.session }, now) : null;
  return opened !== null && now.getTime() - opened.createdAt.getTime() <= FRESH_MS;
}

/** Where there is a second factor, a passphrase alone makes no other one: else it would be none. */
export async function demandSecondFactor(tx: Transaction, actor: Actor): Promise<void> {
  if (!awaitsSecondStep(actor)) return;
  const account = demandAccount(actor);
  const keys = await findKeys(tx, { id: account });
  if (keys?.totpStep !== null || (await findPasskeysOf(tx, account)).length > 0)
    throw new ConflictError(saying('people.secondStep.showFirst'));
}
