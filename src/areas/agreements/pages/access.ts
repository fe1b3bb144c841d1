import { NotFoundError } from '../../../platform/errors.ts';
import type { Request } from '../../../platform/http/index.ts';
import { isId } from '../../../plain/ids.ts';

/** Nothing of these pages is kept anywhere, and no search engine has them. */
export function keepNowhere(c: Request): void {
  c.header('cache-control', 'no-store');
  c.header('x-robots-tag', 'noindex');
}

/** The id in the address; what is none leads nowhere. */
export function idAt(c: Request, name = 'id'): string {
  const id = c.req.param(name) ?? '';
  if (!isId(id)) throw new NotFoundError();
  return id;
}
