import type { Context } from '../../platform/context.ts';
import { newCode } from '../../plain/code-words.ts';
import { findKept } from './find-kept.ts';
import { demand, may } from './may.ts';
import { sealCode } from './seal.ts';
import { insertCodes } from './store-door.ts';

/** Fifty bits each, behind a throttle. */
export const CODE_WORDS = 5;
export const MOST_CODES = 200;

/**
 * Makes codes for paper, each for one person. They are shown by this answer and by none after it; what is kept opens
 * nothing. A code is gone with its first use, so whoever has printed it cannot look later what its person answers.
 */
export async function printCodes(
  { db, actor }: Context,
  { conversation, count }: { readonly conversation: string; readonly count: number },
): Promise<readonly string[]> {
  const { steward } = await db.read((reader) => findKept(reader, actor, conversation));
  demand(may.keep(actor, steward));
  const codes = Array.from({ length: Math.min(count, MOST_CODES) }, () => newCode(CODE_WORDS).join(' '));
  await db.write((tx) =>
    insertCodes(
      tx,
      conversation,
      codes.map((code) => sealCode(conversation, code)),
    ),
  );
  return codes;
}
