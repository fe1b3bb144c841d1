import type { Context } from '../../platform/context.ts';
import { asSystem } from '../../platform/database/index.ts';
import { endSessionsOf } from '../../platform/http/index.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import type { FieldProblem } from './account.ts';
import { confirmOwner } from './confirm-owner.ts';
import { sessionOf } from './guard.ts';
import { demand, may } from './may.ts';
import { findPassphraseProblems } from './new-account.ts';
import { openAccountSession, type OpenedSession } from './open-session.ts';
import { demandAccount } from './own-account.ts';
import { hashPassphrase } from './passphrase.ts';
import { findOwnAccount, updateAccount } from './store-account.ts';
import { findOpened, holdAccount } from './store-passkey.ts';
import { endHalfSignIns } from './store-sign-in.ts';
import { tellOwner } from './tell-owner.ts';

/** Sets a new passphrase. Every session ends, also this one: it goes on under a new token. */
export async function changePassphrase(
  ctx: Context,
  typed: {
    readonly present: string;
    readonly passphrase: string;
    readonly passphraseAgain: string;
    readonly site: string;
    readonly device: string | null;
  },
): Promise<Result<OpenedSession, readonly FieldProblem[]>> {
  const account = demandAccount(ctx.actor);
  demand(may.keepAccount(ctx.actor, account));
  const own = await ctx.db.read((db) => findOwnAccount(db, account));
  if (own === null) throw new NotFoundError();
  const problems = await findPassphraseProblems(typed, [own.alias, typed.site]);
  if (problems.length > 0) return not(problems);
  const wrong = await confirmOwner(ctx, account, typed.present);
  if (wrong !== null) return not([{ field: 'present', told: wrong }]);
  const passphrase = await hashPassphrase(typed.passphrase);
  const now = ctx.clock.now();
  return ctx.db.write(async (tx) => {
    const owner = await holdAccount(tx, account);
    if (owner === null) throw new NotFoundError();
    await updateAccount(tx, account, { passphrase });
    await endHalfSignIns(tx, account);
    const session = sessionOf(ctx);
    const before = session === null ? null : await findOpened(tx, { account, session }, now);
    await asSystem(tx, () => endSessionsOf(tx, account));
    await tellOwner(tx, owner, 'passphraseChanged', now);
    return ok(
      await openAccountSession(
        tx,
        { account, device: typed.device, instead: null, hasTwoFactors: before?.hasTwoFactors === true },
        now,
      ),
    );
  });
}
