import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { hashOf } from '../../platform/http/index.ts';
import { sealWords } from '../../platform/secret/index.ts';
import { newCode } from '../../plain/code-words.ts';
import { demand, may } from './may.ts';
import { demandAccount, demandFresh } from './own-account.ts';
import { RESCUE_WORDS } from './recover.ts';
import { updateAccount } from './store-account.ts';
import { holdAccount } from './store-passkey.ts';
import { tellOwner } from './tell-owner.ts';

/** New recovery words to print; the former ones open nothing from now on. */
export async function renewRescueWords(ctx: Context): Promise<readonly string[]> {
  const account = demandAccount(ctx.actor);
  demand(may.keepAccount(ctx.actor, account));
  const now = ctx.clock.now();
  return ctx.db.write(async (tx) => {
    await demandFresh(tx, ctx.actor, now);
    const owner = await holdAccount(tx, account);
    await tellOwner(tx, owner, 'wordsRenewed', now);
    return putRescueWords(tx, account);
  });
}

/** New words of an account, in the transaction of a verb that has asked its policy. Kept is their seal. */
export async function putRescueWords(tx: Transaction, account: string): Promise<readonly string[]> {
  const words = newCode(RESCUE_WORDS);
  await updateAccount(tx, account, { recovery_hash: sealWords('rescue', words.join(' ')) });
  return words;
}

/** How words may be kept: sealed, or, where they were printed before there was a seal, as a plain hash. */
export function hashesOfWords(words: string): readonly string[] {
  return [sealWords('rescue', words), hashOf(words)];
}
