import type { Context } from '../../platform/context.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { tidy } from '../../plain/text.ts';
import { saying } from '../../plain/words.ts';
import { aliasKey, findAliasProblem, type FieldProblem } from './account.ts';
import { isMailAddress } from './forms.ts';
import { demand, may } from './may.ts';
import { demandAccount, demandFresh } from './own-account.ts';
import { updateAccount } from './store-account.ts';
import { holdAccount } from './store-passkey.ts';
import { tellOwner } from './tell-owner.ts';

/** Changes alias, language and mail address of one's own account. An address that goes is told so. */
export async function changeDetails(
  ctx: Context,
  { alias, language, mail }: { readonly alias: string; readonly language: string; readonly mail: string },
): Promise<Result<null, readonly FieldProblem[]>> {
  const account = demandAccount(ctx.actor);
  demand(may.keepAccount(ctx.actor, account));
  const wrong = findAliasProblem(alias);
  const problems: FieldProblem[] = wrong === null ? [] : [{ field: 'alias', told: wrong }];
  const address = mail.trim() === '' ? null : mail.trim();
  if (address !== null && !isMailAddress(address))
    problems.push({ field: 'mail', told: saying('people.account.mail.wrong') });
  if (problems.length > 0) return not(problems);
  const now = ctx.clock.now();
  return ctx.db.write(async (tx): Promise<Result<null, readonly FieldProblem[]>> => {
    const owner = await holdAccount(tx, account);
    // News about the account go to this address.
    if (owner !== null && owner.mail !== address) await demandFresh(tx, ctx.actor, now);
    const details = { alias: tidy(alias), alias_key: aliasKey(alias), language, mail: address };
    if (!(await updateAccount(tx, account, details)))
      return not([{ field: 'alias', told: saying('people.account.alias.taken') }]);
    if (owner !== null && owner.mail !== address) await tellOwner(tx, owner, 'mailChanged', now);
    return ok(null);
  });
}
