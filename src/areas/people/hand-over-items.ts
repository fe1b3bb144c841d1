import type { Reader } from '../../platform/database/index.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { pathOfRole, type Role } from './role.ts';
import { findInvitations } from './store-invitation.ts';

/** Something that is open in a role and has to be talked about before it changes hands. */
export interface HandOverItem {
  readonly key: string;
  readonly told: Saying;
  /** Where it lies. */
  readonly href: string;
}

/** What is open for a role, read as whoever hands over. */
export type OpenItems = (db: Reader, role: Role, now: Date) => Promise<readonly HandOverItem[]>;

/** What this area has open itself, and then what the others have. The app knows the others. */
export function openItemsOf(others: readonly OpenItems[]): OpenItems {
  return async (db, role, now) => {
    const items: HandOverItem[] = [];
    for (const find of [openInvitations, ...others]) items.push(...(await find(db, role, now)));
    return items;
  };
}

const openInvitations: OpenItems = async (db, role, now) => {
  // Those that belong to an earlier plan go with it.
  const open = (await findInvitations(db, role.id, now)).filter(({ handOver }) => handOver === null);
  if (open.length === 0) return [];
  const told = saying('people.handOver.item.invitations', { count: open.length });
  return [{ key: 'invitations', told, href: pathOfRole(role) }];
};
