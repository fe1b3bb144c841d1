import type { Context, ReadContext } from '../../platform/context.ts';
import { note } from '../../platform/chain/index.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { organisationsOf, type Actor } from '../../plain/actor.ts';
import { dayOf } from '../../plain/time.ts';
import { byProgram } from './store-known.ts';
import { isVouchedFor } from './introduction.ts';
import { demand, may } from './may.ts';
import { findVouchers, insertVouch, removeVouch } from './store-vouch.ts';
import { VOUCH_PATH, type Work } from './work.ts';

export interface Vouch {
  /** For whom. */
  readonly organisation: string;
  readonly voucher: string;
}

/** An organisation vouches for another one. It gives no reason, and can take it back at once. */
export async function vouchFor({ db, actor, clock }: Context, { organisation, voucher }: Vouch): Promise<void> {
  demand(may.vouch(actor, voucher, organisation));
  const at = clock.now();
  await db.write(async (tx) => {
    await insertVouch(tx, { organisation, voucher, since: dayOf(at) });
    await note(tx, voucher, { at, act: 'vouch.given', byRole: 'organisation', about: `subject/${voucher}` });
  });
}

/** Takes it back: from this moment on nobody is told of it. */
export async function endVouch({ db, actor, clock }: Context, { organisation, voucher }: Vouch): Promise<void> {
  demand(may.vouch(actor, voucher, organisation));
  const at = clock.now();
  await db.write(async (tx) => {
    if (!(await removeVouch(tx, organisation, voucher))) throw new NotFoundError();
    await note(tx, voucher, { at, act: 'vouch.ended', byRole: 'organisation', about: `subject/${voucher}` });
  });
}

/** The button for whoever may vouch for an organisation; none for others. */
export function vouchTools(
  actor: Actor,
  organisation: string,
): readonly { readonly href: string; readonly key: string }[] {
  const mayVouch = organisationsOf(actor).some((voucher) => may.vouch(actor, voucher, organisation) === true);
  return mayVouch ? [{ href: `${VOUCH_PATH}/${organisation}`, key: 'requests.vouch.tool' }] : [];
}

/** Whether two organisations of different kind vouch for this one. Which ones nobody is told. */
export async function isVouched(
  { db }: Pick<ReadContext, 'db'>,
  { kindOf }: Pick<Work, 'kindOf'>,
  organisation: string,
): Promise<boolean> {
  return db.read(async (reader) => {
    const vouchers = await findVouchers(reader, organisation);
    if (vouchers.length < 2) return false;
    return isVouchedFor(
      await byProgram(reader, async () => {
        const kinds: (string | null)[] = [];
        for (const voucher of vouchers) kinds.push(await kindOf(reader, voucher));
        return kinds;
      }),
    );
  });
}
