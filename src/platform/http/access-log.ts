import { routePath } from 'hono/route';
import type { Log } from '../log/index.ts';
import type { Middleware } from './middleware.ts';

/** One line a request, without anything about the person: no IP address, no path, no search, no agent. */
export function accessLog({ log }: { readonly log: Log }): Middleware {
  return async (c, next) => {
    const start = performance.now();
    await next();
    log.info('request', {
      request: c.var.request,
      method: c.req.method,
      route: routePath(c, -1),
      status: c.res.status,
      ms: Math.round(performance.now() - start),
    });
  };
}
