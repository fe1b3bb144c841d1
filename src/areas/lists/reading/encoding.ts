import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { likelyCodePage } from './code-page.ts';

/**
 * The encoding of a text file by its bytes: byte order mark, the rhythm of zeros in UTF-16,
 * UTF-8 if the whole file is it (or nearly: some broken places become problems of their rows),
 * otherwise a code page of Windows or of the old Mac.
 */
export async function detectEncoding(path: string, head: Buffer): Promise<string> {
  const wide = wideEncoding(head);
  if (wide !== null) return wide;
  const survey = await surveyUtf8(path);
  if (survey.broken === null || survey.multibyte > survey.brokenPlaces) return 'utf-8';
  return likelyCodePage(hasHighBytes(head) ? head : survey.broken);
}

function wideEncoding(head: Buffer): string | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  const length = Math.min(head.length, 64 * 1024);
  for (let at = 0; at < length; at++) if (head[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > length / 50 && odd > even * 10) return 'utf-16le';
  if (even > length / 50 && even > odd * 10) return 'utf-16be';
  return null;
}

interface Survey {
  /** Characters of more than one byte that are right. */
  readonly multibyte: number;
  readonly brokenPlaces: number;
  /** The first piece that is not UTF-8. */
  readonly broken: Buffer | null;
}

/** Reads the whole file once: the first letter beyond ASCII may stand behind the first megabytes. */
async function surveyUtf8(path: string): Promise<Survey> {
  let multibyte = 0;
  let brokenPlaces = 0;
  let broken: Buffer | null = null;
  let carry: Buffer = Buffer.alloc(0);
  for await (const bytes of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    const piece: Buffer = Buffer.concat([carry, bytes]);
    const end = wholeCharacters(piece);
    carry = piece.subarray(end);
    const whole = piece.subarray(0, end);
    if (isUtf8(whole) && broken === null) {
      multibyte += countMultibyte(whole);
      continue;
    }
    const counted = countPlaces(whole);
    multibyte += counted.right;
    brokenPlaces += counted.wrong;
    if (counted.wrong > 0) broken ??= whole;
  }
  if (carry.length > 0) {
    brokenPlaces += 1;
    broken ??= carry;
  }
  return { multibyte, brokenPlaces, broken };
}

/** The length without a character that the end cuts in two. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte < 0xc0) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return needed > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function countMultibyte(bytes: Buffer): number {
  let count = 0;
  for (const byte of bytes) if (byte >= 0xc0) count += 1;
  return count;
}

function countPlaces(bytes: Buffer): { right: number; wrong: number } {
  let right = 0;
  let wrong = 0;
  for (const sign of bytes.toString('utf8')) {
    if (sign === '\uFFFD') wrong += 1;
    else if (sign > '\u007F') right += 1;
  }
  return { right, wrong };
}

function hasHighBytes(bytes: Buffer): boolean {
  return bytes.some((byte) => byte >= 0x80);
}
