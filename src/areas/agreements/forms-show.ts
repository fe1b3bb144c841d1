import { z } from 'zod';
import type { FormFields } from '../../platform/http/index.ts';

const HASH = /^[0-9a-f]{64}$/;

const hashes = z
  .union([z.array(z.string()), z.string().transform((one) => [one])])
  .catch([])
  .transform((all) => all.filter((hash) => HASH.test(hash)));

/** The paragraphs that somebody says yes to, by the words that were read; `paragraph` is where to go back to. */
export function readYes(typed: FormFields): { readonly hashes: readonly string[]; readonly paragraph: string | null } {
  const paragraph = z.uuid().safeParse(typed['paragraph']);
  return { hashes: hashes.parse(typed['hash']), paragraph: paragraph.success ? paragraph.data : null };
}

const number = z.coerce.number().int().min(1).max(100_000);

/** The number of a version in an address; null where it is none. */
export function readNumber(typed: string | undefined): number | null {
  const read = number.safeParse(typed);
  return read.success ? read.data : null;
}

/** Whether all languages of an agreement are asked for, or the reader's. */
export const languagesForm = z.object({ sprachen: z.enum(['alle', 'eine']).catch('eine') });
