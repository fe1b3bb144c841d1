import { findHeadsAbout } from '../../platform/chain/index.ts';
import type { Reader } from '../../platform/database/index.ts';
import { hashOf } from '../../plain/json.ts';
import type { Signature } from './signature.ts';
import { partnersOf } from './text.ts';
import type { Version } from './version.ts';

/** What one partner's chain says about an agreement: the hash of a note, null while there is none. */
export interface PartnerHead {
  readonly partner: string;
  readonly head: string | null;
}

/** The audit head of a version: one hash for every page, and on the last page what it is made of. */
export interface AuditHead {
  readonly hash: string;
  readonly partners: readonly PartnerHead[];
}

/** SHA-256 (hex) over the hash of a version and the heads of its partners, in canonical JSON, partners in their order. */
export function auditHeadOf(version: string, partners: readonly PartnerHead[]): AuditHead {
  return { hash: hashOf({ version, heads: partners.map(({ partner, head }) => [partner, head]) }), partners };
}

/**
 * The audit head of a version as it is now. A partner who has signed it stands with the note of that signing, so that
 * the paper stays the same for ever; one who has not, with its newest note about this agreement.
 */
export async function findAuditHead(
  db: Reader,
  { version, hash }: { readonly version: Version; readonly hash: string },
  signatures: readonly Signature[],
): Promise<AuditHead> {
  const heads: PartnerHead[] = [];
  for (const partner of partnersOf(version.text)) {
    const notes = await findHeadsAbout(db, partner, `agreement/${version.agreement}`);
    heads.push({ partner, head: headFor(notes, hash, ofPartner(signatures, partner)) });
  }
  return auditHeadOf(hash, heads);
}

/** Signatures come in the order of versions, and each has left one note: the third note of signing is the third signature. */
function headFor(
  notes: readonly { readonly act: string; readonly hash: string }[],
  version: string,
  signed: readonly Signature[],
): string | null {
  const at = signed.findIndex((one) => one.version === version);
  const note = at === -1 ? notes.at(-1) : notes.filter(({ act }) => act === 'agreement.signed')[at];
  return note?.hash ?? null;
}

function ofPartner(signatures: readonly Signature[], partner: string): readonly Signature[] {
  return signatures.filter((one) => one.partner === partner);
}
