import { isSafe } from './env.ts';
import type { Middleware } from './middleware.ts';
import { ForeignOriginError } from './trouble.ts';

/**
 * Forms of other sites cannot act in the name of a visitor (CSRF). Browsers say where a request
 * comes from: `Sec-Fetch-Site`, or `Origin` where that is missing. Programs that are no browsers
 * say neither and carry no cookie by accident.
 */
export function sameOrigin({ origin }: { readonly origin: string }): Middleware {
  return async (c, next) => {
    const site = c.req.header('sec-fetch-site');
    const from = c.req.header('origin');
    if (!isSafe(c.req.method) && !isOurs(site, from, origin, c.req.header('host'))) throw new ForeignOriginError();
    await next();
  };
}

function isOurs(site: string | undefined, from: string | undefined, origin: string, host: string | undefined): boolean {
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  if (from === undefined) return true;
  return from === origin || (URL.canParse(from) && host !== undefined && new URL(from).host === host.toLowerCase());
}
