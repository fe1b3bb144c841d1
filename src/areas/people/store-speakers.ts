import type { Reader } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';

/** The accounts that speak for an organisation on a day, as holder or deputy, as far as the actor may know them. */
export async function findSpeakers(db: Reader, organisation: string, day: Day): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('role_term')
    .innerJoin('role', 'role.id', 'role_term.role')
    .select('role_term.account')
    .distinct()
    .where('role.organisation', '=', organisation)
    .where('role_term.account', 'is not', null)
    .where('role_term.ended_on', 'is', null)
    .where('role_term.from_day', '<=', day)
    .where((eb) => eb.or([eb('role_term.until_day', 'is', null), eb('role_term.until_day', '>', day)]))
    .execute();
  return rows.flatMap(({ account }) => (account === null ? [] : [account]));
}
