import { createHash } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { TooLargeError } from '../errors.ts';
import { PART } from '../files/index.ts';

export interface UploadedFile {
  /** Where it lies now. Whoever received it moves or removes it. */
  readonly path: string;
  /** The name on the sender's machine: for people to read, never for a path. */
  readonly name: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

interface Place {
  readonly path: string;
  readonly name: string;
  readonly limitBytes: number;
}

/** Writes a stream to disk, whole or not at all. null for a file field that was left empty. */
export async function keepFile(part: Readable, { path, name, limitBytes }: Place): Promise<UploadedFile | null> {
  // The parser only tells of an error. Destroying makes it last until the pipeline listens.
  part.on('error', (error) => part.destroy(error));
  const draft = `${path}${PART}`;
  const hash = createHash('sha256');
  let bytes = 0;
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      hash.update(chunk);
      if (bytes > limitBytes) done(new TooLargeError(limitBytes));
      else done(null, chunk);
    },
  });
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      await pipeline(part, meter, file.createWriteStream({ flush: true }));
    } finally {
      await file.close();
    }
    if (bytes === 0 && name === '') {
      await rm(draft, { force: true });
      return null;
    }
    await rename(draft, path);
    return { path, name: readable(name), bytes, sha256: hash.digest('hex') };
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** A name that can be shown: no path, no control characters, none that turn the direction of writing. */
function readable(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  return last
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, 200);
}
