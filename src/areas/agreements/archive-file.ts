import { canonical, type Json } from '../../plain/json.ts';
import type { Finding } from './archive.ts';
import { verifyAny, type AnyArchive } from './cooperation-archive.ts';
import { readCooperation } from './forms-archive-cooperation.ts';
import { readArchive } from './forms-archive.ts';

/** An archive as a file: canonical JSON (RFC 8785) in UTF-8, and nothing behind it. */
export function fileOf(archive: AnyArchive): string {
  const carried: Json = JSON.parse(JSON.stringify(archive));
  return canonical(carried);
}

/**
 * What is in a file, and everything that is wrong with it. A file in other bytes than ours is another file, though it
 * may say the same: then somebody has opened and saved it, and no checksum of the file holds any more.
 */
export async function verifyFile(
  bytes: Uint8Array,
): Promise<{ readonly archive: AnyArchive | null; readonly findings: readonly Finding[] }> {
  const archive = archiveIn(bytes);
  if (archive === null) return { archive, findings: [{ what: 'noArchive' }] };
  const isSpelled = Buffer.from(fileOf(archive)).equals(bytes);
  return {
    archive,
    findings: [...(isSpelled ? [] : [{ what: 'spelling' } as const]), ...(await verifyAny(archive))],
  };
}

function archiveIn(bytes: Uint8Array): AnyArchive | null {
  try {
    const said: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
    return readCooperation(said) ?? readArchive(said);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return null;
    throw error;
  }
}
