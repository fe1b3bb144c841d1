import { Hono } from 'hono';
import type { Clock } from '../clock.ts';
import type { Events } from '../events.ts';
import type { Log } from '../log/index.ts';
import type { WordsOffice } from '../words/index.ts';
import { accessLog } from './access-log.ts';
import { limitBody, type BodyLimit } from './body-limit.ts';
import { context as contexts } from './give-context.ts';
import type { Env } from './env.ts';
import { health } from './health.ts';
import { language } from './language.ts';
import { notice } from './notice.ts';
import { requestId } from './request-id.ts';
import { sameOrigin } from './same-origin.ts';
import { securityHeaders } from './security-headers.ts';
import { session, type Recognise } from './session.ts';
import type { WebDatabase } from './web-database.ts';
import { troubles, type RenderTrouble } from './trouble.ts';

export interface WebOptions {
  readonly database: WebDatabase;
  readonly words: WordsOffice;
  readonly clock: Clock;
  readonly events: Events;
  readonly log: Log;
  /** Where people reach this installation: `https://netz.example.org`. */
  readonly origin: string;
  /** Makes the page of an error, in the language and the frame of the site. */
  readonly renderTrouble: RenderTrouble;
  /** Places that take more than a form's worth of bytes. */
  readonly bodyLimits?: readonly BodyLimit[];
  /** Who an account is; without it only the first entrance counts. */
  readonly recognise?: Recognise;
  /** Beginnings of paths that need neither language nor session: assets. */
  readonly bare?: readonly string[];
}

/**
 * The web server's inside: everything that holds for every page. Areas add their routes.
 *
 * @example
 * const web = createWeb({ database, words, clock, events, log, origin, renderTrouble });
 * web.get('/organisations/:id', (c) => show(c.var.read, c.req.param('id')));
 */
export function createWeb(options: WebOptions): Hono<Env> {
  const { bare = [] } = options;
  const web = new Hono<Env>();
  const { onError, notFound } = troubles(options);
  web.onError(onError);
  web.notFound(notFound);
  web.use(requestId(options), accessLog(options), securityHeaders(options));
  web.get('/health', health(options));
  for (const step of [
    language(options),
    sameOrigin(options),
    limitBody(options),
    session(options),
    contexts(options),
    notice(options),
  ]) {
    web.use((c, next) => (bare.some((beginning) => c.req.path.startsWith(beginning)) ? next() : step(c, next)));
  }
  return web;
}
