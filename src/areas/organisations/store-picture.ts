import type { Reader, Transaction } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import type { Picture } from './picture.ts';

const SHOWN = ['name', 'scope', 'alternative', 'language', 'width', 'height'] as const;

/** The picture of an organisation, as far as the reader may see it. */
export async function findPicture(db: Reader, subject: string): Promise<Picture | null> {
  return (await db.selectFrom('picture').select(SHOWN).where('subject', '=', subject).executeTakeFirst()) ?? null;
}

/** Its bytes, under its present name only. */
export async function findPictureBytes(db: Reader, subject: string, name: string): Promise<Uint8Array | null> {
  const row = await db
    .selectFrom('picture')
    .select('bytes')
    .where('subject', '=', subject)
    .where('name', '=', name)
    .executeTakeFirst();
  return row?.bytes ?? null;
}

/** Nothing is left of the one before. */
export async function putPicture(
  tx: Transaction,
  subject: string,
  picture: Picture & { readonly bytes: Uint8Array; readonly saidOn: Day },
): Promise<void> {
  const { saidOn: said_on, bytes, ...shown } = picture;
  const row = { ...shown, bytes: Buffer.from(bytes), said_on };
  await removePicture(tx, subject);
  await tx
    .insertInto('picture')
    .values({ subject, ...row })
    .execute();
}

/** False where there is none of this name. */
export async function describePicture(
  tx: Transaction,
  subject: string,
  told: Pick<Picture, 'name' | 'scope' | 'alternative' | 'language'> & { readonly saidOn: Day },
): Promise<boolean> {
  const { name, saidOn, ...shown } = told;
  const changed = await tx
    .updateTable('picture')
    .set({ ...shown, said_on: saidOn })
    .where('subject', '=', subject)
    .where('name', '=', name)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

/** False where there was none. */
export async function removePicture(tx: Transaction, subject: string): Promise<boolean> {
  const removed = await tx.deleteFrom('picture').where('subject', '=', subject).executeTakeFirst();
  return removed.numDeletedRows > 0n;
}
