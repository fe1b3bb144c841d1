import type { Reader } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import './tables.ts';

/** The roles that an account holds on a day, as holder or deputy. */
export async function findRolesOf(
  db: Reader,
  account: string,
  day: Day,
): Promise<readonly { readonly kind: RoleKind; readonly organisation: string | null; readonly isAdmitted: boolean }[]> {
  const rows = await db
    .selectFrom('role_term')
    .innerJoin('role', 'role.id', 'role_term.role')
    .leftJoin('admission', 'admission.organisation', 'role.organisation')
    .select(['role.kind', 'role.organisation', 'admission.admitted_on'])
    .where('role_term.account', '=', account)
    .where('role_term.ended_on', 'is', null)
    .where('role_term.from_day', '<=', day)
    .where((eb) => eb.or([eb('role_term.until_day', 'is', null), eb('role_term.until_day', '>', day)]))
    .orderBy('role.id')
    .execute();
  return rows.map(({ kind, organisation, admitted_on }) => ({ kind, organisation, isAdmitted: admitted_on !== null }));
}

export type RoleKind = 'organisation' | 'coordination' | 'operator';
