import { system } from '../../plain/actor.ts';
import { newId } from '../../plain/ids.ts';
import { dayOf, type Day } from '../../plain/time.ts';
import type { WriteDatabase } from '../context.ts';
import type { Reader, Transaction } from '../database/index.ts';
import { lastSeenAfter } from './silence.ts';
import type { WebDatabase } from './web-database.ts';
import './tables.ts';

const HOUR_MS = 3_600_000;
const LINK_MS = 24 * HOUR_MS;
const SESSION_MS = 30 * 24 * HOUR_MS;
/** After this long a token is exchanged for a new one; a stolen one is noticed or useless soon. */
const ROTATE_MS = 24 * HOUR_MS;
/** Requests that were under way with the old token still count. */
const OVERLAP_MS = 2 * 60_000;

/** Somebody's session: of an account, or of the first entrance (`account` is null). */
export interface Session {
  readonly id: string;
  readonly account: string | null;
  readonly hasTwoFactors: boolean;
  /** The organisation that its owner has chosen to be here for, of several. */
  readonly actingFor: string | null;
  /** The day of the last visit before this one. */
  readonly seenOn: Day;
  readonly endsAt: Date;
  /** Whether the token that came should be exchanged. */
  readonly isDue: boolean;
}

type Sessions = Pick<WebDatabase, 'as'>;

export async function findSession(database: Sessions, tokenHash: string, now: Date): Promise<Session | null> {
  const found = await door(database).read((db) =>
    db
      .selectFrom('session')
      .select([
        'id',
        'account',
        'two_factors',
        'acting_for',
        'seen_on',
        'ends_at',
        'created_at',
        'rotated_at',
        'token_hash',
      ])
      .where((eb) =>
        eb.or([
          eb('token_hash', '=', tokenHash),
          eb.and([eb('former_hash', '=', tokenHash), eb('former_until', '>', now)]),
        ]),
      )
      .where('ends_at', '>', now)
      .where('seen_on', '>=', lastSeenAfter('other', now))
      .executeTakeFirst(),
  );
  if (found === undefined) return null;
  const since = found.rotated_at ?? found.created_at;
  return {
    id: found.id,
    account: found.account,
    hasTwoFactors: found.two_factors,
    actingFor: found.acting_for,
    seenOn: found.seen_on,
    endsAt: found.ends_at,
    isDue: found.token_hash === tokenHash && now.getTime() - since.getTime() > ROTATE_MS,
  };
}

/** Notes that somebody was here today, once a day. */
export async function noteVisit(database: Sessions, { id, seenOn }: Session, now: Date): Promise<void> {
  const today = dayOf(now);
  if (seenOn === today) return;
  await door(database).write((tx) => tx.updateTable('session').set({ seen_on: today }).where('id', '=', id).execute());
}

/** Exchanges the token of a session; false when another request was quicker. */
export async function rotateSession(
  database: Sessions,
  { id, from, to }: { readonly id: string; readonly from: string; readonly to: string },
  now: Date,
): Promise<boolean> {
  return door(database).write(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('session')
      .set({
        token_hash: to,
        former_hash: from,
        former_until: new Date(now.getTime() + OVERLAP_MS),
        rotated_at: now,
      })
      .where('id', '=', id)
      .where('token_hash', '=', from)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  });
}

/**
 * Opens a session in the caller's transaction and returns when it ends. `account` is null for the first entrance.
 * Only the program itself may: call it inside `asSystem`.
 */
export async function insertSession(
  tx: Transaction,
  session: {
    readonly tokenHash: string;
    readonly account: string | null;
    readonly device: string | null;
    readonly hasTwoFactors?: boolean;
    /** When its owner has shown a key, where that was before now. */
    readonly openedAt?: Date;
  },
  now: Date,
): Promise<Date> {
  const endsAt = new Date(now.getTime() + SESSION_MS);
  await tx.deleteFrom('session').where('ends_at', '<=', now).execute();
  await tx
    .insertInto('session')
    .values({
      id: newId(now),
      token_hash: session.tokenHash,
      actor_kind: session.account === null ? 'operator' : 'account',
      account: session.account,
      two_factors: session.hasTwoFactors ?? false,
      device: session.device,
      created_at: session.openedAt ?? now,
      seen_on: dayOf(now),
      ends_at: endsAt,
    })
    .execute();
  return endsAt;
}

