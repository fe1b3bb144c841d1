import { system } from '../../plain/actor.ts';
import { dayOf } from '../../plain/time.ts';
import { lastSeenAfter, type Recognise, type WebDatabase } from '../../platform/http/index.ts';
import { familiesOf } from '../claims/index.ts';
import { needsSecondStep } from './role.ts';
import { findKeys } from './store-account.ts';
import { findAdmissions } from './store-admission.ts';
import { findRolesOf } from './store.ts';

/**
 * Who an account is today: what it holds now counts, not what it held when it signed in. What needs a second step
 * counts only in a session that has shown one; whoever runs or coordinates this site is out after a day of silence.
 */
export function recogniser(database: Pick<WebDatabase, 'as'>): Recognise {
  return (account, session, now, { hasTwoFactors, seenOn, actingFor }) =>
    database.as(system('recognise')).read(async (db) => {
      const keys = await findKeys(db, { id: account });
      if (keys === null) return null;
      const roles = await findRolesOf(db, account, dayOf(now));
      const kinds = new Set(roles.map(({ kind }) => kind));
      const isOfHouse = kinds.has('operator') || kinds.has('coordination');
      if (isOfHouse && seenOn < lastSeenAfter('house', now)) return null;
      const awaits = !hasTwoFactors && needsSecondStep(keys, roles);
      const open = awaits && keys.owesSecondStep ? [] : roles;
      const own = open.flatMap(({ organisation }) => (organisation === null ? [] : [organisation]));
      // Whoever speaks for one of several entries that count as the same speaks for all of them.
      const { all, headOf } = await familiesOf(db, own);
      const organisations = [...new Set([...own.map(headOf), ...own])];
      const alsoAs = all.filter((id) => !organisations.includes(id));
      const chosen = organisations.find((one) => one === actingFor);
      return {
        kind: awaits || !isOfHouse ? 'account' : kinds.has('operator') ? 'operator' : 'coordination',
        session,
        account,
        organisations,
        ...(alsoAs.length === 0 ? {} : { alsoAs }),
        ...(chosen === undefined ? {} : { actingFor: chosen }),
        isAdmitted:
          open.some(({ isAdmitted }) => isAdmitted) ||
          (all.length > own.length && (await findAdmissions(db, own)).size > 0),
        ...(awaits ? { awaitsSecondStep: true as const } : {}),
      };
    });
}
