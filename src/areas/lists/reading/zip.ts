import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { createInflateRaw } from 'node:zlib';
import { MAX_UNPACKED_BYTES } from './table.ts';

/** A file inside a zip, as the directory at the end of the zip tells it (APPNOTE 4.3.12). */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
  readonly isEncrypted: boolean;
}

export type ZipDirectory = ReadonlyMap<string, ZipEntry>;

/** More comes out of the zip than allowed, whatever its directory said. */
export class TooMuchUnpackedError extends Error {
  override readonly name = 'TooMuchUnpackedError';
}

/** The zip is damaged or cut. */
export class BrokenZipError extends Error {
  override readonly name = 'BrokenZipError';
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const MAX_DIRECTORY_BYTES = 8 * 1024 * 1024;
/** Deflate reaches about 1000; spreadsheets stay below 50. */
const ABSURD_RATIO = 200;
const HARMLESS_BYTES = 20 * 1024 * 1024;

export async function readZipDirectory(path: string, size: number): Promise<ZipDirectory> {
  const file = await open(path);
  try {
    const tail = await bytesAt(file, Math.max(0, size - 65_557), Math.min(size, 65_557));
    const end = lastSignature(tail);
    if (end < 0) throw new BrokenZipError();
    const length = tail.readUInt32LE(end + 12);
    const offset = tail.readUInt32LE(end + 16);
    if (offset + length > size || length > MAX_DIRECTORY_BYTES) throw new BrokenZipError();
    return entriesOf(await bytesAt(file, offset, length));
  } finally {
    await file.close();
  }
}

/** Whether the directory alone shows that unpacking would go too far. */
export function isTooMuch(directory: ZipDirectory): boolean {
  let all = 0;
  for (const { packed, unpacked } of directory.values()) {
    all += unpacked;
    if (unpacked > HARMLESS_BYTES && unpacked > packed * ABSURD_RATIO) return true;
  }
  return all > MAX_UNPACKED_BYTES;
}

/** The bytes of one entry as they unpack, counted: what the directory says may be a lie. */
export async function* unpackedBytes(path: string, entry: ZipEntry): AsyncGenerator<Buffer> {
  if (entry.packed === 0) return;
  if (entry.method !== 0 && entry.method !== 8) throw new BrokenZipError();
  const start = await dataStart(path, entry);
  const packed = createReadStream(path, { start, end: start + entry.packed - 1 });
  const source = entry.method === 0 ? packed : packed.pipe(createInflateRaw());
  packed.on('error', (error) => source.destroy(error));
  const limit = Math.min(MAX_UNPACKED_BYTES, Math.max(HARMLESS_BYTES, entry.packed * ABSURD_RATIO));
  let count = 0;
  try {
    for await (const bytes of source) {
      const piece: Buffer = bytes;
      count += piece.length;
      if (count > limit) throw new TooMuchUnpackedError();
      yield piece;
    }
  } catch (error) {
    throw error instanceof TooMuchUnpackedError ? error : new BrokenZipError(undefined, { cause: error });
  } finally {
    packed.destroy();
    source.destroy();
  }
}

async function dataStart(path: string, entry: ZipEntry): Promise<number> {
  const file = await open(path);
  try {
    const local = await bytesAt(file, entry.offset, 30);
    if (local.length < 30 || local.readUInt32LE(0) !== LOCAL_SIGNATURE) throw new BrokenZipError();
    return entry.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  } finally {
    await file.close();
  }
}

function entriesOf(bytes: Buffer): ZipDirectory {
  const entries = new Map<string, ZipEntry>();
  let at = 0;
  while (at + 46 <= bytes.length && bytes.readUInt32LE(at) === ENTRY_SIGNATURE) {
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/');
    entries.set(name, {
      name,
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
      isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function lastSignature(tail: Buffer): number {
  for (let at = tail.length - 22; at >= 0; at--) if (tail.readUInt32LE(at) === END_SIGNATURE) return at;
  return -1;
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
