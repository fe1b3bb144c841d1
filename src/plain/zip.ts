import { crc32, deflateRawSync } from 'node:zlib';
import type { Day } from './time.ts';

/**
 * A ZIP file (APPNOTE 6.3, names in UTF-8, deflated) with these files in their order. The same files of the same day
 * are the same bytes. For some megabytes: everything is held at once.
 *
 * @example zipOf([{ name: 'README.txt', bytes: Buffer.from('…') }], '2026-11-21')
 */
export function zipOf(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  day: Day,
): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const packed = deflateRawSync(bytes);
    const path = Buffer.from(name);
    const facts = factsOf({ day, crc: crc32(bytes), packed: packed.length, unpacked: bytes.length, name: path.length });
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, path, packed]);
    directory.push(entryOf(facts, path, offset));
    parts.push(local);
    offset += local.length;
  }
  const index = Buffer.concat(directory);
  return new Uint8Array(Buffer.concat([...parts, index, endOf(files.length, index.length, offset)]));
}

const VERSION = 20;
const NAMES_IN_UTF8 = 0x0800;
const DEFLATED = 8;

/** What stands before every file and again in the directory. */
function factsOf(of: {
  readonly day: Day;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly name: number;
}): Buffer {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(VERSION, 0);
  facts.writeUInt16LE(NAMES_IN_UTF8, 2);
  facts.writeUInt16LE(DEFLATED, 4);
  facts.writeUInt16LE(dosDay(of.day), 8);
  facts.writeUInt32LE(of.crc, 10);
  facts.writeUInt32LE(of.packed, 14);
  facts.writeUInt32LE(of.unpacked, 18);
  facts.writeUInt16LE(of.name, 22);
  return facts;
}

function entryOf(facts: Buffer, path: Buffer, offset: number): Buffer {
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(offset, 10);
  return Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, tail, path]);
}

function endOf(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

/** Years from 1980 in seven bits, months in four, days in five. */
function dosDay(day: Day): number {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
  return ((year - 1980) << 9) | (month << 5) | date;
}
