import { note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import { sealWords } from '../../platform/secret/index.ts';
import { readCode } from '../../plain/code-words.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { dayOf } from '../../plain/time.ts';
import { saying } from '../../plain/words.ts';
import { aliasKey, type FieldProblem } from './account.ts';
import { countTry } from './guard.ts';
import { demand, may } from './may.ts';
import { findPassphraseProblems } from './new-account.ts';
import { hashPassphrase } from './passphrase.ts';
import { CODE_WORDS, isAgreed } from './recover.ts';
import { renewWaysIn } from './rescue-renew.ts';
import type { WayBack } from './rescue.ts';
import { holdAccount } from './store-passkey.ts';
import { findByCode, findVoices, type Coded } from './store-rescue.ts';

const HOUR_MS = 3_600_000;

type Problems = readonly FieldProblem[];

/** Opens an account after two yeses and a day of waiting, with the code that the asker kept. Returns new recovery words. */
export async function finishRecovery(ctx: Context, back: WayBack): Promise<Result<readonly string[], Problems>> {
  demand(may.signIn(ctx.actor));
  const now = ctx.clock.now();
  const by = { aliasKey: aliasKey(back.alias), codeHash: sealWords('recovery', readCode(back.code, CODE_WORDS) ?? '') };
  const key = `recover/${by.aliasKey}`;
  const { wait, coded } = await ctx.db.write(async (tx) => {
    const found = await findByCode(tx, by, now);
    // Only a wrong code waits: nobody else keeps the asker out by guessing.
    return { coded: found, wait: found === null ? await countTry(tx, key, now) : null };
  });
  if (wait !== null) return not([{ field: 'code', told: wait }]);
  const notYet = whyNotYet(coded, now);
  const problems = notYet ?? (await findPassphraseProblems(back, [back.alias, back.site]));
  const passphrase = problems.length === 0 ? await hashPassphrase(back.passphrase) : null;
  return ctx.db.write(async (tx): Promise<Result<readonly string[], Problems>> => {
    if (passphrase === null) return not(problems);
    const found = await findByCode(tx, by, now);
    if (found === null || found.opensAt === null) return not(WRONG);
    await holdAccount(tx, found.account);
    // Whoever agreed has to stand where they stood, and the asker too: roles end on days of their own.
    if (!isAgreed(await findVoices(tx, found.id, dayOf(now)))) return not(told('people.recovery.finish.left'));
    const words = await renewWaysIn(tx, found.account, passphrase, now);
    if (found.organisation !== null)
      await note(tx, found.organisation, { at: now, act: 'recovery.used', byRole: 'link', about: 'role' });
    return ok(words);
  });
}

function whyNotYet(coded: Coded | null, now: Date): Problems | null {
  if (coded === null) return WRONG;
  if (coded.opensAt === null) return told('people.recovery.finish.waiting');
  if (coded.opensAt.getTime() <= now.getTime()) return null;
  const hours = Math.ceil((coded.opensAt.getTime() - now.getTime()) / HOUR_MS);
  return [{ field: 'code', told: saying('people.recovery.finish.notYet', { hours }) }];
}

function told(key: string): Problems {
  return [{ field: 'code', told: saying(key) }];
}

const WRONG: Problems = [{ field: 'code', told: saying('people.recovery.finish.wrong') }];
