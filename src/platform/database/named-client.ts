import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type pg from 'pg';
import { createLastingNames } from './statement-names.ts';

/** The connections of a pool, with names for the statements that come often: the server reads and plans those once. */
export function namingClients(pool: pg.Pool): PostgresPool {
  const nameOf = createLastingNames();
  // Kysely remembers what it knows of a client by the client itself.
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    options: pool.options,
    connect: async () => {
      const client = await pool.connect();
      const naming = known.get(client) ?? namingClient(client, nameOf);
      known.set(client, naming);
      return naming;
    },
    end: () => pool.end(),
  };
}

function namingClient(client: pg.PoolClient, nameOf: (text: string) => string | undefined): PostgresPoolClient {
  function query<Row>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<Row>>;
  function query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>;
  function query(text: string | object, values: readonly unknown[] = []) {
    if (typeof text !== 'string') throw new Error('the server is not asked for streams');
    const name = nameOf(text);
    const asked = client.query({ text, values: [...values], ...(name === undefined ? {} : { name }) });
    // oxlint-disable-next-line typescript/consistent-type-assertions -- the rows have the shape that the query says
    return asked as never;
  }
  return { query, release: (destroy) => client.release(destroy) };
}
