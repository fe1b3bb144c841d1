import { note } from '../../platform/chain/index.ts';
import { asSystem, type Reader } from '../../platform/database/index.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { speaksFor } from '../../plain/actor.ts';
import { dayOf } from '../../plain/time.ts';
import { unprotectSubject } from '../claims/index.ts';
import { findSpeakers } from '../people/index.ts';
import { demand, may } from './may.ts';
import { askOf, type Ending, type ProtectionTerm } from './protection.ts';
import type { ProtectContext } from './protect.ts';
import { endTerm, findTerm, takeTerm } from './store.ts';

/** A second person confirms that a protection ends. From then on the scopes hold again. */
export async function endProtection(
  { db, actor, clock, register }: ProtectContext,
  organisation: string,
): Promise<void> {
  const now = clock.now();
  const known = await db.read(async (reader) => endingOf(reader, await findTerm(reader, organisation), now));
  demand(may.endProtection(actor, known));
  await db.write(async (tx) => {
    const term = await takeTerm(tx, organisation);
    // Meanwhile somebody may have taken the ask back, or no longer speak for the organisation.
    const ending = await endingOf(tx, term, now);
    demand(may.endProtection(actor, ending));
    await unprotectSubject(tx, register, organisation, now);
    if (term !== null) await endTerm(tx, term.id, dayOf(now));
    await note(tx, organisation, {
      at: now,
      act: 'protection.ended',
      byRole: speaksFor(actor, organisation) ? 'organisation' : 'coordination',
      about: `subject/${organisation}`,
    });
  });
}

async function endingOf(db: Reader, term: ProtectionTerm | null, now: Date): Promise<Ending> {
  if (term === null) throw new NotFoundError();
  const { organisation } = term;
  const speakers = await asSystem(db, () => findSpeakers(db, organisation, dayOf(now)));
  return { organisation, ask: askOf(term, speakers), speakers, now };
}
