import { system } from '../../plain/actor.ts';
import { newId } from '../../plain/ids.ts';
import { dayOf } from '../../plain/time.ts';
import type { WriteDatabase } from '../context.ts';
import type { WebDatabase } from './web-database.ts';
import './tables.ts';

const HOUR_MS = 3_600_000;
const LINK_MS = 24 * HOUR_MS;
const SESSION_MS = 30 * 24 * HOUR_MS;

export interface Session {
  readonly id: string;
  readonly kind: 'operator';
}

type Sessions = Pick<WebDatabase, 'as'>;

export async function findSession(database: Sessions, tokenHash: string, now: Date): Promise<Session | null> {
  const today = dayOf(now);
  const found = await door(database).read((db) =>
    db
      .selectFrom('session')
      .select(['id', 'actor_kind', 'seen_on'])
      .where('token_hash', '=', tokenHash)
      .where('ends_at', '>', now)
      .executeTakeFirst(),
  );
  if (found === undefined) return null;
  if (found.seen_on !== today) {
    await door(database).write((tx) =>
      tx.updateTable('session').set({ seen_on: today }).where('id', '=', found.id).execute(),
    );
  }
  return { id: found.id, kind: found.actor_kind };
}

export async function endSession(database: Sessions, id: string): Promise<void> {
  await door(database).write((tx) => tx.deleteFrom('session').where('id', '=', id).execute());
}

export async function hasSession(database: Sessions, now: Date): Promise<boolean> {
  const found = await door(database).read((db) =>
    db.selectFrom('session').select('id').where('ends_at', '>', now).limit(1).executeTakeFirst(),
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
    const endsAt = new Date(now.getTime() + SESSION_MS);
    await tx.deleteFrom('session').where('ends_at', '<=', now).execute();
    await tx
      .insertInto('session')
      .values({
        id: newId(now),
        token_hash: hashes.session,
        actor_kind: 'operator',
        created_at: now,
        seen_on: dayOf(now),
        ends_at: endsAt,
      })
      .execute();
    return endsAt;
  });
}

function door(database: Sessions): WriteDatabase {
  return database.as(system('session'));
}
