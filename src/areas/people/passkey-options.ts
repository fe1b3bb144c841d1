import { randomBytes } from 'node:crypto';
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import type { Context } from '../../platform/context.ts';
import { hashOf, newToken } from '../../platform/http/index.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { tidy } from '../../plain/text.ts';
import type { Saying } from '../../plain/words.ts';
import { findAliasProblem } from './account.ts';
import { demand, may } from './may.ts';
import { demandAccount } from './own-account.ts';
import { ALGORITHMS, domainOf, mustUnlock, type PasskeySite, type Question } from './passkey.ts';
import { findOwnAccount } from './store-account.ts';
import { findCredentialsOf, insertCeremony } from './store-passkey.ts';
import type { CeremonyTable } from './tables.ts';

const CEREMONY_MS = 5 * 60_000;
const HANDLE_BYTES = 32;

/** Asks whatever device is there which account it opens. */
export async function askToSignIn(
  ctx: Context,
  site: PasskeySite,
): Promise<Question<PublicKeyCredentialRequestOptionsJSON>> {
  demand(may.signIn(ctx.actor));
  const { generateAuthenticationOptions } = await import('@simplewebauthn/server');
  const options = await generateAuthenticationOptions({
    rpID: domainOf(site),
    timeout: CEREMONY_MS,
    userVerification: 'preferred',
  });
  return { ceremony: await keep(ctx, { purpose: 'signIn', account: null, handle: null, ...options }), options };
}

/** Asks a device to make a key for an account that is there. */
export async function askToRegister(
  ctx: Context,
  site: PasskeySite,
): Promise<Question<PublicKeyCredentialCreationOptionsJSON>> {
  const account = demandAccount(ctx.actor);
  const { alias, known } = await ctx.db.read(async (db) => ({
    alias: (await findOwnAccount(db, account))?.alias ?? '',
    known: await findCredentialsOf(db, account),
  }));
  const handle = known[0]?.handle ?? randomBytes(HANDLE_BYTES).toString('base64url');
  const options = await creationOptions(site, {
    alias,
    handle,
    known,
    userVerification: mustUnlock(ctx.actor) ? 'required' : 'preferred',
  });
  return { ceremony: await keep(ctx, { purpose: 'register', account, handle, ...options }), options };
}

/** Asks a device to make a key for an account that will be made with it. */
export async function askToBegin(
  ctx: Context,
  site: PasskeySite,
  alias: string,
): Promise<Result<Question<PublicKeyCredentialCreationOptionsJSON>, Saying>> {
  demand(may.signIn(ctx.actor));
  // Whether somebody has this alias is for whoever holds an invitation; this question is open to everyone.
  const wrong = findAliasProblem(alias);
  if (wrong !== null) return not(wrong);
  const handle = randomBytes(HANDLE_BYTES).toString('base64url');
  // Nobody knows yet which role this account will have; a device that can ask for a PIN or a finger does.
  const options = await creationOptions(site, {
    alias: tidy(alias),
    handle,
    known: [],
    userVerification: 'preferred',
  });
  return ok({ ceremony: await keep(ctx, { purpose: 'begin', account: null, handle, ...options }), options });
}

async function creationOptions(
  site: PasskeySite,
  {
    alias,
    handle,
    known,
    userVerification,
  }: {
    readonly alias: string;
    readonly handle: string;
    readonly known: readonly { readonly id: string; readonly transports: string[] }[];
    readonly userVerification: 'required' | 'preferred';
  },
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { generateRegistrationOptions } = await import('@simplewebauthn/server');
  return generateRegistrationOptions({
    rpName: site.name,
    rpID: domainOf(site),
    userName: alias === '' ? site.name : alias,
    userDisplayName: alias,
    userID: Uint8Array.from(Buffer.from(handle, 'base64url')),
    timeout: CEREMONY_MS,
    attestationType: 'none',
    excludeCredentials: known.map(({ id, transports }) => ({ id, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification },
    supportedAlgorithmIDs: [...ALGORITHMS],
  });
}

async function keep(ctx: Context, { purpose, account, handle, challenge }: Asked): Promise<string> {
  demand(may.signIn(ctx.actor));
  const ceremony = newToken();
  const now = ctx.clock.now();
  const ends_at = new Date(now.getTime() + CEREMONY_MS);
  const row = { token_hash: hashOf(ceremony), purpose, account, handle, challenge, ends_at };
  await ctx.db.write((tx) => insertCeremony(tx, row, now));
  return ceremony;
}

type Asked = Pick<CeremonyTable, 'purpose' | 'account' | 'handle' | 'challenge'>;
