import type { Reader } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import { aliasKey } from './account.ts';
import type { RoleKind } from './store.ts';
import './tables.ts';

/** Everything about an account that could be handed out. What is not here is not handed out. */
export interface AccountTold {
  readonly alias: string;
  /** `2026-11` */
  readonly beganIn: string;
  readonly seenOn: Day | null;
  readonly roles: readonly {
    readonly kind: RoleKind;
    readonly organisation: string | null;
    readonly place: 'holder' | 'deputy';
    readonly since: Day;
  }[];
}

/** As far as the actor may read the account: a person its own, the program each. */
export async function tellAccount(
  db: Reader,
  by: { readonly alias: string } | { readonly id: string },
): Promise<AccountTold | null> {
  const row = await db
    .selectFrom('account')
    .select(['id', 'alias', 'began_on', 'seen_on'])
    .where((eb) => ('id' in by ? eb('id', '=', by.id) : eb('alias_key', '=', aliasKey(by.alias))))
    .executeTakeFirst();
  if (row === undefined) return null;
  const roles = await db
    .selectFrom('role_term')
    .innerJoin('role', 'role.id', 'role_term.role')
    .select(['role.kind', 'role.organisation', 'role_term.place', 'role_term.from_day'])
    .where('role_term.account', '=', row.id)
    .where('role_term.ended_on', 'is', null)
    .orderBy('role_term.from_day')
    .orderBy('role_term.id')
    .execute();
  return {
    alias: row.alias,
    beganIn: row.began_on.slice(0, 7),
    seenOn: row.seen_on,
    roles: roles.map(({ from_day: since, ...role }) => ({ ...role, since })),
  };
}

/** Which places of an organisation's role are taken, and since when it is confirmed in the network: no names. */
export async function tellPlaces(
  db: Reader,
  organisation: string,
): Promise<{
  readonly admittedOn: Day | null;
  readonly places: readonly { readonly place: 'holder' | 'deputy'; readonly since: Day }[];
}> {
  const places = await db
    .selectFrom('role_term')
    .innerJoin('role', 'role.id', 'role_term.role')
    .select(['role_term.place', 'role_term.from_day'])
    .where('role.organisation', '=', organisation)
    .where('role_term.ended_on', 'is', null)
    .orderBy('role_term.place', 'desc')
    .execute();
  const admission = await db
    .selectFrom('admission')
    .select('admitted_on')
    .where('organisation', '=', organisation)
    .executeTakeFirst();
  return {
    admittedOn: admission?.admitted_on ?? null,
    places: places.map(({ place, from_day }) => ({ place, since: from_day })),
  };
}
