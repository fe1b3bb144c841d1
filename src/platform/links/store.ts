import { randomBytes } from 'node:crypto';
import { system } from '../../plain/actor.ts';
import type { Database } from '../database/index.ts';
import { linksWith, SECRET_BYTES, type Links } from './links.ts';
import './tables.ts';

/** The links of this installation. Its secret is made at the first opening and stays; several processes share it. */
export async function openLinks(database: Pick<Database, 'as'>): Promise<Links> {
  const secret = await database.as(system('links')).write(async (tx) => {
    await tx
      .insertInto('link_secret')
      .values({ only: true, secret: randomBytes(SECRET_BYTES).toString('base64url') })
      .onConflict((conflict) => conflict.column('only').doNothing())
      .execute();
    return tx.selectFrom('link_secret').select('secret').executeTakeFirstOrThrow();
  });
  return linksWith(Buffer.from(secret.secret, 'base64url'));
}
