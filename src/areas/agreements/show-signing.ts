import type { ReadContext } from '../../platform/context.ts';
import type { Reader } from '../../platform/database/index.ts';
import { accountOf } from '../../plain/actor.ts';
import { findClosed, ownOf, voicesOf, type Pointer } from '../cooperations/index.ts';
import { mayBeSigned } from './may-be-signed.ts';
import { sayAllMissing } from './missing.ts';
import type { SigningWays } from './proof-of-device.ts';
import type { Signature } from './signature.ts';
import { findInForce, type InForce } from './store-in-force.ts';
import { findDraft, findSignatures, findStanding, type Standing } from './store.ts';

/** All that the signing page shows to a partner. */
export interface ShownSigning {
  readonly standing: Standing;
  readonly own: string;
  /** The partners that the reader speaks for, mostly one. */
  readonly voices: readonly string[];
  readonly missing: readonly Pointer[];
  /** What has ended stays as it was agreed. */
  readonly hasEnded: boolean;
  /** Signatures of the newest version. */
  readonly signatures: readonly Signature[];
  readonly inForce: InForce | null;
  readonly ways: SigningWays;
}

/** Where signing stands. Whoever is no partner finds nothing. */
export async function showSigning(
  { db, actor }: ReadContext,
  agreement: string,
  signingWays: (db: Reader, account: string) => Promise<SigningWays>,
  asked: string | null = null,
): Promise<ShownSigning> {
  return db.read(async (read) => {
    const standing = await findStanding(read, agreement);
    const { version, hash, cooperation } = standing;
    const account = accountOf(actor);
    const partners = version.text.partners.map(({ id }) => ({ organisation: id }));
    return {
      standing,
      own: ownOf(actor, partners, asked),
      voices: voicesOf(actor, partners),
      missing: sayAllMissing(mayBeSigned(await findDraft(read, standing)), version.text, standing),
      hasEnded: (await findClosed(read, [cooperation])).length > 0,
      signatures: (await findSignatures(read, agreement)).filter((one) => one.version === hash),
      inForce: (await findInForce(read, [cooperation]))[0] ?? null,
      ways: account === null ? { hasPassphrase: false, passkeys: [] } : await signingWays(read, account),
    };
  });
}
