import { asSystem, type Reader, type Transaction } from '../../platform/database/index.ts';
import { newId } from '../../plain/ids.ts';
import type { Day } from '../../plain/time.ts';
import { findFamily } from '../claims/index.ts';
import { isRunning, type Place, type Role, type RoleRef, type Term } from './role.ts';
import './tables.ts';

/** The role, made if there is none yet, and held until the end of the transaction: two at once take turns. */
export function holdRole(tx: Transaction, { kind, organisation }: RoleRef, now: Date): Promise<Role> {
  return asSystem(tx, async () => {
    await tx
      .insertInto('role')
      .values({ id: newId(now), kind, organisation, vacant_since: null })
      .onConflict((conflict) => conflict.columns(['kind', 'organisation']).doNothing())
      .execute();
    const row = await roles(tx)
      .where('kind', '=', kind)
      .where('organisation', 'is not distinct from', organisation)
      .forUpdate()
      .executeTakeFirstOrThrow();
    return row;
  });
}

/** A role by its id, held until the end of the transaction; null when it is gone. */
export function holdRoleById(tx: Transaction, id: string): Promise<Role | null> {
  return asSystem(tx, async () => (await roles(tx).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null);
}

/** The role as far as the actor may see it. */
export async function findRole(db: Reader, { kind, organisation }: RoleRef): Promise<Role | null> {
  const row = await roles(db)
    .where('kind', '=', kind)
    .where('organisation', 'is not distinct from', organisation)
    .executeTakeFirst();
  return row ?? null;
}

/** The same role under all ids by which the organisation is known, as far as the actor may see them. */
export async function findFamilyRoles(db: Reader, { kind, organisation }: RoleRef): Promise<readonly Role[]> {
  const found = roles(db).where('kind', '=', kind);
  if (organisation === null) return found.where('organisation', 'is', null).execute();
  return found
    .where('organisation', 'in', await findFamily(db, [organisation]))
    .orderBy('id')
    .execute();
}

/** The id of a role, for whoever gives or takes it without standing in it yet. */
export function findOwnRole(db: Reader, ref: RoleRef): Promise<string | null> {
  return asSystem(db, async () => (await findRole(db, ref))?.id ?? null);
}

/** All roles that the actor may see, the vacant ones first. */
export function findRoles(db: Reader): Promise<readonly Role[]> {
  return roles(db)
    .orderBy('vacant_since', (order) => order.asc().nullsLast())
    .orderBy('id')
    .execute();
}

function roles(db: Reader) {
  return db.selectFrom('role').select(['id', 'kind', 'organisation', 'vacant_since as vacantSince']);
}

/** The terms that count on a day, the holder's first, as far as the actor may see them. */
export async function findTerms(db: Reader, of: readonly string[], day: Day): Promise<readonly Term[]> {
  return (await findOpenTerms(db, of)).filter((term) => isRunning(term, day));
}

/** The terms of a role that count on a day, whoever asks. */
export function findStanding(db: Reader, ref: RoleRef, day: Day): Promise<readonly Term[]> {
  return asSystem(db, async () => {
    const role = await findRole(db, ref);
    return role === null ? [] : findTerms(db, [role.id], day);
  });
}

/** The same under all ids by which the organisation is known: who speaks for one of them speaks for all. */
export function findFamilyStanding(db: Reader, ref: RoleRef, day: Day): Promise<readonly Term[]> {
  return asSystem(db, async () => {
    const family = await findFamilyRoles(db, ref);
    return findTerms(
      db,
      family.map(({ id }) => id),
      day,
    );
  });
}

/** Whether the role stands empty under one of these ids, and it was told, whoever asks. */
export function isKnownVacant(db: Reader, ref: RoleRef): Promise<boolean> {
  return asSystem(db, async () => (await findFamilyRoles(db, ref)).some(({ vacantSince }) => vacantSince !== null));
}

/** Terms that nobody has closed, also those to come and those whose end has come. */
async function findOpenTerms(db: Reader, of: readonly string[]): Promise<readonly Term[]> {
  if (of.length === 0) return [];
  return db
    .selectFrom('role_term')
    .select(['id', 'role', 'place', 'account', 'from_day as from', 'until_day as until'])
    .where('role', 'in', of)
    .where('ended_on', 'is', null)
    .orderBy('place', 'desc')
    .execute();
}

/** False when the place is taken. */
export function insertTerm(
  tx: Transaction,
  term: Omit<Term, 'id' | 'account'> & { readonly account: string },
  now: Date,
): Promise<boolean> {
  return asSystem(tx, async () => {
    const row = await tx
      .insertInto('role_term')
      .values({
        id: newId(now),
        role: term.role,
        place: term.place,
        account: term.account,
        from_day: term.from,
        until_day: term.until,
        ended_on: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    return row !== undefined;
  });
}

/** Closes terms of a role: the days and the place stay, the account is gone from them. Returns who stood there. */
export function closeTerms(
  tx: Transaction,
  which: { readonly role: string } & (
    | { readonly account: string }
    | { readonly term: string }
    | { readonly place: Place }
  ),
  day: Day,
): Promise<readonly Term[]> {
  return asSystem(tx, async () => {
    const open = (await findOpenTerms(tx, [which.role])).filter((term) => {
      if ('account' in which) return term.account === which.account;
      return 'term' in which ? term.id === which.term : term.place === which.place;
    });
    for (const { id } of open) await closeTerm(tx, id, day);
    return open;
  });
}

/** Closes the terms of a role whose last day is over, and those of accounts that are gone. */
export function closeOverdue(tx: Transaction, role: string, today: Day): Promise<readonly Term[]> {
  return asSystem(tx, async () => {
    const over = (await findOpenTerms(tx, [role])).filter(
      ({ until, account }) => account === null || (until !== null && until <= today),
    );
    for (const { id, until } of over) await closeTerm(tx, id, until !== null && until <= today ? until : today);
    return over;
  });
}

async function closeTerm(tx: Transaction, term: string, day: Day): Promise<void> {
  await tx.updateTable('role_term').set({ ended_on: day, account: null }).where('id', '=', term).execute();
}

/** Roles with something to close. Only the program asks. */
export async function findOverdue(tx: Reader, today: Day): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('role_term')
    .select('role')
    .distinct()
    .where('ended_on', 'is', null)
    .where((eb) => eb.or([eb('until_day', '<=', today), eb('account', 'is', null)]))
    .orderBy('role')
    .execute();
  return rows.map(({ role }) => role);
}

/** Roles in which somebody stood once and nobody does today, each seen by itself. Only the program asks. */
export function findEmpty(tx: Reader, today: Day): Promise<readonly Role[]> {
  const terms = tx.selectFrom('role_term').select('role_term.role');
  const isRunningOn = terms
    .where('ended_on', 'is', null)
    .where('from_day', '<=', today)
    .where((eb) => eb.or([eb('until_day', 'is', null), eb('until_day', '>', today)]));
  return roles(tx)
    .where('id', 'in', terms.where('ended_on', 'is not', null))
    .where('id', 'not in', isRunningOn)
    .orderBy('id')
    .execute();
}

/** The roles of an account, also those that begin later. */
export function findRoleIdsOf(tx: Reader, account: string): Promise<readonly string[]> {
  return asSystem(tx, async () => {
    const rows = await tx
      .selectFrom('role_term')
      .select('role')
      .where('account', '=', account)
      .where('ended_on', 'is', null)
      .orderBy('role')
      .execute();
    return rows.map(({ role }) => role);
  });
}

export async function setVacant(tx: Transaction, role: string, since: Date | null): Promise<void> {
  await asSystem(tx, () => tx.updateTable('role').set({ vacant_since: since }).where('id', '=', role).execute());
}

/** The aliases of accounts, for those whom the policy lets see them. */
export function findAliases(db: Reader, accounts: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return asSystem(db, async () => {
    if (accounts.length === 0) return new Map();
    const rows = await db.selectFrom('account').select(['id', 'alias']).where('id', 'in', accounts).execute();
    return new Map(rows.map(({ id, alias }) => [id, alias]));
  });
}

/** Accounts that have not been here since a day. */
export function findAsleep(db: Reader, accounts: readonly (string | null)[], since: Day): Promise<ReadonlySet<string>> {
  return asSystem(db, async () => {
    const known = accounts.filter((account) => account !== null);
    if (known.length === 0) return new Set();
    const rows = await db
      .selectFrom('account')
      .select('id')
      .where('id', 'in', known)
      .where((eb) => eb(eb.fn.coalesce('seen_on', 'began_on'), '<', since))
      .execute();
    return new Set(rows.map(({ id }) => id));
  });
}

/** Where mail reaches accounts. Only a mail is made from it, no page. */
export function findMailboxes(
  tx: Transaction,
  accounts: readonly (string | null)[],
): Promise<readonly { readonly mail: string; readonly language: string }[]> {
  return asSystem(tx, async () => {
    const known = accounts.filter((account) => account !== null);
    if (known.length === 0) return [];
    const rows = await tx.selectFrom('account').select(['mail', 'language']).where('id', 'in', known).execute();
    return rows.flatMap(({ mail, language }) => (mail === null ? [] : [{ mail, language }]));
  });
}

/** The language in which an account reads mail, whoever asks. */
export async function findAccountLanguage(db: Reader, account: string): Promise<string | null> {
  const row = await asSystem(db, () =>
    db.selectFrom('account').select('language').where('id', '=', account).executeTakeFirst(),
  );
  return row?.language ?? null;
}
