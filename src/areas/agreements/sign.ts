import { note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { dayOf } from '../../plain/time.ts';
import { demand, may } from './may.ts';
import { mayBeSigned, type Missing } from './may-be-signed.ts';
import { isGenuine, type Proof } from './signature.ts';
import { findDraft, insertSignature, takeAgreement } from './store.ts';
import { partnersOf } from './text.ts';

/** Why nobody signs now: something is missing, there is a newer version, or the device signed something else. */
export type Unsigned =
  | { readonly why: 'missing'; readonly missing: readonly Missing[] }
  | { readonly why: 'movedOn' }
  | { readonly why: 'forged' };

/** A partner signs the version that it has read. Signing it again changes nothing. */
export async function sign(
  { db, actor, clock }: Context,
  {
    agreement,
    partner,
    version,
    proof,
  }: { readonly agreement: string; readonly partner: string; readonly version: string; readonly proof: Proof },
): Promise<Result<null, Unsigned>> {
  demand(may.sign(actor, partner));
  if (proof.kind === 'passkey' && !(await isGenuine({ version, proof }))) return not({ why: 'forged' });
  return db.write(async (tx) => {
    const standing = await takeAgreement(tx, agreement);
    if (!partnersOf(standing.version.text).includes(partner)) throw new NotFoundError();
    if (standing.hash !== version) return not({ why: 'movedOn' });
    const missing = mayBeSigned(await findDraft(tx, standing));
    if (missing.length > 0) return not({ why: 'missing', missing });
    const at = clock.now();
    await insertSignature(tx, standing, { version, partner, day: dayOf(at), proof });
    await note(tx, partner, { at, act: 'agreement.signed', byRole: 'organisation', about: `agreement/${agreement}` });
    return ok(null);
  });
}
