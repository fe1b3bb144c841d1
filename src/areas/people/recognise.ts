import { system } from '../../plain/actor.ts';
import { dayOf } from '../../plain/time.ts';
import type { Recognise, WebDatabase } from '../../platform/http/index.ts';
import { findRolesOf, hasAccount } from './store.ts';

/** Who an account is today: what it holds now counts, not what it held when it signed in. */
export function recogniser(database: Pick<WebDatabase, 'as'>): Recognise {
  return (account, session, now) =>
    database.as(system('recognise')).read(async (db) => {
      if (!(await hasAccount(db, account))) return null;
      const roles = await findRolesOf(db, account, dayOf(now));
      const kinds = new Set(roles.map(({ kind }) => kind));
      return {
        kind: kinds.has('operator') ? 'operator' : kinds.has('coordination') ? 'coordination' : 'account',
        session,
        account,
        organisations: roles.flatMap(({ organisation }) => (organisation === null ? [] : [organisation])),
        isAdmitted: roles.some(({ isAdmitted }) => isAdmitted),
      };
    });
}
