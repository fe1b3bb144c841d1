import { setTimeout } from 'node:timers/promises';
import { note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import type { Saying } from '../../plain/words.ts';
import { countTry } from './guard.ts';
import { sealWords } from '../../platform/secret/index.ts';
import { newCode } from '../../plain/code-words.ts';
import { newId } from '../../plain/ids.ts';
import { dayOf } from '../../plain/time.ts';
import { aliasKey } from './account.ts';
import { demand, may } from './may.ts';
import { CODE_WORDS, endOfAsking, MARK_WORDS } from './recover.ts';
import { holdAccount } from './store-passkey.ts';
import { findAsker, insertRecovery } from './store-rescue.ts';
import { tellOwner } from './tell-owner.ts';

/** Every answer takes at least so long, so that the time tells nothing about the alias. */
const LEAST_MS = 300;

export interface RecoveryAsked {
  /** For the asker alone. */
  readonly code: readonly string[];
  /** For the asker to tell a colleague. */
  readonly mark: readonly string[];
}

/** Asks the colleagues for a new way in. Whoever has no account or no role gets the same answer, which opens nothing. Asked for too often, it says how long to wait. */
export async function askForRecovery(
  ctx: Context,
  { alias }: { readonly alias: string },
  leastMs = LEAST_MS,
): Promise<Result<RecoveryAsked, Saying>> {
  demand(may.signIn(ctx.actor));
  const answered = setTimeout(leastMs);
  const [code, mark] = [newCode(CODE_WORDS), newCode(MARK_WORDS)];
  const now = ctx.clock.now();
  const wait = await ctx.db.write(async (tx): Promise<Saying | null> => {
    // Slower and slower, so that all requests of their week fit side by side and none makes room for another.
    const slow = await countTry(tx, `recoveryAsk/${aliasKey(alias)}`, now);
    if (slow !== null) return slow;
    const asker = await findAsker(tx, aliasKey(alias), dayOf(now));
    if (asker === null) return null;
    await holdAccount(tx, asker.account);
    const former = await insertRecovery(tx, {
      id: newId(now),
      account: asker.account,
      role: asker.role,
      code_hash: sealWords('recovery', code.join(' ')),
      mark: mark.join(' '),
      asked_at: now,
      opens_at: null,
      ends_at: endOfAsking(now),
    });
    // A stranger can ask as often as the button allows; the organisation and the mailbox hear it once.
    if (former > 0) return null;
    await tellOwner(tx, asker, 'recoveryAsked', now);
    if (asker.organisation !== null)
      await note(tx, asker.organisation, { at: now, act: 'recovery.asked', byRole: 'link', about: 'role' });
    return null;
  });
  await answered;
  return wait === null ? ok({ code, mark }) : not(wait);
}
