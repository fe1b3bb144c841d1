import { sql, type Kysely } from 'kysely';

/**
 * From now on a table with a column `cooperation` takes nothing new once its cooperation has ended, whatever the
 * program believes. For what belongs to working together; not for what is still kept or said after the end.
 */
export async function refuseEnded(db: Kysely<unknown>, table: string, on = 'insert or update'): Promise<void> {
  await sql
    .raw(
      `create trigger "${table}_going_on" before ${on} on "${table}" for each row execute function cooperation_going_on()`,
    )
    .execute(db);
}
