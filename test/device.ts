import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** A device with one passkey, as far as a server can tell. Used by the tests beside. */
export interface TryDevice {
  /** COSE key, base64url. */
  readonly publicKey: string;
  make(challenge: string, wish?: Wish): string;
  show(challenge: string, wish?: Wish): string;
}

interface Wish {
  readonly counter?: number;
  /** Whether it asked for a PIN or a finger. */
  readonly isUnlocked?: boolean;
  readonly handle?: string;
  readonly origin?: string;
}

const PRESENT = 0x01;
const UNLOCKED = 0x04;
const HAS_KEY = 0x40;

export function tryDevice(site: string): TryDevice {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(16);
  const data = ({ counter = 0, isUnlocked = true }: Wish, key: Buffer | null): Buffer => {
    const head = Buffer.alloc(5);
    head.writeUInt8(PRESENT | (isUnlocked ? UNLOCKED : 0) | (key === null ? 0 : HAS_KEY));
    head.writeUInt32BE(counter, 1);
    const domain = createHash('sha256').update(new URL(site).hostname).digest();
    return Buffer.concat([domain, head, ...(key === null ? [] : [Buffer.alloc(16), Buffer.from([0, 16]), id, key])]);
  };
  const told = (type: string, challenge: string, origin = site) =>
    Buffer.from(JSON.stringify({ type, challenge, origin }));
  const answer = (response: Readonly<Record<string, unknown>>) =>
    JSON.stringify({ id: id.toString('base64url'), rawId: id.toString('base64url'), type: 'public-key', response });
  return {
    publicKey: coseOf(publicKey).toString('base64url'),
    make: (challenge, wish = {}) =>
      answer({
        clientDataJSON: told('webauthn.create', challenge, wish.origin).toString('base64url'),
        attestationObject: attestation(data(wish, coseOf(publicKey))).toString('base64url'),
        transports: ['internal'],
      }),
    show: (challenge, wish = {}) => {
      const client = told('webauthn.get', challenge, wish.origin);
      const authenticatorData = data(wish, null);
      const signed = Buffer.concat([authenticatorData, createHash('sha256').update(client).digest()]);
      return answer({
        clientDataJSON: client.toString('base64url'),
        authenticatorData: authenticatorData.toString('base64url'),
        signature: sign('sha256', signed, privateKey).toString('base64url'),
        ...(wish.handle === undefined ? {} : { userHandle: wish.handle }),
      });
    },
  };
}

/** CBOR: `{ fmt: 'none', attStmt: {}, authData }`. */
function attestation(authData: Buffer): Buffer {
  const text = (word: string) => Buffer.concat([Buffer.from([0x60 + word.length]), Buffer.from(word)]);
  return Buffer.concat([
    Buffer.from([0xa3]),
    text('fmt'),
    text('none'),
    text('attStmt'),
    Buffer.from([0xa0]),
    text('authData'),
    Buffer.from([0x58, authData.length]),
    authData,
  ]);
}

/** COSE: an ES256 key. */
function coseOf(key: KeyObject): Buffer {
  const { x, y } = key.export({ format: 'jwk' });
  const part = (coordinate: string | undefined) => Buffer.from(coordinate ?? '', 'base64url');
  const head = Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01]);
  return Buffer.concat([head, Buffer.from([0x21, 0x58, 32]), part(x), Buffer.from([0x22, 0x58, 32]), part(y)]);
}
