import { asSystem, type Transaction } from '../../platform/database/index.ts';
import { closeSession, hashOf, insertSession, newToken } from '../../platform/http/index.ts';
import { dayOf } from '../../plain/time.ts';
import { needsSecondStep } from './role.ts';
import { findKeys, noteSeen } from './store-account.ts';
import { findOpened } from './store-passkey.ts';
import { findRolesOf } from './store.ts';

/** A session that has just been opened: the token for the cookie, known to nobody else, and when it ends. */
export interface OpenedSession {
  readonly token: string;
  readonly endsAt: Date;
  /** What the account holds opens only after a second step, and this session has shown none. */
  readonly awaitsSecondStep: boolean;
}

/**
 * Opens a session of an account in the caller's transaction, always with a new token: at sign-in, and whenever an
 * account gains rights. `instead` is the session that the browser had: it ends, so no token from before goes on.
 * `hasTwoFactors`: something known and something held were shown just now.
 * `goesOn`: nobody has shown a key just now, so it is as old as the one before, and still no proof of the owner.
 * The page gives the cookie: `giveSessionCookie(c, origin, token, endsAt)`.
 */
export async function openAccountSession(
  tx: Transaction,
  {
    account,
    device,
    instead,
    goesOn = false,
    hasTwoFactors = false,
  }: {
    readonly account: string;
    readonly device: string | null;
    readonly instead: string | null;
    readonly goesOn?: boolean;
    readonly hasTwoFactors?: boolean;
  },
  now: Date,
): Promise<OpenedSession> {
  const token = newToken();
  const before = goesOn && instead !== null ? await findOpened(tx, { account, session: instead }, now) : null;
  const shown = { hasTwoFactors: before?.hasTwoFactors ?? hasTwoFactors, openedAt: before?.createdAt ?? now };
  const { endsAt, needs } = await asSystem(tx, async () => {
    if (instead !== null) await closeSession(tx, instead);
    const keys = await findKeys(tx, { id: account });
    return {
      endsAt: await insertSession(tx, { tokenHash: hashOf(token), account, device, ...shown }, now),
      needs: keys !== null && needsSecondStep(keys, await findRolesOf(tx, account, dayOf(now))),
    };
  });
  await noteSeen(tx, account, dayOf(now));
  return { token, endsAt, awaitsSecondStep: needs && !shown.hasTwoFactors };
}
