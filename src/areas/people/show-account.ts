import type { ReadContext } from '../../platform/context.ts';
import { asSystem } from '../../platform/database/index.ts';
import { findSessionsOf, type OwnSession } from '../../platform/http/index.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { dayOf } from '../../plain/time.ts';
import { looksLikePerson } from '../claims/index.ts';
import { findOwnAccount, type OwnAccount } from './store-account.ts';
import { findRolesOf, type RoleKind } from './store.ts';

/** Everything that the page of an account shows its owner. */
export interface ShownAccount {
  readonly own: OwnAccount;
  /** A name that may be somebody's real one: the page advises another, and leaves the choice. */
  readonly soundsReal: boolean;
  readonly roles: readonly { readonly kind: RoleKind; readonly organisation: string | null }[];
  readonly sessions: readonly OwnSession[];
}

export async function showAccount(ctx: ReadContext, account: string): Promise<ShownAccount> {
  const now = ctx.clock.now();
  return ctx.db.read(async (db) => {
    const own = await findOwnAccount(db, account);
    if (own === null) throw new NotFoundError();
    return {
      own,
      soundsReal: looksLikePerson(own.alias),
      roles: await findRolesOf(db, account, dayOf(now)),
      sessions: await asSystem(db, () => findSessionsOf(db, account, now)),
    };
  });
}
