import type { Reader, Transaction } from '../../platform/database/index.ts';
import type { CommitmentWord } from './commitment-word.ts';
import './tables.ts';

/** What was said of the commitments of these agreements, as far as the reader may see them. */
export async function findWords(db: Reader, agreements: readonly string[]): Promise<readonly CommitmentWord[]> {
  if (agreements.length === 0) return [];
  return db
    .selectFrom('commitment_word')
    .select(['agreement', 'paragraph', 'hash', 'partner', 'day', 'state'])
    .where('agreement', 'in', agreements)
    .execute();
}

/** Says it, in the place of what was said of the same words before. */
export async function setWord(tx: Transaction, cooperation: string, word: CommitmentWord): Promise<void> {
  await tx
    .insertInto('commitment_word')
    .values({ ...word, cooperation })
    .onConflict((conflict) =>
      conflict
        .columns(['agreement', 'paragraph', 'hash'])
        .doUpdateSet({ partner: word.partner, day: word.day, state: word.state }),
    )
    .execute();
}

/** False when nothing was said. */
export async function removeWord(
  tx: Transaction,
  { agreement, paragraph, hash }: Pick<CommitmentWord, 'agreement' | 'paragraph' | 'hash'>,
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('commitment_word')
    .where('agreement', '=', agreement)
    .where('paragraph', '=', paragraph)
    .where('hash', '=', hash)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
