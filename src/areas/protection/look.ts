import { note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import { openProtected } from '../../platform/database/index.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { isId } from '../../plain/ids.ts';
import { findSubject, mergeShown, type Facts } from '../claims/index.ts';
import { findShownOrganisations, ORGANISATION_FIELDS } from '../organisations/index.ts';
import type { Reason } from './look-reason.ts';
import { demand, may } from './may.ts';

/**
 * Whoever keeps the register looks at what an organisation shows to partners or to nobody. The note for the
 * organisation is made in the same transaction: without the note there are no facts.
 */
export async function look(
  { db, actor, clock }: Context,
  { organisation, reason }: { readonly organisation: string; readonly reason: Reason },
): Promise<Facts> {
  demand(may.look(actor));
  return db.write(async (tx) => {
    const subject = isId(organisation) ? await findSubject(tx, organisation) : null;
    if (subject?.kind !== 'organisation') throw new NotFoundError();
    await openProtected(tx, organisation);
    const rows = await findShownOrganisations(tx, [organisation]);
    const closed = rows.filter(({ scope }) => scope === 'partner' || scope === 'own');
    const facts = mergeShown(ORGANISATION_FIELDS, closed);
    await note(tx, organisation, {
      at: clock.now(),
      act: 'protected.read',
      byRole: actor.kind,
      about: `reason/${reason} fields/${Object.keys(facts).toSorted().join(',')}`,
    });
    return facts;
  });
}
