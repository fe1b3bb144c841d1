import type { VerifiedAuthenticationResponse } from '@simplewebauthn/server';
import type { Context } from '../../platform/context.ts';
import { asSystem, type Transaction } from '../../platform/database/index.ts';
import { hashOf } from '../../platform/http/index.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { dayOf } from '../../plain/time.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { shownPasskeyForm } from './forms-passkey.ts';
import { demand, may } from './may.ts';
import { domainOf, type PasskeySite } from './passkey.ts';
import { needsSecondStep } from './role.ts';
import { findKeys } from './store-account.ts';
import { findPasskey, noteUse, takeCeremony, type FoundPasskey } from './store-passkey.ts';
import { findRolesOf } from './store.ts';

/** Whose key a device has shown, and whether it asked for a PIN, a finger or a face. */
export interface Proven {
  readonly account: string;
  readonly isUnlocked: boolean;
}

/** Looks at what a device has answered. The question behind it, and this use of the key, are used up. */
export async function provePasskey(
  ctx: Context,
  typed: Readonly<Record<string, unknown>>,
  site: PasskeySite,
): Promise<Result<Proven, Saying>> {
  demand(may.signIn(ctx.actor));
  const form = shownPasskeyForm.safeParse(typed);
  if (!form.success) return not(saying('people.passkey.failed'));
  const { passkeyCeremony, passkeyAnswer } = form.data;
  const now = ctx.clock.now();
  const { ceremony, passkey } = await ctx.db.write(async (tx) => ({
    ceremony: await takeCeremony(tx, hashOf(passkeyCeremony), 'signIn', now),
    passkey: await findPasskey(tx, passkeyAnswer.id),
  }));
  if (ceremony === null) return not(saying('people.passkey.late'));
  if (passkey === null) return not(saying('people.passkey.unknown'));
  const { userHandle } = passkeyAnswer.response;
  const shown = await verify(passkeyAnswer, ceremony.challenge, passkey, site);
  if (shown === null || (userHandle !== undefined && userHandle !== passkey.handle))
    return not(saying('people.passkey.failed'));
  return ctx.db.write((tx) => take(tx, passkey, shown, now));
}

async function take(
  tx: Transaction,
  { id, account }: FoundPasskey,
  shown: VerifiedAuthenticationResponse['authenticationInfo'],
  now: Date,
): Promise<Result<Proven, Saying>> {
  const { keys, roles } = await asSystem(tx, async () => ({
    keys: await findKeys(tx, { id: account }),
    roles: await findRolesOf(tx, account, dayOf(now)),
  }));
  if (keys === null) return not(saying('people.passkey.unknown'));
  const isGuarded = keys.totpStep !== null || needsSecondStep(keys, roles);
  if (isGuarded && !shown.userVerified) return not(saying('people.passkey.unlock'));
  const used = { counter: shown.newCounter, isBackedUp: shown.credentialBackedUp };
  if (!(await noteUse(tx, id, used, dayOf(now)))) return not(saying('people.passkey.failed'));
  return ok({ account, isUnlocked: shown.userVerified });
}

async function verify(
  answer: ReturnType<typeof shownPasskeyForm.parse>['passkeyAnswer'],
  expectedChallenge: string,
  { credential, publicKey, counter }: FoundPasskey,
  site: PasskeySite,
): Promise<VerifiedAuthenticationResponse['authenticationInfo'] | null> {
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...answer, clientExtensionResults: {} },
      expectedChallenge,
      expectedOrigin: site.origin,
      expectedRPID: domainOf(site),
      credential: { id: credential, publicKey: Uint8Array.from(Buffer.from(publicKey, 'base64url')), counter },
      requireUserVerification: false,
    });
    return verified ? authenticationInfo : null;
  } catch {
    // The library throws for every answer that does not hold: forged, of another site, a counter that went back.
    return null;
  }
}
