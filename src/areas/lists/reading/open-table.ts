import { open, stat } from 'node:fs/promises';
import { not, ok } from '../../../plain/result.ts';
import { saying } from '../../../plain/words.ts';
import { decodeHead, isKnownEncoding } from './decode.ts';
import { detectEncoding } from './encoding.ts';
import { openCsv } from './open-csv.ts';
import { openJson } from './open-json.ts';
import { openXlsx } from './open-xlsx.ts';
import { recogniseBytes, recogniseText } from './recognise.ts';
import { MAX_FILE_BYTES, type Opened, type OpenOptions } from './table.ts';

const HEAD_BYTES = 1024 * 1024;
const MEGABYTE = 1_000_000;

/**
 * Looks at a file and says how it can be read: format by content (not by ending), encoding,
 * separator, sheet and headers. Reads once through the file, then again at every `rows()`.
 * What is wrong with the file as a whole is a sentence; only a missing file throws.
 *
 * @example
 * const opened = await openTable('vereine.csv');
 * if (opened.ok) for await (const batch of opened.value.rows()) take(batch);
 */
export async function openTable(path: string, options: OpenOptions = {}): Opened {
  const { size } = await stat(path);
  if (size === 0) return not(saying('lists.reading.empty'));
  if (size > MAX_FILE_BYTES)
    return not(
      saying('lists.reading.tooLarge', {
        megabytes: Math.ceil(size / MEGABYTE),
        limit: MAX_FILE_BYTES / MEGABYTE,
      }),
    );
  const head = await headOf(path, Math.min(size, HEAD_BYTES));
  const kind = recogniseBytes(head);
  if (!kind.ok) return kind;
  if (kind.value === 'zip') return openXlsx(path, size, options);
  const encoding = await encodingOf(path, head, options);
  if (!encoding.ok) return encoding;
  const text = decodeHead(head, encoding.value);
  const format = recogniseText(text);
  if (!format.ok) return format;
  const file = { path, size, encoding: encoding.value, head: text, isWhole: size <= HEAD_BYTES };
  return format.value === 'json' ? openJson(file) : openCsv(file, options);
}

async function encodingOf(path: string, head: Buffer, { encoding }: OpenOptions) {
  if (encoding === undefined || encoding === '') return ok(await detectEncoding(path, head));
  return isKnownEncoding(encoding)
    ? ok(encoding.toLowerCase())
    : not(saying('lists.reading.unknownEncoding', { encoding }));
}

async function headOf(path: string, length: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
