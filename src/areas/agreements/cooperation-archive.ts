import { hashOf } from '../../plain/json.ts';
import type { Taken } from '../cooperations/index.ts';
import { verifyArchive, type Archive, type Finding } from './archive.ts';

/** Everything of a cooperation that one partner may read. There are no attachments in it, because there are none. */
export interface CooperationArchive {
  readonly format: 'geflecht-cooperation/1';
  readonly cooperation: string;
  readonly parts: Taken;
  /** The agreement as it can be checked by itself; null while there is none. */
  readonly agreement: Archive | null;
  /** SHA-256 over all of the above. */
  readonly checksum: string;
}

/** What comes out of a file: an agreement alone, or a cooperation around it. */
export type AnyArchive = Archive | CooperationArchive;

export function sealedCooperation(content: Omit<CooperationArchive, 'checksum'>): CooperationArchive {
  return { ...content, checksum: hashOf(content) };
}

/** The agreement in it, null where none was begun. */
export function agreementIn(archive: AnyArchive): Archive | null {
  return archive.format === 'geflecht-cooperation/1' ? archive.agreement : archive;
}

/** Everything that is wrong with it, with the agreement inside too. */
export async function verifyAny(archive: AnyArchive): Promise<readonly Finding[]> {
  if (archive.format === 'geflecht-agreement/1') return verifyArchive(archive);
  const { checksum, ...content } = archive;
  const inside = archive.agreement === null ? [] : await verifyArchive(archive.agreement);
  const isWhole = hashOf(content) === checksum || inside.some(({ what }) => what === 'checksum');
  return [...(isWhole ? [] : [{ what: 'checksum' } as const]), ...inside];
}
