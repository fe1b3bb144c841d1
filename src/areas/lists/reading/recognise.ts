import { not, ok, type Result } from '../../../plain/result.ts';
import { saying, type Saying } from '../../../plain/words.ts';

/** Files that begin like this are not lists, whatever their ending says. */
const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly key: string }[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46], key: 'lists.reading.wrong.pdf' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], key: 'lists.reading.wrong.oldExcel' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], key: 'lists.reading.wrong.image' },
  { bytes: [0xff, 0xd8, 0xff], key: 'lists.reading.wrong.image' },
  { bytes: [0x47, 0x49, 0x46, 0x38], key: 'lists.reading.wrong.image' },
  { bytes: [0x49, 0x49, 0x2a, 0x00], key: 'lists.reading.wrong.image' },
  { bytes: [0x4d, 0x4d, 0x00, 0x2a], key: 'lists.reading.wrong.image' },
  { bytes: [0x52, 0x49, 0x46, 0x46], key: 'lists.reading.wrong.image' },
  { bytes: [0x1f, 0x8b], key: 'lists.reading.wrong.packed' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], key: 'lists.reading.wrong.packed' },
  { bytes: [0x52, 0x61, 0x72, 0x21], key: 'lists.reading.wrong.packed' },
];

/** By the first bytes: a zip (XLSX or not), something that is no list, or else text. */
export function recogniseBytes(head: Buffer): Result<'zip' | 'text', Saying> {
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04]) || startsWith(head, [0x50, 0x4b, 0x05, 0x06])) return ok('zip');
  const signature = SIGNATURES.find(({ bytes }) => startsWith(head, bytes));
  return signature === undefined ? ok('text') : not(saying(signature.key));
}

/** By the first words of a text: JSON, something that is no list, or else cells with separators. */
export function recogniseText(text: string): Result<'json' | 'csv', Saying> {
  const start = text.slice(0, 4000).trimStart();
  if (start === '' && text.length < 4000) return not(saying('lists.reading.empty'));
  if (start.includes('\u0000')) return not(saying('lists.reading.wrong.binary'));
  if (start.startsWith('{\\rtf')) return not(saying('lists.reading.wrong.document'));
  if (/^<(!doctype html|html|head|body|table|meta|div)\b/i.test(start)) return not(saying('lists.reading.wrong.html'));
  if (/^<(\?xml|[a-z][\w:-]*[\s>])/i.test(start)) return not(saying('lists.reading.wrong.xml'));
  const isJson = /^\{\s*["}]/.test(start) || /^\[\s*[[{"\]\d]/.test(start);
  return ok(isJson ? 'json' : 'csv');
}

function startsWith(head: Buffer, bytes: readonly number[]): boolean {
  return bytes.every((byte, at) => head[at] === byte);
}
