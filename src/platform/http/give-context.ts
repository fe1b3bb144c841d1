import type { Clock } from '../clock.ts';
import type { Events } from '../events.ts';
import type { Middleware } from './middleware.ts';
import type { WebDatabase } from './web-database.ts';

interface Parts {
  readonly database: WebDatabase;
  readonly clock: Clock;
  readonly events: Events;
}

/** Makes the context of this request's page or verb. */
export function context({ database, clock, events }: Parts): Middleware {
  return async (c, next) => {
    const { actor, words } = c.var;
    const db = database.as(actor);
    c.set('read', { db: { read: (work) => db.read(work) }, actor, clock, words });
    c.set('verb', { db, actor, clock, words, events });
    await next();
  };
}
