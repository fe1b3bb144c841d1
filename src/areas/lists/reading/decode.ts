import { createReadStream } from 'node:fs';
import iconv from 'iconv-lite';

/** What a decoder puts where bytes make no sense in the encoding. */
export const REPLACEMENT = '\uFFFD';

/** The text of a file piece by piece, without a byte order mark. */
export async function* decodedChunks(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding);
  let first = true;
  for await (const bytes of createReadStream(path, { highWaterMark: 128 * 1024 })) {
    const text = decoder.write(bytes);
    if (text === '') continue;
    yield first ? withoutMark(text) : text;
    first = false;
  }
  const rest = decoder.end();
  if (rest !== undefined && rest !== '') yield first ? withoutMark(rest) : rest;
}

export function decodeHead(bytes: Buffer, encoding: string): string {
  return withoutMark(iconv.decode(bytes, encoding, { stripBOM: false }));
}

export function isKnownEncoding(encoding: string): boolean {
  return iconv.encodingExists(encoding);
}

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
