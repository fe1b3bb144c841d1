import type { Context } from '../../platform/context.ts';
import type { Reader } from '../../platform/database/index.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { confirmOwner } from './confirm-owner.ts';
import { demand, may } from './may.ts';
import { demandAccount } from './own-account.ts';
import { findOwnAccount } from './store-account.ts';
import { findSigningKeys } from './store-passkey.ts';

/** How an account can show that it is its owner who signs. */
export interface SigningWays {
  readonly hasPassphrase: boolean;
  /** base64url; the key in COSE. */
  readonly passkeys: readonly { readonly credential: string; readonly publicKey: string }[];
}

export async function findSigningWays(db: Reader, account: string): Promise<SigningWays> {
  return {
    hasPassphrase: (await findOwnAccount(db, account))?.hasPassphrase === true,
    passkeys: await findSigningKeys(db, account),
  };
}

/** Null when this is the passphrase of whoever is here; otherwise what is wrong, also when there are too many tries. */
export async function confirmPassphrase(ctx: Context, passphrase: string): Promise<Saying | null> {
  const account = demandAccount(ctx.actor);
  demand(may.keepAccount(ctx.actor, account));
  const own = await ctx.db.read((db) => findOwnAccount(db, account));
  return own?.hasPassphrase === true ? confirmOwner(ctx, account, passphrase) : saying('people.passphrase.wrong');
}
