import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { zipOf } from './zip.ts';

test('what goes into a ZIP comes out of it, under its name', () => {
  const file = fc.record({
    name: fc.string({ minLength: 1, unit: 'grapheme', maxLength: 20 }),
    bytes: fc.uint8Array(),
  });
  fc.assert(
    fc.property(fc.array(file, { maxLength: 5 }), (files) => {
      expect(unzip(zipOf(files, '2026-11-21'))).toEqual(files.map(({ name, bytes }) => ({ name, bytes: [...bytes] })));
    }),
  );
});

test('the same files of the same day are the same bytes', () => {
  const files = [{ name: 'README.txt', bytes: Buffer.from('Guten Tag') }];
  expect(zipOf(files, '2026-11-21')).toEqual(zipOf(files, '2026-11-21'));
});

/** By the directory at the end, as programs do. */
function unzip(zip: Uint8Array) {
  const bytes = Buffer.from(zip);
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let at = bytes.readUInt32LE(end + 16);
  return Array.from({ length: bytes.readUInt16LE(end + 10) }, () => {
    const packed = bytes.readUInt32LE(at + 20);
    const long = bytes.readUInt16LE(at + 28);
    const local = bytes.readUInt32LE(at + 42);
    const name = bytes.subarray(at + 46, at + 46 + long).toString();
    const from = local + 30 + bytes.readUInt16LE(local + 26);
    at += 46 + long;
    return { name, bytes: [...inflateRawSync(bytes.subarray(from, from + packed))] };
  });
}
