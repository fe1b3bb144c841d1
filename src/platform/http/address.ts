import { isId } from '../../plain/ids.ts';
import { NotFoundError } from '../errors.ts';
import type { Request } from './env.ts';

/**
 * The id in the address; what is none leads nowhere.
 *
 * @example web.get('/anfragen/:id', (c) => c.text(idAt(c)))
 */
export function idAt(c: Request, name = 'id'): string {
  const id = c.req.param(name) ?? '';
  if (!isId(id)) throw new NotFoundError();
  return id;
}

/** Nothing of this answer is kept by browsers or on the way, and no search engine has it. */
export function keepNowhere(c: Request): void {
  c.header('cache-control', 'no-store');
  c.header('x-robots-tag', 'noindex');
}
