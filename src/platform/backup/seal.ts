import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { saying } from '../../plain/words.ts';
import { InputError } from '../errors.ts';
import { PART } from '../files/index.ts';
import { damaged } from './lines.ts';

/** Makes a key pair: the secret half into a new file that only its owner can read. Returns the public half. */
export async function makeKey(path: string): Promise<string> {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  try {
    await writeFile(path, `# public key: ${recipient}\n${identity}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw new InputError(saying('platform.backup.keyExists', { file: path }));
    throw error;
  }
  return recipient;
}

/** Whether somebody can be given as receiver of a backup (`age1…`). */
export function isRecipient(text: string): boolean {
  try {
    new Encrypter().addRecipient(text);
    return true;
  } catch {
    return false;
  }
}

/** Seals lines for whoever has one of the secret keys: compressed, encrypted with age, whole or not at all. */
export async function seal(lines: AsyncIterable<string>, path: string, recipients: readonly string[]): Promise<void> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  const draft = `${path}.${randomUUID()}${PART}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    // The zip may not end before a fault in the lines has reached the file.
    const zipped = createGzip({ level: 3 });
    const filling = pipeline(Readable.from(lines), zipped).then(() => null, faultOf);
    const sealed = await encrypter.encrypt(bytesFrom(zipped));
    for await (const chunk of sealed) await file.writeFile(chunk);
    const fault = await filling;
    if (fault !== null) throw fault;
    await file.sync();
    await file.close();
    await rename(draft, path);
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(draft, { force: true });
    throw error;
  }
}

/** The lines of a sealed file. A wrong key and every changed or missing byte end it with a sentence. */
export async function* unseal(path: string, keyFile: string): AsyncGenerator<string> {
  const decrypter = new Decrypter();
  try {
    for (const line of (await readFile(keyFile, 'utf8')).split(/\r?\n/))
      if (line.trim() !== '' && !line.startsWith('#')) decrypter.addIdentity(line.trim());
  } catch {
    throw new InputError(saying('platform.backup.noKey', { file: keyFile }));
  }
  const source = createReadStream(path);
  const opened = await decrypter.decrypt(bytesFrom(source)).catch((error: unknown) => {
    source.destroy();
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'EISDIR')
      throw new InputError(saying('platform.backup.noFile', { file: path }));
    if (error instanceof Error && /no identity matched/i.test(error.message))
      throw new InputError(saying('platform.backup.wrongKey'));
    throw damaged();
  });
  const unzipped = createGunzip();
  const filling = pipeline(Readable.from(opened), unzipped).then(() => null, faultOf);
  try {
    for await (const line of createInterface({ input: unzipped, crlfDelay: Infinity })) yield line;
    if ((await filling) !== null) throw damaged();
  } catch {
    // What the reader of the lines throws does not pass here: this is a byte that is wrong or missing.
    throw damaged();
  } finally {
    unzipped.destroy();
    source.destroy();
    await filling;
  }
}

/** A web stream of bytes, as age takes it. */
function bytesFrom(source: Readable): ReadableStream<Uint8Array> {
  const chunks = source[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done === true) controller.close();
      else controller.enqueue(new Uint8Array(value));
    },
    async cancel() {
      source.destroy();
      await chunks.return?.();
    },
  });
}

function faultOf(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error ? String(error.code) : null;
}
