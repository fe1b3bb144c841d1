import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * Links that open one thing without an account. A token is 36 bytes in base64url, 48 signs without padding:
 *
 * | bytes | what |
 * | --- | --- |
 * | 0–15 | the id: 16 random bytes |
 * | 16–19 | valid until: seconds since 1970-01-01T00:00:00Z, unsigned, big-endian; from that second on it is expired |
 * | 20–35 | the first 16 bytes of HMAC-SHA256, keyed with the installation's secret, over the text `geflecht/link/1`, a zero byte, the purpose in UTF-8, a zero byte, and bytes 0–19 |
 *
 * Every bit of the 48 signs is in use, so each token has one spelling. What is forged, expired or made for
 * another purpose is refused without asking the database. The row that a link is for keeps `hash` only:
 * SHA-256 (base64url) over `geflecht/link/1`, a zero byte and the id. That the link is used once is the row's business.
 */
export interface Links {
  /** @example links.make('confirm', addDays(now, 60)) */
  make(purpose: string, validUntil: Date): Link;
  /** The hash of a token that this installation made for this purpose and that is valid now; otherwise null. */
  read(purpose: string, token: string, now: Date): string | null;
}

export interface Link {
  readonly token: string;
  /** What the row keeps. */
  readonly hash: string;
}

const ID_BYTES = 16;
const SIGNED_BYTES = 20;
const SEAL_BYTES = 16;
const TOKEN = /^[A-Za-z0-9_-]{48}$/;
const VERSION = 'geflecht/link/1\0';

/** How many random bytes the secret of an installation has. */
export const SECRET_BYTES = 32;

export function linksWith(secret: Uint8Array): Links {
  if (secret.length < SECRET_BYTES) throw new Error('the secret of links is too short');
  const seal = (purpose: string, signed: Uint8Array) =>
    createHmac('sha256', secret).update(`${VERSION}${purpose}\0`).update(signed).digest().subarray(0, SEAL_BYTES);
  return {
    make(purpose, validUntil) {
      if (!/^[a-z][a-z-]*$/.test(purpose)) throw new Error('a purpose is a word in lower case');
      const signed = Buffer.alloc(SIGNED_BYTES);
      randomBytes(ID_BYTES).copy(signed);
      signed.writeUInt32BE(Math.floor(validUntil.getTime() / 1000), ID_BYTES);
      return { token: Buffer.concat([signed, seal(purpose, signed)]).toString('base64url'), hash: hashOfId(signed) };
    },
    read(purpose, token, now) {
      if (!TOKEN.test(token)) return null;
      const bytes = Buffer.from(token, 'base64url');
      const signed = bytes.subarray(0, SIGNED_BYTES);
      if (!timingSafeEqual(bytes.subarray(SIGNED_BYTES), seal(purpose, signed))) return null;
      return signed.readUInt32BE(ID_BYTES) * 1000 <= now.getTime() ? null : hashOfId(signed);
    },
  };
}

function hashOfId(signed: Uint8Array): string {
  return createHash('sha256').update(VERSION).update(signed.subarray(0, ID_BYTES)).digest('base64url');
}
