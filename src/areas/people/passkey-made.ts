import type { VerifiedRegistrationResponse } from '@simplewebauthn/server';
import type { Context } from '../../platform/context.ts';
import { hashOf } from '../../platform/http/index.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { madePasskeyForm } from './forms-passkey.ts';
import { demand, may } from './may.ts';
import { ALGORITHMS, domainOf, LONGEST_LABEL, mustUnlock, type NewPasskey, type PasskeySite } from './passkey.ts';
import { takeCeremony } from './store-passkey.ts';

/** Whether a form comes with a key that a device has made: then it needs no passphrase. */
export function bringsPasskey(typed: Readonly<Record<string, unknown>>): boolean {
  return typeof typed['passkeyAnswer'] === 'string' && typed['passkeyAnswer'] !== '';
}

/**
 * Reads the key that a device has made for an account to come, before the transaction that makes the account
 * and keeps it (`keepPasskey`). The question behind it is used up, whatever comes of it.
 */
export function readNewPasskey(
  ctx: Context,
  typed: Readonly<Record<string, unknown>>,
  { site, device }: { readonly site: PasskeySite; readonly device: string | null },
): Promise<Result<NewPasskey, Saying>> {
  return readMade(ctx, typed, { site, account: null, label: device ?? '' });
}

/** The same for an account that is there (`account`) or to come (null). */
export async function readMade(
  ctx: Context,
  typed: Readonly<Record<string, unknown>>,
  { site, account, label }: { readonly site: PasskeySite; readonly account: string | null; readonly label: string },
): Promise<Result<NewPasskey, Saying>> {
  demand(may.signIn(ctx.actor));
  const form = madePasskeyForm.safeParse(typed);
  if (!form.success) return not(saying('people.passkey.failed'));
  const { passkeyCeremony, passkeyAnswer } = form.data;
  const purpose = account === null ? 'begin' : 'register';
  const ceremony = await ctx.db.write((tx) => takeCeremony(tx, hashOf(passkeyCeremony), purpose, ctx.clock.now()));
  if (ceremony === null || ceremony.account !== account) return not(saying('people.passkey.late'));
  const verified = await verify(passkeyAnswer, ceremony.challenge, site, mustUnlock(ctx.actor));
  if (verified === null) return not(saying('people.passkey.failed'));
  const { credential, credentialBackedUp, userVerified } = verified;
  return ok({
    credential: credential.id,
    publicKey: Buffer.from(credential.publicKey).toString('base64url'),
    handle: ceremony.handle ?? '',
    counter: credential.counter,
    transports: passkeyAnswer.response.transports ?? [],
    isBackedUp: credentialBackedUp,
    label: label.slice(0, LONGEST_LABEL),
    isUnlocked: userVerified,
  });
}

async function verify(
  answer: ReturnType<typeof madePasskeyForm.parse>['passkeyAnswer'],
  expectedChallenge: string,
  site: PasskeySite,
  requireUserVerification: boolean,
): Promise<NonNullable<VerifiedRegistrationResponse['registrationInfo']> | null> {
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: { ...answer, clientExtensionResults: {} },
      expectedChallenge,
      expectedOrigin: site.origin,
      expectedRPID: domainOf(site),
      requireUserVerification,
      supportedAlgorithmIDs: [...ALGORITHMS],
    });
    return registrationInfo ?? null;
  } catch {
    // The library throws for every answer that does not hold: forged, of another site, without a PIN.
    return null;
  }
}
