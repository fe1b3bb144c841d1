import { setTimeout } from 'node:timers/promises';
import { note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import { hashOf } from '../../platform/http/index.ts';
import { newCode } from '../../plain/code-words.ts';
import { newId } from '../../plain/ids.ts';
import { dayOf } from '../../plain/time.ts';
import { aliasKey } from './account.ts';
import { demand, may } from './may.ts';
import { CODE_WORDS, endOfAsking, MARK_WORDS, MOST_RUNNING } from './recover.ts';
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

/** Asks the colleagues for a new way in. Whoever has no account or no role gets the same answer, which opens nothing. */
export async function askForRecovery(
  ctx: Context,
  { alias }: { readonly alias: string },
  leastMs = LEAST_MS,
): Promise<RecoveryAsked> {
  demand(may.signIn(ctx.actor));
  const answered = setTimeout(leastMs);
  const [code, mark] = [newCode(CODE_WORDS), newCode(MARK_WORDS)];
  const now = ctx.clock.now();
  await ctx.db.write(async (tx) => {
    const asker = await findAsker(tx, aliasKey(alias), dayOf(now));
    if (asker === null) return;
    await holdAccount(tx, asker.account);
    const former = await insertRecovery(
      tx,
      {
        id: newId(now),
        account: asker.account,
        role: asker.role,
        code_hash: hashOf(code.join(' ')),
        mark: mark.join(' '),
        asked_at: now,
        opens_at: null,
        ends_at: endOfAsking(now),
      },
      MOST_RUNNING,
    );
    // A stranger can ask as often as the button allows; the organisation and the mailbox hear it once.
    if (former > 0) return;
    await tellOwner(tx, asker, 'recoveryAsked', now);
    if (asker.organisation !== null)
      await note(tx, asker.organisation, { at: now, act: 'recovery.asked', byRole: 'link', about: 'role' });
  });
  await answered;
  return { code, mark };
}
