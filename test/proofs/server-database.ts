import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** The address of a new, empty database on a server. */
export async function emptyDatabase(server: string): Promise<string> {
  const name = `proof_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
