import type { Reader } from '../../platform/database/index.ts';
import { accountOf, type Actor } from '../../plain/actor.ts';
import { addDays, type Day } from '../../plain/time.ts';
import { may } from './may.ts';
import { ASLEEP_DAYS, placeAmong, type Place, type Role, type RoleRef, type Term } from './role.ts';
import { findAliases, findAsleep, findFamilyRoles, findStanding, findTerms } from './store-role.ts';

/** Who stands in a role on a day, as the actor may know it: the alias is null where it is not for this reader. */
export interface Colleague extends Omit<Term, 'role' | 'account'> {
  readonly alias: string | null;
  /** In which role, where the organisation is known under several ids. */
  readonly role: RoleRef;
  /** The reader's own place in that role. */
  readonly mine: Place | null;
  readonly isMe: boolean;
  /** Has not been here for so long that the network may end the term. */
  readonly isAsleep: boolean;
}

export interface RoleHeld {
  readonly role: Role | null;
  /** Under all ids by which the organisation is known. */
  readonly colleagues: readonly Colleague[];
  /** The reader's own place in this role. */
  readonly mine: Place | null;
  /** The same, under whichever id. */
  readonly mineAmongAll: Place | null;
}

export async function findColleagues(db: Reader, actor: Actor, ref: RoleRef, today: Day): Promise<RoleHeld> {
  const family = await findFamilyRoles(db, ref);
  const roles = new Map(family.map((role) => [role.id, role]));
  const terms = await findTerms(db, [...roles.keys()], today);
  const role = family.find(({ organisation }) => organisation === ref.organisation) ?? null;
  const mineIn = (id: string | undefined) =>
    placeAmong(
      terms.filter((term) => term.role === id),
      actor,
    );
  const accounts = terms.flatMap(({ account }) => (account === null ? [] : [account]));
  const aliases = may.seeHolders(actor, ref) === true ? await findAliases(db, accounts) : new Map<string, string>();
  const asleep = await findAsleep(db, accounts, addDays(today, -ASLEEP_DAYS));
  const own = accountOf(actor);
  return {
    role,
    mine: mineIn(role?.id),
    mineAmongAll: placeAmong(terms, actor),
    colleagues: terms.map(({ id, role: of, place, account, from, until }) => ({
      id,
      role: roles.get(of) ?? ref,
      mine: mineIn(of),
      place,
      from,
      until,
      alias: aliases.get(account ?? '') ?? null,
      isMe: own !== null && account === own,
      isAsleep: account !== null && asleep.has(account),
    })),
  };
}

/** Whether somebody stands in a role today, as holder or deputy, whoever asks. */
export async function isHeld(db: Reader, ref: RoleRef, today: Day): Promise<boolean> {
  return (await findStanding(db, ref, today)).length > 0;
}