/** A session as its owner sees it. */
export interface OwnSession {
  readonly id: string;
  readonly device: string | null;
  readonly hasTwoFactors: boolean;
  /** When its owner has last shown a key. */
  readonly createdAt: Date;
  readonly seenOn: string;
}

/** The running sessions of an account, newest first. Only inside `asSystem`. */
export async function findSessionsOf(db: Reader, account: string, now: Date): Promise<readonly OwnSession[]> {
  const rows = await db
    .selectFrom('session')
    .select(['id', 'device', 'two_factors', 'created_at', 'seen_on'])
    .where('account', '=', account)
    .where('ends_at', '>', now)
    .where('seen_on', '>=', lastSeenAfter('other', now))
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    device: row.device,
    hasTwoFactors: row.two_factors,
    createdAt: row.created_at,
    seenOn: row.seen_on,
  }));
}

/** The owner of a session has shown a key again. Only inside `asSystem`. */
export async function freshenSession(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx.updateTable('session').set({ created_at: now }).where('id', '=', id).execute();
}

/** The owner of a session has chosen for whom to be here. Only inside `asSystem`. */
export async function chooseInSession(tx: Transaction, id: string, organisation: string): Promise<void> {
  await tx.updateTable('session').set({ acting_for: organisation }).where('id', '=', id).execute();
}

/** What an account has shown before counts as one factor from now on. Only inside `asSystem`. */
export async function weakenSessionsOf(tx: Transaction, account: string): Promise<void> {
  await tx.updateTable('session').set({ two_factors: false }).where('account', '=', account).execute();
}

/** Ends sessions of an account: one, or all but one. Only inside `asSystem`. */
export async function endSessionsOf(
  tx: Transaction,
  account: string,
  which: { readonly only?: string; readonly except?: string } = {},
): Promise<void> {
  let query = tx.deleteFrom('session').where('account', '=', account);
  if (which.only !== undefined) query = query.where('id', '=', which.only);
  if (which.except !== undefined) query = query.where('id', '<>', which.except);
  await query.execute();
}

export async function endSession(database: Sessions, id: string): Promise<void> {
  await door(database).write((tx) => closeSession(tx, id));
}

/** Ends one session, whosever it is, in the caller's transaction. Only inside `asSystem`. */
export async function closeSession(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('session').where('id', '=', id).execute();
}

/** Whether anybody is in by the first entrance, and not only holds a session that silence has ended. */
export async function hasSession(database: Sessions, now: Date): Promise<boolean> {
  const found = await door(database).read((db) =>
    db
      .selectFrom('session')
      .select('id')
      .where('ends_at', '>', now)
      .where('account', 'is', null)
      .where('seen_on', '>=', lastSeenAfter('house', now))
      .limit(1)
      .executeTakeFirst(),
  );
  return found !== undefined;
}

/** Only the newest link opens: an older one in some scrollback is worthless from now on. */
export async function keepLink(database: Sessions, tokenHash: string, now: Date): Promise<void> {
  await door(database).write(async (tx) => {
    await tx.deleteFrom('entrance').execute();
    await tx.insertInto('entrance').values({ token_hash: tokenHash, made_at: now, used_at: null }).execute();
  });
}

export async function linkIsFresh(database: Sessions, tokenHash: string, now: Date): Promise<boolean> {
  const found = await door(database).read((db) =>
    db
      .selectFrom('entrance')
      .select('made_at')
      .where('token_hash', '=', tokenHash)
      .where('used_at', 'is', null)
      .where('made_at', '>', new Date(now.getTime() - LINK_MS))
      .executeTakeFirst(),
  );
  return found !== undefined;
}

/** Burns the link and opens a session, both or neither. Returns when the session ends; null if the link opens nothing. */
export async function enterByLink(
  database: Sessions,
  hashes: { readonly link: string; readonly session: string },
  now: Date,
): Promise<Date | null> {
  return door(database).write(async (tx) => {
    const burnt = await tx
      .updateTable('entrance')
      .set({ used_at: now })
      .where('token_hash', '=', hashes.link)
      .where('used_at', 'is', null)
      .where('made_at', '>', new Date(now.getTime() - LINK_MS))
      .returning('token_hash')
      .executeTakeFirst();
    if (burnt === undefined) return null;
    return insertSession(tx, { tokenHash: hashes.session, account: null, device: null }, now);
  });
}

function door(database: Sessions): WriteDatabase {
  return database.as(system('session'));
}
