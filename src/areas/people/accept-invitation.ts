import type { Context } from '../../platform/context.ts';
import type { Reader, Transaction } from '../../platform/database/index.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { accountOf } from '../../plain/actor.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { dayOf, type Day } from '../../plain/time.ts';
import { saying, type Saying } from '../../plain/words.ts';
import type { NewAccount } from './account.ts';
import { appoint } from './appoint.ts';
import { createAccount } from './create-account.ts';
import { sessionOf } from './guard.ts';
import { carryOut } from './hand-over-carry-out.ts';
import { demand, may } from './may.ts';
import { openAccountSession, type OpenedSession } from './open-session.ts';
import type { NewPasskey } from './passkey.ts';
import { keepPasskey } from './passkey-register.ts';
import { placeAmong, type Role, type RoleRef } from './role.ts';
import { findAnyHandOver, setConfirmed } from './store-hand-over.ts';
import { findInvitation, hashOfKey, spendInvitation, type Invitation } from './store-invitation.ts';
import { findStanding, holdRoleById } from './store-role.ts';

/** With the account at hand, or with one made here. */
export type Who = { readonly device: string | null } & (
  | { readonly mine: true }
  | { readonly newAccount: NewAccount; readonly passkey: NewPasskey | null }
);

export interface Accepted {
  readonly role: RoleRef;
  readonly session: OpenedSession;
  /** The day from which the role is held, where it is handed over later. */
  readonly from: Day | null;
}

/**
 * Accepts an invitation by its key (what the link carries, or the words as `readInvitationCode` gives them): the role,
 * the account where it is new, and a session with the new rights, all or nothing. Of two at once one gets it.
 */
export async function acceptInvitation(ctx: Context, key: string, who: Who): Promise<Result<Accepted, Saying>> {
  const now = ctx.clock.now();
  const hash = hashOfKey(key);
  const seen = await ctx.db.read((db) => findInvitation(db, hash, now));
  if (seen === null) return not(saying('people.invite.gone'));
  demand(may.accept(ctx.actor, await ctx.db.read((db) => standing(db, ctx, seen))));
  return ctx.db.write(async (tx): Promise<Result<Accepted, Saying>> => {
    const role = await holdRoleById(tx, seen.role.id);
    const invitation = await findInvitation(tx, hash, now);
    if (role === null || invitation === null || !(await spendInvitation(tx, invitation.id)))
      return not(saying('people.invite.gone'));
    demand(may.accept(ctx.actor, await standing(tx, ctx, invitation)));
    const account = await accountFor(tx, ctx, who);
    const from = await give(tx, { role, invitation, account }, now);
    const instead = sessionOf(ctx);
    const goesOn = 'mine' in who;
    const hasTwoFactors = !goesOn && who.passkey?.isUnlocked === true;
    const opened = { account, device: who.device, instead, goesOn, hasTwoFactors };
    const session = await openAccountSession(tx, opened, now);
    return ok({ role, session, from });
  });
}

async function standing(db: Reader, { actor, clock }: Context, { role, place, by }: Invitation) {
  const terms = await findStanding(db, role, dayOf(clock.now()));
  return { role, place, by, mine: placeAmong(terms, actor) };
}

async function accountFor(tx: Transaction, { actor, clock }: Context, who: Who): Promise<string> {
  if ('mine' in who) {
    const account = accountOf(actor);
    if (account === null) throw new NotFoundError();
    return account;
  }
  const account = await createAccount(tx, who.newAccount, clock.now());
  if (who.passkey !== null) await keepPasskey(tx, account, who.passkey, clock.now());
  return account;
}

async function give(
  tx: Transaction,
  { role, invitation, account }: { readonly role: Role; readonly invitation: Invitation; readonly account: string },
  now: Date,
): Promise<Day | null> {
  const today = dayOf(now);
  if (invitation.handOver === null) {
    const { place, until, by } = invitation;
    await appoint(tx, { ...role, place, account, from: today, until }, now, by);
    return null;
  }
  await setConfirmed(tx, invitation.handOver, account, today);
  const handOver = await findAnyHandOver(tx, role.id);
  if (handOver === null) throw new NotFoundError();
  if (handOver.day > today) return handOver.day;
  await carryOut(tx, role, handOver, now);
  return null;
}
