import type { Reader } from '../../platform/database/index.ts';
import { sealed, type Archive } from './archive.ts';
import { findDraft, findSignatures, findStanding, findVersions } from './store.ts';

/**
 * An agreement as its partners take it along, with everything that is needed to check it. 404 for everybody else.
 *
 * @example const bytes = fileOf(await findArchive(db, agreement))
 */
export async function findArchive(db: Reader, agreement: string): Promise<Archive> {
  const standing = await findStanding(db, agreement);
  const { confirmations } = await findDraft(db, standing);
  return sealed({
    format: 'geflecht-agreement/1',
    versions: await findVersions(db, agreement),
    confirmations,
    mirrored: await findOpened(db, standing.cooperation),
    signatures: await findSignatures(db, agreement),
  });
}

/** Whose sheets are open. Before all are done, nobody learns who is: not from here either. */
async function findOpened(db: Reader, cooperation: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('sheet')
    .select('organisation')
    .where('cooperation', '=', cooperation)
    .where('opened_on', 'is not', null)
    .orderBy('organisation')
    .execute();
  return rows.map(({ organisation }) => organisation);
}
