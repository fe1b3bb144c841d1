import type { HttpBindings } from '@hono/node-server';
import type { Context as HonoContext } from 'hono';
import type { Actor } from '../../plain/actor.ts';
import type { Saying, Words } from '../../plain/words.ts';
import type { Context, ReadContext } from '../context.ts';

/** What every handler finds at its request: `new Hono<Env>()`. */
export interface Env {
  /** Node's own request; absent in tests by `app.request()`. */
  Bindings: Partial<HttpBindings>;
  Variables: {
    /** Id of the request, as in the log and on the page of an apology. */
    request: string;
    actor: Actor;
    words: Words;
    /** For pages that are only looked at (GET). */
    read: ReadContext;
    /** Use `context(c)` instead: it refuses where nothing may be written. */
    verb: Context;
    /** A sentence that the page before wanted to say, see `leaveNotice`. */
    notice: Saying | null;
  };
}

export type Request = HonoContext<Env>;

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

export function isSafe(method: string): boolean {
  return SAFE.has(method);
}

/** What a verb gets. A page that is only looked at never writes, so asking for it there is a bug. */
export function context(c: Request): Context {
  if (isSafe(c.req.method)) throw new Error('a page that is only looked at does not write: use c.var.read');
  return c.var.verb;
}
