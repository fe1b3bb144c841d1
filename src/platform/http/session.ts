import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { STRANGER, type Actor } from '../../plain/actor.ts';
import type { Clock } from '../clock.ts';
import type { Request } from './env.ts';
import type { Middleware } from './middleware.ts';
import { lastSeenAfter } from './silence.ts';
import { endSession, findSession, noteVisit, rotateSession, type Session } from './store.ts';
import { hashOf, newToken } from './token.ts';
import type { WebDatabase } from './web-database.ts';

/** Who an account is today: its roles and organisations; null when it is no more, or was silent for too long. */
export type Recognise = (
  account: string,
  session: string,
  now: Date,
  shown: Pick<Session, 'hasTwoFactors' | 'seenOn'> & Partial<Pick<Session, 'actingFor'>>,
) => Promise<Actor | null>;

interface Parts {
  readonly database: WebDatabase;
  readonly clock: Clock;
  readonly origin: string;
  /** Without it only the first entrance counts. */
  readonly recognise?: Recognise;
}

/** Who is asking, by the cookie. Pages for somebody who is signed in are kept nowhere. */
export function session({ database, clock, origin, recognise }: Parts): Middleware {
  return async (c, next) => {
    const token = getCookie(c, sessionCookie(origin));
    const now = clock.now();
    const found = token === undefined ? null : await findSession(database, hashOf(token), now);
    const actor = found === null ? null : await actorOf(found, now, recognise);
    c.set('actor', actor ?? STRANGER);
    if (found !== null) await (actor === null ? endSession(database, found.id) : noteVisit(database, found, now));
    await next();
    if (found === null || token === undefined) return;
    c.header('cache-control', 'no-store');
    // Whoever has just signed in or out got a new cookie already.
    if (!found.isDue || c.res.headers.getSetCookie().some((each) => each.startsWith(sessionCookie(origin)))) return;
    const fresh = newToken();
    const hashes = { id: found.id, from: hashOf(token), to: hashOf(fresh) };
    if (await rotateSession(database, hashes, now)) giveSessionCookie(c, origin, fresh, found.endsAt);
  };
}

async function actorOf(found: Session, now: Date, recognise?: Recognise): Promise<Actor | null> {
  const { id, account, seenOn } = found;
  if (account === null) return seenOn < lastSeenAfter('house', now) ? null : { kind: 'operator', session: id };
  return recognise === undefined ? null : recognise(account, id, now, found);
}

/** Whether a browser says that somebody is signed in; only the session itself knows whether that is so. */
export function bringsSession(c: Request, origin: string): boolean {
  return getCookie(c, sessionCookie(origin)) !== undefined;
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
