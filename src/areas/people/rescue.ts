import type { Context } from '../../platform/context.ts';
import { readCode } from '../../plain/code-words.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { saying } from '../../plain/words.ts';
import { aliasKey, type FieldProblem } from './account.ts';
import { countTry } from './guard.ts';
import { demand, may } from './may.ts';
import { findPassphraseProblems } from './new-account.ts';
import { hashPassphrase } from './passphrase.ts';
import { RESCUE_WORDS } from './recover.ts';
import { renewWaysIn } from './rescue-renew.ts';
import { hashesOfWords } from './rescue-words.ts';
import { findByWords } from './store-rescue.ts';

/** What both ways back in ask for. */
export interface WayBack {
  readonly alias: string;
  readonly code: string;
  readonly passphrase: string;
  readonly passphraseAgain: string;
  /** The name of the site, which is no passphrase. */
  readonly site: string;
}

/** Opens an account with its printed words. They work once; the new ones are returned. */
export async function rescue(ctx: Context, back: WayBack): Promise<Result<readonly string[], readonly FieldProblem[]>> {
  demand(may.signIn(ctx.actor));
  const now = ctx.clock.now();
  const by = { aliasKey: aliasKey(back.alias), hashes: hashesOfWords(readCode(back.code, RESCUE_WORDS) ?? '') };
  const key = `rescue/${by.aliasKey}`;
  const { wait, account } = await ctx.db.write(async (tx) => {
    const found = await findByWords(tx, by);
    // Only wrong words wait: eighty bits are not guessed, and nobody else keeps the owner out by guessing.
    return { account: found, wait: found === null ? await countTry(tx, key, now) : null };
  });
  if (wait !== null) return not([{ field: 'code', told: wait }]);
  if (account === null) return not(WRONG);
  const problems = await findPassphraseProblems(back, [back.alias, back.site]);
  const passphrase = problems.length === 0 ? await hashPassphrase(back.passphrase) : null;
  return ctx.db.write(async (tx): Promise<Result<readonly string[], readonly FieldProblem[]>> => {
    if (passphrase === null) return not(problems);
    // Somebody may have used the same words, or made new ones, in between.
    if ((await findByWords(tx, by, { hold: true })) !== account) return not(WRONG);
    return ok(await renewWaysIn(tx, account, passphrase, now));
  });
}

const WRONG: readonly FieldProblem[] = [{ field: 'code', told: saying('people.recovery.words.wrong') }];
