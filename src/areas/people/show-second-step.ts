import type { ReadContext } from '../../platform/context.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { secretAddress } from './second-step.ts';
import { findKeys, findOwnAccount } from './store-account.ts';
import { findPasskeysOf } from './store-passkey.ts';

/**
 * `none`: without a passphrase there is no code either; `prepared`: an app may take the secret; once it has shown a
 * code, nobody sees the secret again.
 */
export type ShownSecondStep = { readonly hasPasskey: boolean } & (
  | { readonly app: 'none' | 'off' | 'on' }
  | { readonly app: 'prepared'; readonly secret: string; readonly address: string }
);

/** How the second step of an account stands. */
export async function showSecondStep(ctx: ReadContext, account: string, site: string): Promise<ShownSecondStep> {
  return ctx.db.read(async (db) => {
    const own = await findOwnAccount(db, account);
    const keys = own === null ? null : await findKeys(db, { id: own.id });
    if (own === null || keys === null) throw new NotFoundError();
    const hasPasskey = (await findPasskeysOf(db, account)).length > 0;
    if (keys.passphrase === null) return { app: 'none', hasPasskey };
    if (keys.totpStep !== null) return { app: 'on', hasPasskey };
    if (keys.totpSecret === null) return { app: 'off', hasPasskey };
    const address = secretAddress(keys.totpSecret, { site, alias: own.alias });
    return { app: 'prepared', hasPasskey, secret: keys.totpSecret.replace(/(.{4})(?=.)/g, '$1 '), address };
  });
}
