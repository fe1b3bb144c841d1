import { sql } from 'kysely';
import type { Reader } from './handle.ts';

/**
 * Does one thing as the program itself inside the transaction of an actor, then goes on as the actor:
 * what nobody's own right can reach, for example looking up the account behind a link. The policy of the
 * verb has said yes before. Everything that throws inside ends the transaction, so no right stays raised.
 */
export async function asSystem<Result>(tx: Reader, work: () => Promise<Result>): Promise<Result> {
  // The rank from before is read first: the setting is changed for each row of it.
  const before = tx
    .selectNoFrom(sql<string>`current_setting('geflecht.actor', true)`.as('rank'))
    .offset(0)
    .as('before');
  const { rank } = await tx
    .selectFrom(before)
    .select(['rank', sql`set_config('geflecht.actor', 'system', true)`.as('raised')])
    .executeTakeFirstOrThrow();
  const result = await work();
  if (rank !== 'system') await set(tx, 'geflecht.actor', rank);
  return result;
}

/**
 * From here to the end of the transaction whoever keeps the register also reads what one subject keeps to
 * itself or to its partners. Only together with a note in the chain of the organisation, which sees it there.
 */
export async function openProtected(tx: Reader, subject: string): Promise<void> {
  await set(tx, 'geflecht.opened', subject);
}

async function set(tx: Reader, setting: string, value: string): Promise<void> {
  await tx.selectNoFrom(sql<string>`set_config(${setting}, ${value}, true)`.as('value')).execute();
}
