import type { Handler } from 'hono';
import type { Log } from '../log/index.ts';
import type { Env } from './env.ts';
import type { WebDatabase } from './web-database.ts';

const PATIENCE_MS = 3_000;

/** Whether the database answers. Says nothing else: whoever needs details reads the log. */
export function health({ database, log }: { readonly database: WebDatabase; readonly log: Log }): Handler<Env> {
  return async (c) => {
    c.header('cache-control', 'no-store');
    try {
      await within(PATIENCE_MS, database.sql('select 1'));
      return c.json({ status: 'ok' });
    } catch (error) {
      log.error('database does not answer', { request: c.var.request, error });
      return c.json({ status: 'unavailable' }, 503);
    }
  };
}

async function within<Result>(ms: number, work: Promise<Result>): Promise<Result> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('no answer in time')), ms);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
