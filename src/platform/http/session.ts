import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { STRANGER } from '../../plain/actor.ts';
import type { Clock } from '../clock.ts';
import type { Request } from './env.ts';
import type { Middleware } from './middleware.ts';
import { findSession } from './store.ts';
import { hashOf } from './token.ts';
import type { WebDatabase } from './web-database.ts';

interface Parts {
  readonly database: WebDatabase;
  readonly clock: Clock;
  readonly origin: string;
}

/** Who is asking, by the cookie. Pages for somebody who is signed in are kept nowhere. */
export function session({ database, clock, origin }: Parts): Middleware {
  return async (c, next) => {
    const token = getCookie(c, sessionCookie(origin));
    const found = token === undefined ? null : await findSession(database, hashOf(token), clock.now());
    c.set('actor', found === null ? STRANGER : { kind: found.kind, session: found.id });
    await next();
    if (found !== null) c.header('cache-control', 'no-store');
  };
}

/** `__Host-` makes browsers refuse a cookie of this name from any neighbour domain. */
function sessionCookie(origin: string): string {
  return origin.startsWith('https://') ? '__Host-session' : 'session';
}

export function giveSessionCookie(c: Request, origin: string, token: string, expires: Date): void {
  const secure = origin.startsWith('https://');
  setCookie(c, sessionCookie(origin), token, { path: '/', httpOnly: true, sameSite: 'Lax', secure, expires });
}

export function takeSessionCookie(c: Request, origin: string): void {
  deleteCookie(c, sessionCookie(origin), { path: '/', secure: origin.startsWith('https://') });
}
