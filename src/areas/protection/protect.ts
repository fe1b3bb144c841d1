import { NotFoundError } from '../../platform/errors.ts';
import { note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import { newId } from '../../plain/ids.ts';
import { findSubject, protectSubject, type Register } from '../claims/index.ts';
import { demand, may } from './may.ts';
import { insertTerm, takeTerm } from './store.ts';

export interface ProtectContext extends Context {
  readonly register: Register;
}

/** Hides what leads to an organisation's door or people, at once. Done again, it changes nothing. */
export async function protect({ db, actor, clock, register }: ProtectContext, organisation: string): Promise<void> {
  demand(may.protect(actor, organisation));
  await db.write(async (tx) => {
    const subject = await findSubject(tx, organisation);
    if (subject?.kind !== 'organisation') throw new NotFoundError();
    if ((await takeTerm(tx, organisation)) !== null) return;
    const at = clock.now();
    await protectSubject(tx, register, organisation, at);
    await insertTerm(tx, { id: newId(at), organisation, since: at });
    await note(tx, organisation, {
      at,
      act: 'protection.begun',
      byRole: 'organisation',
      about: `subject/${organisation}`,
    });
  });
}
