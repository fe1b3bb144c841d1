import type { PasskeyProof } from './signature.ts';

/** How the account of whoever is here can show that it signs itself. */
export interface SigningWays {
  readonly hasPassphrase: boolean;
  /** base64url; the key in COSE. */
  readonly passkeys: readonly { readonly credential: string; readonly publicKey: string }[];
}

/** What a browser gives back when a device has signed. */
export interface DeviceAnswer {
  readonly id: string;
  readonly response: {
    readonly clientDataJSON: string;
    readonly authenticatorData: string;
    readonly signature: string;
  };
}

/** The proof of a device, if the key is one of those of the account that signs; whether it holds is another question. */
export function proofOf(
  { id, response: { clientDataJSON, authenticatorData, signature } }: DeviceAnswer,
  origin: string,
  passkeys: SigningWays['passkeys'],
): PasskeyProof | null {
  const key = passkeys.find(({ credential }) => credential === id);
  if (key === undefined) return null;
  return { kind: 'passkey', origin, ...key, clientDataJSON, authenticatorData, signature };
}
