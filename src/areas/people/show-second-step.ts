import type { ReadContext } from '../../platform/context.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { secretAddress } from './second-step.ts';
import { findKeys, findOwnAccount } from './store-account.ts';

/** `prepared`: an app may take the secret; once it has shown a code, nobody sees the secret again. */
export type ShownSecondStep =
  | { readonly kind: 'off' }
  | { readonly kind: 'on' }
  | { readonly kind: 'prepared'; readonly secret: string; readonly address: string };

/** How the second step stands; not there for an account that has no passphrase. */
export async function showSecondStep(ctx: ReadContext, account: string, site: string): Promise<ShownSecondStep> {
  return ctx.db.read(async (db) => {
    const own = await findOwnAccount(db, account);
    const keys = own === null ? null : await findKeys(db, { id: own.id });
    if (own === null || keys === null || keys.passphrase === null) throw new NotFoundError();
    if (keys.totpStep !== null) return { kind: 'on' };
    if (keys.totpSecret === null) return { kind: 'off' };
    const address = secretAddress(keys.totpSecret, { site, alias: own.alias });
    return { kind: 'prepared', secret: keys.totpSecret.replace(/(.{4})(?=.)/g, '$1 '), address };
  });
}
