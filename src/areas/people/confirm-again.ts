import type { Context } from '../../platform/context.ts';
import { asSystem } from '../../platform/database/index.ts';
import { freshenSession } from '../../platform/http/index.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { sessionOf } from './guard.ts';
import { demand, may } from './may.ts';
import { demandAccount } from './own-account.ts';
import { provePasskey } from './passkey-prove.ts';
import type { PasskeySite } from './passkey.ts';
import { confirmPassphrase } from './signing-ways.ts';

/** What an account can show again. */
export type Proof = { readonly passphrase: string } | { readonly answer: Readonly<Record<string, unknown>> };

/** The owner shows a key again, in the session that is open: for a quarter of an hour it counts as just opened. */
export async function confirmAgain(ctx: Context, proof: Proof, site: PasskeySite): Promise<Result<null, Saying>> {
  const account = demandAccount(ctx.actor);
  demand(may.keepAccount(ctx.actor, account));
  const wrong = await whatIsWrong(ctx, account, proof, site);
  if (wrong !== null) return not(wrong);
  const session = sessionOf(ctx);
  if (session !== null) await ctx.db.write((tx) => asSystem(tx, () => freshenSession(tx, session, ctx.clock.now())));
  return ok(null);
}

async function whatIsWrong(ctx: Context, account: string, proof: Proof, site: PasskeySite): Promise<Saying | null> {
  if ('answer' in proof) {
    const shown = await provePasskey(ctx, proof.answer, site);
    if (!shown.ok) return shown.issue;
    return shown.value.account === account ? null : saying('people.passkey.failed');
  }
  return confirmPassphrase(ctx, proof.passphrase);
}
