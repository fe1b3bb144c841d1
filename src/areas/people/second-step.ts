import { Secret, TOTP } from 'otpauth';

const PERIOD = 30;
/** RFC 4226: a secret of 160 bits. */
const SECRET_BYTES = 20;
/** Clocks of telephones may go wrong by half a minute. */
const WINDOW = 1;

/** A new secret in Base32. */
export function newSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** The time step for which this is the code, or null. Blanks inside are forgiven. */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const delta = totp(secret).validate({ token, timestamp: now.getTime(), window: WINDOW });
  return delta === null ? null : TOTP.counter({ period: PERIOD, timestamp: now.getTime() }) + delta;
}

/** The latest time step whose code is good now. */
export function lastStepAt(now: Date): number {
  return TOTP.counter({ period: PERIOD, timestamp: now.getTime() }) + WINDOW;
}

/** What the QR code says to an app: for which site and which account the secret is. */
export function secretAddress(
  secret: string,
  { site, alias }: { readonly site: string; readonly alias: string },
): string {
  return totp(secret, { issuer: site, label: alias }).toString();
}

function totp(secret: string, shown: { readonly issuer?: string; readonly label?: string } = {}): TOTP {
  return new TOTP({ ...shown, secret: Secret.fromBase32(secret), period: PERIOD, digits: 6, algorithm: 'SHA1' });
}
