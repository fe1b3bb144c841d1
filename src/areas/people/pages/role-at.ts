import { NotFoundError } from '../../../platform/errors.ts';
import type { Request } from '../../../platform/http/index.ts';
import { isId } from '../../../plain/ids.ts';
import { dayOf, type Day } from '../../../plain/time.ts';
import { findSubject } from '../../claims/index.ts';
import { findColleagues, type RoleHeld } from '../colleagues.ts';
import { may } from '../may.ts';
import { COORDINATION, OPERATOR, pathOfRole, type RoleRef } from '../role.ts';
import { findAdmissions } from '../store-admission.ts';
import { findHandOver, type HandOver } from '../store-hand-over.ts';
import { findInvitations, type Invitation } from '../store-invitation.ts';
import type { PeoplePages } from './access.ts';

/** The pages of roles: one address for each kind, with the same below it. */
export const ROLE_PATHS = ['/organisationen/:organisation/rollen', '/rollen/koordination', '/rollen/betrieb'] as const;

/** The role that the address names; for whoever may not see it there is none. */
export function roleAt(c: Request): RoleRef {
  const ref = refAt(c);
  if (may.seeRole(c.var.actor, ref) !== true) throw new NotFoundError();
  return ref;
}

/** The same without asking who looks. */
export function refAt(c: Request): RoleRef {
  const organisation = c.req.param('organisation');
  if (organisation === undefined) return c.req.path.startsWith('/rollen/betrieb') ? OPERATOR : COORDINATION;
  if (!isId(organisation)) throw new NotFoundError();
  return { kind: 'organisation', organisation };
}

/** Everything that the page of a role shows to whoever may see it. */
export interface ShownRole extends RoleHeld {
  readonly ref: RoleRef;
  readonly path: string;
  /** The organisation counts as another: whoever comes anew comes there. */
  readonly isForwarded: boolean;
  /** The name of the organisation; null for the others, and where its name is not for this reader. */
  readonly name: string | null;
  readonly admittedOn: Day | null;
  readonly invitations: readonly Invitation[];
  readonly handOver: HandOver | null;
}

export async function showRole(c: Request, ref: RoleRef, { namesOf }: PeoplePages): Promise<ShownRole> {
  const { read, words } = c.var;
  const now = read.clock.now();
  return read.db.read(async (db) => {
    const ids = ref.organisation === null ? [] : [ref.organisation];
    const subject = ref.organisation === null ? null : await findSubject(db, ref.organisation);
    if (ref.organisation !== null && subject?.kind !== 'organisation') throw new NotFoundError();
    const held = await findColleagues(db, read.actor, ref, dayOf(now));
    const { role } = held;
    return {
      ...held,
      ref,
      path: pathOfRole(ref),
      isForwarded: subject !== null && subject.forwardedTo !== null,
      name: (await namesOf(db, ids, words)).get(ids[0] ?? '') ?? null,
      admittedOn: (await findAdmissions(db, ids)).get(ids[0] ?? '') ?? null,
      invitations: role === null ? [] : await findInvitations(db, role.id, now),
      handOver: role === null ? null : await findHandOver(db, role.id),
    };
  });
}
