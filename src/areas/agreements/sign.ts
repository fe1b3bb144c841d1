import { note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { dayOf, type Day } from '../../plain/time.ts';
import { demand, may } from './may.ts';
import { mayBeSigned, type Missing } from './may-be-signed.ts';
import { isGenuine, isSignedByAll, type Proof } from './signature.ts';
import { tellInForce } from './sign-tell.ts';
import { findDraft, findSignatures, insertSignature } from './store.ts';
import { takeAsPartner } from './take-as-partner.ts';
import type { Post } from './tell-partners.ts';

declare module '../../platform/events.ts' {
  interface EventMap {
    /** The last partner has signed: this version is in force. */
    'agreement.signed': { readonly agreement: string; readonly cooperation: string; readonly number: number };
  }
}

/**
 * Why nobody signs now: something is missing, there is a newer version, the device signed something else, or the
 * paper bears a day that cannot be.
 */
export type Unsigned =
  | { readonly why: 'missing'; readonly missing: readonly Missing[] }
  | { readonly why: 'movedOn'; readonly number: number }
  | { readonly why: 'forged' }
  | { readonly why: 'day' };

export interface Signing {
  readonly agreement: string;
  readonly partner: string;
  /** The hash of the version that was read. */
  readonly version: string;
  readonly proof: Proof;
  /** The day that stands on the paper; today for everything that is signed here. */
  readonly day?: Day;
}

/** A partner signs the version that it has read. Signing it again changes nothing; the last one puts it in force. */
export async function sign(
  { db, actor, clock, events }: Context,
  { agreement, partner, version, proof, day }: Signing,
  post: Post | null = null,
): Promise<Result<{ readonly isInForce: boolean }, Unsigned>> {
  demand(may.sign(actor, partner));
  if (proof.kind === 'passkey' && !(await isGenuine({ version, proof }))) return not({ why: 'forged' });
  const signed = await db.write(async (tx) => {
    const standing = await takeAsPartner(tx, agreement, partner);
    const { cooperation, version: newest, hash } = standing;
    if (hash !== version) return not({ why: 'movedOn', number: newest.number } as const);
    const missing = mayBeSigned(await findDraft(tx, standing));
    if (missing.length > 0) return not({ why: 'missing', missing } as const);
    const at = clock.now();
    const on = proof.kind === 'paper' ? (day ?? dayOf(at)) : dayOf(at);
    if (on < newest.day || on > dayOf(at)) return not({ why: 'day' } as const);
    const isNew = await insertSignature(tx, standing, { version, partner, day: on, proof });
    const isInForce = isSignedByAll(newest.text, hash, await findSignatures(tx, agreement));
    if (isNew) {
      await note(tx, partner, { at, act: 'agreement.signed', byRole: 'organisation', about: `agreement/${agreement}` });
      if (isInForce) await tellInForce(tx, standing, { post, at });
    }
    return ok({ isInForce, isFirst: isNew && isInForce, cooperation, number: newest.number });
  });
  if (!signed.ok) return signed;
  const { isInForce, isFirst, cooperation, number } = signed.value;
  if (isFirst) events.tell('agreement.signed', { agreement, cooperation, number });
  return ok({ isInForce });
}
