import type { Hono } from 'hono';
import { awaitsSecondStep } from '../../../plain/actor.ts';
import type { Env } from '../../../platform/http/index.ts';
import { secondStepPath } from './access.ts';

/** Whoever comes to a page that opens only after their second step is led to it. Add it before all pages. */
export function leadToSecondStep(web: Hono<Env>): void {
  web.use(async (c, next) => {
    await next();
    const isClosed = c.res.status === 404 || c.res.status === 403;
    const actor = c.get('actor');
    if (c.req.method === 'GET' && isClosed && actor !== undefined && awaitsSecondStep(actor))
      c.res = c.redirect(secondStepPath(c.req.path), 303);
  });
}
