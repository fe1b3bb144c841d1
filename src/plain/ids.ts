import { createHash, randomBytes } from 'node:crypto';

/** The milliseconds of the last new id, and how many there were in them. */
let last = { ms: 0, count: 0 };

/**
 * A new UUID of version 7 (RFC 9562 §5.7, counter of §6.2 method 1): 48 bits of milliseconds,
 * 26 bits of counter, 48 bits of chance. Each id of a process sorts after the one before,
 * also within a millisecond, so that rows written together lie together in an index.
 */
export function newId(at: Date): string {
  const ms = at.getTime();
  last = ms === last.ms && last.count < 0x3ff_ffff ? { ms, count: last.count + 1 } : { ms, count: 0 };
  const bytes = randomBytes(16);
  bytes.writeUIntBE(ms, 0, 6);
  bytes.writeUInt16BE(0x7000 | (last.count >>> 14), 6);
  bytes.writeUInt16BE(0x8000 | (last.count & 0x3fff), 8);
  return spell(bytes);
}

/** A UUID that is always the same for the same text (version 8, RFC 9562 §5.8, from SHA-256). */
export function idFor(text: string): string {
  const bytes = createHash('sha256').update(text).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return spell(bytes);
}

export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

function spell(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
