import { newId } from '../../plain/ids.ts';
import type { Clock } from '../clock.ts';
import type { Middleware } from './middleware.ts';

/** One id a request, always of our own making: one from outside could be used to smuggle text into the log. */
export function requestId({ clock }: { readonly clock: Clock }): Middleware {
  return async (c, next) => {
    const id = newId(clock.now());
    c.set('request', id);
    c.header('x-request-id', id);
    await next();
  };
}
