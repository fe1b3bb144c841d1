import type { Day } from '../../plain/time.ts';
import { partnersOf, type AgreementText } from './text.ts';

/** What a device has answered to the question "is it this version": all that is needed to check it for ever. */
export interface PasskeyProof {
  readonly kind: 'passkey';
  /** `https://netz.example.org`: the site the key belongs to. */
  readonly origin: string;
  readonly credential: string;
  /** COSE key, base64url. */
  readonly publicKey: string;
  readonly clientDataJSON: string;
  readonly authenticatorData: string;
  readonly signature: string;
}

/** How somebody signed. Only a passkey can be checked by others; the rest is recorded as what it is. */
export type Proof = PasskeyProof | { readonly kind: 'passphrase' } | { readonly kind: 'paper' };

/** An organisation says yes to one version. Who held its role then is not kept. */
export interface Signature {
  /** The hash of the version. */
  readonly version: string;
  readonly partner: string;
  readonly day: Day;
  readonly proof: Proof;
}

/**
 * The question that a device signs: the hash of the version, as 32 bytes in base64url.
 * What the device gives back therefore speaks of this version and of no other.
 */
export function challengeOf(version: string): string {
  return Buffer.from(version, 'hex').toString('base64url');
}

/** Whether all partners of a text have signed it. */
export function isSignedByAll(text: AgreementText, version: string, signatures: readonly Signature[]): boolean {
  const signed = new Set(signatures.filter((one) => one.version === version).map(({ partner }) => partner));
  return partnersOf(text).every((partner) => signed.has(partner));
}

/** Whether a device has really signed this version, with the key that stands beside it. Throws nothing. */
export async function isGenuine({
  version,
  proof,
}: {
  readonly version: string;
  readonly proof: PasskeyProof;
}): Promise<boolean> {
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
  const { credential: id, origin, publicKey, clientDataJSON, authenticatorData, signature } = proof;
  try {
    const { verified } = await verifyAuthenticationResponse({
      response: {
        id,
        rawId: id,
        type: 'public-key',
        response: { clientDataJSON, authenticatorData, signature },
        clientExtensionResults: {},
      },
      expectedChallenge: challengeOf(version),
      expectedOrigin: origin,
      expectedRPID: new URL(origin).hostname,
      // The counter belongs to signing in; a signature is looked at any number of times.
      credential: { id, publicKey: Uint8Array.from(Buffer.from(publicKey, 'base64url')), counter: 0 },
      requireUserVerification: true,
    });
    return verified;
  } catch {
    // The library throws for every answer that does not hold.
    return false;
  }
}
