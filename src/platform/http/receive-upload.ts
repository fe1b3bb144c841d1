import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { rm } from 'node:fs/promises';
import { Busboy, type BusboyFileStream } from '@fastify/busboy';
import { newId } from '../../plain/ids.ts';
import { saying } from '../../plain/words.ts';
import { InputError, TooLargeError } from '../errors.ts';
import { PART } from '../files/index.ts';
import type { Request } from './env.ts';
import { keepFile, type UploadedFile } from './keep-file.ts';

interface FilesOptions {
  /** Names of the form's fields for files; of each the first file is taken. */
  readonly files: readonly string[];
  /** For each file. */
  readonly limitBytes: number;
  /** Names of the other fields; anything else is passed over. */
  readonly allowFields?: readonly string[];
  /** The folder for uploads, see `openFolder`. */
  readonly uploads: string;
  /** For a file that is removed within this request: what a killed process leaves of it is swept away like half a file. */
  readonly passing?: boolean;
}

export interface UploadOptions extends Omit<FilesOptions, 'files'> {
  /** Name of the form's field for the file. */
  readonly field: string;
}

/** What a form with several files sent. */
interface Uploads {
  readonly fields: Readonly<Record<string, string>>;
  /** By the name of the field; without those that were left empty. */
  readonly files: ReadonlyMap<string, UploadedFile>;
}

export interface Upload {
  readonly fields: Readonly<Record<string, string>>;
  /** null when the form came without a file. */
  readonly file: UploadedFile | null;
}

const SEAMS_BYTES = 256 * 1024;
const LIMITS = { fields: 50, fieldSize: 64 * 1024, files: 5, parts: 55, headerPairs: 50, headerSize: 8 * 1024 };

/** The same as `receiveUploads` for a form with one file. */
export async function receiveUpload(c: Request, { field, ...options }: UploadOptions): Promise<Upload> {
  const { fields, files } = await receiveUploads(c, { ...options, files: [field] });
  return { fields, file: files.get(field) ?? null };
}

/**
 * Streams the files of a form to disk, in constant memory. Whatever goes wrong on the way,
 * nothing stays behind.
 *
 * @throws TooLargeError beyond the limit, InputError for a body that is cut off or no form
 */
export async function receiveUploads(c: Request, options: FilesOptions): Promise<Uploads> {
  const { files, limitBytes, allowFields = [], uploads, passing = false } = options;
  const mostBytes = files.length * limitBytes + SEAMS_BYTES;
  if (Number(c.req.header('content-length') ?? 0) > mostBytes) throw new TooLargeError(limitBytes);
  const form = openForm(c.req.header('content-type') ?? '');
  const source = sourceOf(c);
  const fields = new Map<string, string>();
  const parts: BusboyFileStream[] = [];
  const kept = new Map<string, Promise<UploadedFile | null>>();
  const { promise: end, resolve, reject } = Promise.withResolvers<void>();

  form.on('field', (name, value, _nameIsCut, valueIsCut) => {
    if (allowFields.includes(name) && !valueIsCut) fields.set(name, value);
  });
  form.on('file', (name, stream, fileName) => {
    if (!files.includes(name) || kept.has(name)) return void stream.resume();
    parts.push(stream);
    const path = join(uploads, `${newId(c.var.read.clock.now())}${passing ? PART : ''}`);
    const file = keepFile(stream, { path, name: fileName, limitBytes });
    kept.set(name, file);
    file.catch(reject);
  });
  form.on('error', reject);
  form.once('finish', resolve);
  finished(source, { writable: false }).catch(reject);
  source.pipe(form);

  try {
    await end;
    const received = new Map<string, UploadedFile>();
    for (const [name, keeping] of kept) {
      const file = await keeping;
      if (file !== null) received.set(name, file);
    }
    return { fields: Object.fromEntries(fields), files: received };
  } catch (error) {
    // Not destroyed: the answer still has to reach the browser over the same connection.
    source.unpipe(form);
    for (const part of parts) part.destroy();
    for (const keeping of kept.values()) {
      const file = await keeping.catch(() => null);
      if (file !== null) await rm(file.path, { force: true });
    }
    throw isOurs(error) ? error : cutOff(error);
  }
}

function openForm(type: string): Busboy {
  if (!/^multipart\/form-data\s*;/i.test(type)) throw new InputError(saying('platform.input.unreadable'));
  try {
    return new Busboy({ headers: { 'content-type': type }, limits: LIMITS });
  } catch (error) {
    // A form without its boundary.
    throw cutOff(error);
  }
}

function sourceOf(c: Request): Readable {
  const incoming = c.env?.incoming;
  if (incoming instanceof Readable) return incoming;
  return c.req.raw.body === null ? Readable.from([]) : Readable.fromWeb(c.req.raw.body);
}

/** The limit, and what the disk says; everything else came from outside. */
function isOurs(error: unknown): boolean {
  if (error instanceof TooLargeError) return true;
  return error instanceof Error && 'syscall' in error && 'path' in error;
}

function cutOff(cause: unknown): InputError {
  const error = new InputError(saying('platform.upload.cutOff'));
  error.cause = cause;
  return error;
}
