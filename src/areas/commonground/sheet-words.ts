import { createHash } from 'node:crypto';
import { WORDS } from '../../plain/code-words.ts';

/** Sixty bits, behind a throttle, as on every paper that leads to a link. */
export const SHEET_WORDS = 6;

/** What a sheet says instead of its link to whoever types: worked out from the link, so that nothing more is kept. */
export function sheetWords(token: string): string {
  const chance = createHash('sha256').update(`sheet ${token}`).digest();
  const words = Array.from({ length: SHEET_WORDS }, (_, at) => WORDS[chance.readUInt16BE(2 * at) % WORDS.length] ?? '');
  return words.join(' ');
}
