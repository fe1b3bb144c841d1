import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { ConflictError } from '../../platform/errors.ts';
import { saying } from '../../plain/words.ts';
import { turns } from '../../plain/turns.ts';

export const SHORTEST = 15;
export const LONGEST = 200;

/** OWASP, Password Storage Cheat Sheet: 19 MiB, two passes, one lane. */
const NOW: Cost = { memory: 19_456, passes: 2, parallelism: 1 };

interface Cost {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

const SALT_BYTES = 16;
const TAG_BYTES = 32;

/** Each hash takes 19 MiB: only two at once, whoever comes. */
const inTurn = turns({ once: 2, most: 100 }, () => new ConflictError(saying('people.signIn.busy')));

const derive = promisify(argon2);

/** Signs as people count them, after the spelling was made one. */
export function lengthOf(passphrase: string): number {
  return [...normal(passphrase)].length;
}

/** Argon2id in PHC form: `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`. */
export async function hashPassphrase(passphrase: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const tag = await tagOf(passphrase, salt, NOW, TAG_BYTES);
  return `$argon2id$v=19$m=${NOW.memory},t=${NOW.passes},p=${NOW.parallelism}$${plain64(salt)}$${plain64(tag)}`;
}

/** Whether it is the passphrase. Without a hash it takes as long, and the answer is no. */
export async function isPassphrase(passphrase: string, phc: string | null): Promise<boolean> {
  const read = readPhc(phc);
  const { salt, tag, cost } = read ?? { salt: Buffer.alloc(SALT_BYTES), tag: Buffer.alloc(TAG_BYTES), cost: NOW };
  const found = await tagOf(passphrase, salt, cost, tag.length);
  return timingSafeEqual(found, tag) && read !== null;
}

/** Whether it was made when hashing was cheaper. */
export function isOutdated(phc: string): boolean {
  const cost = readPhc(phc)?.cost;
  return cost?.memory !== NOW.memory || cost.passes !== NOW.passes || cost.parallelism !== NOW.parallelism;
}

export function isPhc(text: string): boolean {
  return readPhc(text) !== null;
}

function readPhc(phc: string | null): { readonly salt: Buffer; readonly tag: Buffer; readonly cost: Cost } | null {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(phc ?? '');
  if (parts === null) return null;
  const [, memory, passes, parallelism, salt, tag] = parts;
  return {
    salt: Buffer.from(salt ?? '', 'base64'),
    tag: Buffer.from(tag ?? '', 'base64'),
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
  };
}

function tagOf(passphrase: string, nonce: Buffer, cost: Cost, tagLength: number): Promise<Buffer> {
  return inTurn(() => derive('argon2id', { message: Buffer.from(normal(passphrase)), nonce, tagLength, ...cost }));
}

/** One spelling however a keyboard composes it; nothing is cut off or folded. */
function normal(passphrase: string): string {
  return passphrase.normalize('NFKC');
}

function plain64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
