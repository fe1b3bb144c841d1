import type { Hono } from 'hono';
import type { Clock } from '../clock.ts';
import type { Env, Request } from './env.ts';
import { saying } from '../../plain/words.ts';
import { leaveNotice } from './notice.ts';
import { giveSessionCookie, takeSessionCookie } from './session.ts';
import { endSession, enterByLink, hasSession, keepLink, linkIsFresh } from './store.ts';
import { hashOf, newToken } from './token.ts';
import type { WebDatabase } from './web-database.ts';

type Sessions = Pick<WebDatabase, 'as'>;

/** Makes a link that opens this installation once, within a day. Every earlier link stops working. */
export async function makeEntrance(database: Sessions, origin: string, clock: Clock): Promise<string> {
  const token = newToken();
  await keepLink(database, hashOf(token), clock.now());
  return `${origin}/eintritt/${token}`;
}

/** A link for the terminal at start, or null when somebody is in already. */
export async function firstEntrance(database: Sessions, origin: string, clock: Clock): Promise<string | null> {
  return (await hasSession(database, clock.now())) ? null : makeEntrance(database, origin, clock);
}

export interface EntranceOptions {
  readonly database: Sessions;
  readonly clock: Clock;
  readonly origin: string;
  /**
   * The page of a link: with one button that posts to `action`, or, when `action` is null,
   * with the sentence that this link opens nothing (any more) and how to get a new one.
   */
  readonly renderEntrance: (c: Request, action: string | null) => string | Promise<string>;
}

/** `GET` and `POST /eintritt/:token`, `POST /austritt`. */
export function addEntrance(web: Hono<Env>, { database, clock, origin, renderEntrance }: EntranceOptions): void {
  web.get('/eintritt/:token', async (c) => {
    c.header('cache-control', 'no-store');
    c.header('x-robots-tag', 'noindex');
    // Looking does not burn the link: mail programs and messengers look at links before people do.
    const fresh = await linkIsFresh(database, hashOf(c.req.param('token')), clock.now());
    return c.html(await renderEntrance(c, fresh ? c.req.path : null), fresh ? 200 : 404);
  });
  web.post('/eintritt/:token', async (c) => {
    const token = newToken();
    const hashes = { link: hashOf(c.req.param('token')), session: hashOf(token) };
    const endsAt = await enterByLink(database, hashes, clock.now());
    c.header('cache-control', 'no-store');
    if (endsAt === null) return c.html(await renderEntrance(c, null), 404);
    giveSessionCookie(c, origin, token, endsAt);
    leaveNotice(c, saying('platform.entrance.welcome'));
    return c.redirect('/', 303);
  });
  web.post('/austritt', async (c) => {
    if ('session' in c.var.actor) await endSession(database, c.var.actor.session);
    takeSessionCookie(c, origin);
    leaveNotice(c, saying('platform.entrance.goodbye'));
    return c.redirect('/', 303);
  });
}
