import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const FILE = 'secret';
const SECRET_BYTES = 32;

/** One process is one installation. Until its secret is there what is sealed opens nowhere, not even here again. */
let held: string | Uint8Array = randomBytes(SECRET_BYTES);

/**
 * Takes the secret of this installation: what the settings give (`GEFLECHT_SECRET`), or the file `secret` in the data
 * folder, which is made at the first start. It is in no database and in no backup.
 */
export async function holdSecret(folder: string, given: string | null): Promise<void> {
  held = given ?? (await readSecret(folder)) ?? (await makeSecret(folder));
}

/**
 * What may be kept of words that people can type (60 or 80 bits): HMAC-SHA256, keyed with the secret of the
 * installation, over `geflecht/words/1`, a zero byte, the purpose, a zero byte and the words, as `1.` and base64url.
 * Whoever has only the database cannot try words with it.
 *
 * @example sealWords('invitation', 'anker birke dose erle fluss garten') // '1.qm3…'
 */
export function sealWords(
  purpose: 'invitation' | 'recovery' | 'rescue' | 'letter' | 'ballot' | 'paper-code',
  words: string,
): string {
  const tag = createHmac('sha256', held).update(`geflecht/words/1\0${purpose}\0${words}`).digest('base64url');
  return `1.${tag}`;
}

async function readSecret(folder: string): Promise<string | null> {
  const text = await readFile(join(folder, FILE), 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
  if (text !== null && text.trim().length < SECRET_BYTES)
    throw new Error(`the file ${FILE} in the data folder is no secret`);
  return text?.trim() ?? null;
}

/** Two processes may begin at once: the file gets its name when it is whole, and the first one counts. */
async function makeSecret(folder: string): Promise<string> {
  const draft = join(folder, `${FILE}.${randomUUID()}`);
  await writeFile(draft, `${randomBytes(SECRET_BYTES).toString('base64url')}\n`, { mode: 0o600 });
  await link(draft, join(folder, FILE)).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  });
  await rm(draft);
  const made = await readSecret(folder);
  if (made === null) throw new Error('the secret was not kept');
  return made;
}
