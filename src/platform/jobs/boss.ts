import { PgBoss, type Db } from 'pg-boss';
import type { Database } from '../database/index.ts';
import type { Log } from '../log/index.ts';

/** The schema of the queue, apart from our tables: the app's role cannot even see it. */
const SCHEMA = 'jobs';

/** A killed process on a server is noticed by its silence, and its job given to another, within a minute. */
export const HEARTBEAT_SECONDS = 20;
const WATCH_SECONDS = 15;

const TEN_MINUTES = 600;

/** The queue of pg-boss on our own database, as the owner of its tables. */
export function openBoss(database: Database, log: Log, watchSeconds = WATCH_SECONDS): PgBoss {
  const embedded = database.engine === 'pglite';
  const boss = new PgBoss({
    db: adapt(database),
    backend: embedded ? 'pglite' : 'postgres',
    schema: SCHEMA,
    schedule: false,
    persistWarnings: false,
    reindex: !embedded,
    monitorVacuum: !embedded,
    superviseIntervalSeconds: embedded ? TEN_MINUTES : watchSeconds,
    monitorIntervalSeconds: embedded ? TEN_MINUTES : watchSeconds,
  });
  boss.on('error', (error) => log.error('queue', { error }));
  return boss;
}

/** Makes the tables of the queue. They belong into the template of a new database: making them takes a second. */
export async function prepareJobs(database: Database, log: Log): Promise<void> {
  const boss = openBoss(database, log);
  await boss.start();
  await boss.stop({ graceful: false });
}

/** What a process that was killed had in hand. Asks only where no other process can be at work. */
export async function findAbandoned(database: Database): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await database.sql(`select name, id from ${SCHEMA}.job where state = 'active'`);
  const abandoned = new Map<string, string[]>();
  for (const { name, id } of rows) {
    abandoned.set(String(name), [...(abandoned.get(String(name)) ?? []), String(id)]);
  }
  return abandoned;
}

/** When a job of a name last came to its end; null where that is longer ago than such jobs are kept. */
export async function findLastDone(database: Database, name: string): Promise<Date | null> {
  const { rows } = await database.sql(
    `select max(completed_on)::text as at from ${SCHEMA}.job where name = $1 and state = 'completed'`,
    [name],
  );
  const at = rows[0]?.['at'];
  return typeof at === 'string' ? new Date(at) : null;
}

/** pg-boss sends its own transactions as one text of several statements, which take no values. */
function adapt(database: Database): Db {
  return {
    async executeSql(text, values = []) {
      if (values.length > 0 || !/;\s*\S/.test(text)) return database.sql(text, values);
      await execOrRollBack(database, text);
      return { rows: [] };
    },
  };
}

/** With one connection, a transaction that failed half way would swallow what comes next. */
function execOrRollBack({ engine, underneath }: Database, text: string): Promise<void> {
  return underneath.exclusive(async () => {
    try {
      await underneath.exec(text);
    } catch (error) {
      if (engine === 'pglite') await underneath.exec('rollback');
      throw error;
    }
  });
}
