import type { VerifiedAuthenticationResponse } from '@simplewebauthn/server';
import type { Context } from '../../platform/context.ts';
import { hashOf } from '../../platform/http/index.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { dayOf } from '../../plain/time.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { shownPasskeyForm } from './forms-passkey.ts';
import { demand, may } from './may.ts';
import { openAccountSession, type OpenedSession } from './open-session.ts';
import { domainOf, type PasskeySite } from './passkey.ts';
import { findKeys } from './store-account.ts';
import { findPasskey, noteUse, takeCeremony, type FoundPasskey } from './store-passkey.ts';
import { findRolesOf } from './store.ts';
import { asSystem } from '../../platform/database/index.ts';

interface At {
  readonly site: PasskeySite;
  readonly device: string | null;
}

/** Opens a session with what a device has answered. Waiting after wrong passphrases does not concern it. */
export async function signInByPasskey(
  ctx: Context,
  typed: Readonly<Record<string, unknown>>,
  { site, device }: At,
): Promise<Result<OpenedSession, Saying>> {
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
  return ctx.db.write(async (tx) => {
    const { keys, roles } = await asSystem(tx, async () => ({
      keys: await findKeys(tx, { id: passkey.account }),
      roles: await findRolesOf(tx, passkey.account, dayOf(now)),
    }));
    if (keys === null) return not(saying('people.passkey.unknown'));
    const isGuarded = keys.totpStep !== null || roles.some(({ kind }) => kind !== 'organisation');
    if (isGuarded && !shown.userVerified) return not(saying('people.passkey.unlock'));
    const used = { counter: shown.newCounter, isBackedUp: shown.credentialBackedUp };
    if (!(await noteUse(tx, passkey.id, used, dayOf(now)))) return not(saying('people.passkey.failed'));
    const instead = 'session' in ctx.actor ? ctx.actor.session : null;
    return ok(await openAccountSession(tx, { account: passkey.account, device, instead }, now));
  });
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
