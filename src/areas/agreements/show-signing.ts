import type { ReadContext } from '../../platform/context.ts';
import type { Reader } from '../../platform/database/index.ts';
import { accountOf } from '../../plain/actor.ts';
import { findClosed, ownOf, voicesOf } from '../cooperations/index.ts';
import { mayBeSigned } from './may-be-signed.ts';
import type { AgreementShown } from './show-agreement.ts';
import type { SigningWays } from './proof-of-device.ts';
import { stayedSince, type Stayed } from './stayed.ts';
import { findChangesAfter } from './store-history.ts';
import { findInForce } from './store-in-force.ts';
import { findDraft, findSignatures, findStanding } from './store.ts';

/** All that the signing page shows to a partner. */
export interface ShownSigning extends Pick<
  AgreementShown,
  'standing' | 'own' | 'voices' | 'missing' | 'signatures' | 'inForce'
> {
  /** What has ended stays as it was agreed. */
  readonly hasEnded: boolean;
  readonly ways: SigningWays;
  /** What has changed since what is in force, but not in all of its languages. */
  readonly stayed: readonly Stayed[];
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
    const inForce = (await findInForce(read, [cooperation]))[0] ?? null;
    const changes = await findChangesAfter(read, agreement, inForce?.version.number ?? 0);
    const partners = version.text.partners.map(({ id }) => ({ organisation: id }));
    return {
      standing,
      own: ownOf(actor, partners, asked),
      voices: voicesOf(actor, partners),
      missing: mayBeSigned(await findDraft(read, standing)),
      hasEnded: (await findClosed(read, [cooperation])).length > 0,
      signatures: (await findSignatures(read, agreement)).filter((one) => one.version === hash),
      inForce,
      stayed: stayedSince(inForce?.version.text ?? null, changes, version.text),
      ways: account === null ? { hasPassphrase: false, passkeys: [] } : await signingWays(read, account),
    };
  });
}
