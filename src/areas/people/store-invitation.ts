import { asSystem, type Reader, type Transaction } from '../../platform/database/index.ts';
import { hashOf } from '../../platform/http/index.ts';
import { sealWords } from '../../platform/secret/index.ts';
import type { Day } from '../../plain/time.ts';
import type { ByRole, Place, Role } from './role.ts';
import type { InvitationTable } from './tables.ts';

/** An invitation that is open. */
export interface Invitation {
  readonly id: string;
  readonly role: Role;
  readonly place: Place;
  /** The hand-over that it belongs to, where the place is not free yet. */
  readonly handOver: string | null;
  /** In which role it was made. */
  readonly by: ByRole;
  readonly until: Day | null;
  readonly madeOn: Day;
  readonly endsAt: Date;
}

/** What is kept of the key of an invitation: of words from paper the seal, of what a link carries a plain hash. */
export function hashOfKey(key: string): string {
  return key.includes(' ') ? sealWords('invitation', key) : hashOf(key);
}

/** Keeps an invitation; an earlier one to the same place is worth nothing from now on. */
export async function insertInvitation(tx: Transaction, invitation: InvitationTable): Promise<void> {
  await asSystem(tx, async () => {
    await tx
      .deleteFrom('invitation')
      .where('role', '=', invitation.role)
      .where('place', '=', invitation.place)
      .execute();
    await tx.insertInto('invitation').values(invitation).execute();
  });
}

/** The open invitation behind a link or a code, whoever holds it. Looking does not use it up. */
export async function findInvitation(db: Reader, hash: string, now: Date): Promise<Invitation | null> {
  const found = await asSystem(db, () =>
    rows(db, now)
      .where((eb) => eb.or([eb('token_hash', '=', hash), eb('code_hash', '=', hash)]))
      .executeTakeFirst(),
  );
  return found === undefined ? null : shaped(found);
}

/** An open invitation by its id, for whoever wants to take it back. */
export async function findInvitationById(db: Reader, id: string, now: Date): Promise<Invitation | null> {
  const found = await rows(db, now).where('invitation.id', '=', id).executeTakeFirst();
  return found === undefined ? null : shaped(found);
}

/** The open invitations to a role, as far as the actor may see them. */
export async function findInvitations(db: Reader, role: string, now: Date): Promise<readonly Invitation[]> {
  const found = await rows(db, now).where('invitation.role', '=', role).orderBy('invitation.id').execute();
  return found.map(shaped);
}

/** Uses an invitation up; false when somebody was quicker or it has been taken back. */
export function spendInvitation(tx: Transaction, id: string): Promise<boolean> {
  return asSystem(tx, async () => {
    const row = await tx.deleteFrom('invitation').where('id', '=', id).returning('id').executeTakeFirst();
    return row !== undefined;
  });
}

/** Forgets what somebody who stands in a role no more has invited to. */
export async function dropInvitationsOf(tx: Transaction, { id, kind }: Role, account: string): Promise<void> {
  await asSystem(tx, () => {
    const drop = tx.deleteFrom('invitation').where('by_account', '=', account);
    // Whoever looks after the network invites to other roles too, and that right has gone with their own.
    return kind === 'organisation' ? drop.where('role', '=', id).execute() : drop.where('by_role', '=', kind).execute();
  });
}

/** Somebody speaks for the organisation: whom else it calls is for itself, also where the network had asked before. */
export async function dropInvitationsFromAbove(tx: Transaction, role: string): Promise<void> {
  await asSystem(tx, () =>
    tx.deleteFrom('invitation').where('role', '=', role).where('by_role', '<>', 'organisation').execute(),
  );
}

/** Removes what nobody has accepted in time. */
export async function sweepInvitations(tx: Transaction, now: Date): Promise<number> {
  const { numDeletedRows } = await tx.deleteFrom('invitation').where('ends_at', '<=', now).executeTakeFirst();
  return Number(numDeletedRows);
}

function rows(db: Reader, now: Date) {
  return db
    .selectFrom('invitation')
    .innerJoin('role', 'role.id', 'invitation.role')
    .select([
      'invitation.id',
      'invitation.role',
      'invitation.place',
      'invitation.hand_over',
      'invitation.by_role',
      'invitation.until_day',
      'invitation.made_on',
      'invitation.ends_at',
      'role.kind',
      'role.organisation',
      'role.vacant_since',
    ])
    .where('invitation.ends_at', '>', now);
}

function shaped(row: Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]): Invitation {
  return {
    id: row.id,
    role: { id: row.role, kind: row.kind, organisation: row.organisation, vacantSince: row.vacant_since },
    place: row.place,
    handOver: row.hand_over,
    by: row.by_role,
    until: row.until_day,
    madeOn: row.made_on,
    endsAt: row.ends_at,
  };
}
