import type { Context } from '../../platform/context.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { isId } from '../../plain/ids.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { passkeyLabelForm } from './forms-passkey.ts';
import { demand, may } from './may.ts';
import { demandAccount } from './own-account.ts';
import { LONGEST_LABEL } from './passkey.ts';
import { updateLabel } from './store-passkey.ts';

export async function renamePasskey(
  ctx: Context,
  id: string,
  typed: Readonly<Record<string, unknown>>,
): Promise<Result<null, Saying>> {
  const account = demandAccount(ctx.actor);
  demand(may.keepAccount(ctx.actor, account));
  const form = passkeyLabelForm.safeParse(typed);
  if (!form.success) return not(saying('people.passkey.label.missing', { most: LONGEST_LABEL }));
  const isThere = isId(id) && (await ctx.db.write((tx) => updateLabel(tx, account, id, form.data.label)));
  if (!isThere) throw new NotFoundError();
  return ok(null);
}
