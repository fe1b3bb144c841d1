import type { ErrorHandler, NotFoundHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Saying } from '../../plain/words.ts';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  TooLargeError,
  UnavailableError,
} from '../errors.ts';
import type { Log } from '../log/index.ts';
import type { WordsOffice } from '../words/index.ts';
import { drain } from './drain.ts';
import { isSafe, type Env, type Request } from './env.ts';

/** What a page of an error has to say. */
export type Trouble =
  | { readonly kind: 'notFound' }
  | { readonly kind: 'notAllowed'; readonly reason: Saying }
  | { readonly kind: 'conflict'; readonly reason: Saying }
  | { readonly kind: 'input'; readonly reason: Saying }
  | { readonly kind: 'tooLarge'; readonly limitBytes: number }
  /** A form of another site, or a browser that hides where its forms come from. */
  | { readonly kind: 'foreignOrigin' }
  /** The database is away or can take nothing more. */
  | { readonly kind: 'unavailable' }
  /** Our fault. The id leads to the line of the log. */
  | { readonly kind: 'bug'; readonly request: string };

/** Given by the app: the page in the frame of the site. Must read nothing from the database. */
export type RenderTrouble = (trouble: Trouble, c: Request) => string | Promise<string>;

/** 403. Thrown by `sameOrigin` only. */
export class ForeignOriginError extends Error {
  override readonly name = 'ForeignOriginError';
}

const STATUS: Readonly<Record<Trouble['kind'], ContentfulStatusCode>> = {
  notFound: 404,
  notAllowed: 403,
  conflict: 409,
  input: 400,
  tooLarge: 413,
  foreignOrigin: 403,
  unavailable: 503,
  bug: 500,
};

/** When a browser or a machine may ask again, after the database was away. */
const RETRY_SECONDS = '30';

interface Parts {
  readonly words: WordsOffice;
  readonly log: Log;
  readonly renderTrouble: RenderTrouble;
}

/** The one place where what was thrown becomes a page. */
export function troubles({ words, log, renderTrouble }: Parts): {
  onError: ErrorHandler<Env>;
  notFound: NotFoundHandler<Env>;
} {
  async function show(c: Request, trouble: Trouble): Promise<Response> {
    // What broke early, or below a bare path, has no words yet.
    if (c.get('words') === undefined) c.set('words', words.in('de'));
    c.header('cache-control', 'no-store');
    if (trouble.kind === 'unavailable') c.header('retry-after', RETRY_SECONDS);
    try {
      return c.html(await renderTrouble(trouble, c), STATUS[trouble.kind]);
    } catch (error) {
      log.error('page of an error failed', { request: c.var.request, error });
      return c.text(`Da ist etwas schiefgegangen. / Something went wrong. (${c.var.request})`, STATUS[trouble.kind]);
    }
  }
  return {
    async onError(error, c) {
      const trouble = troubleOf(error, c.var.request);
      if (trouble.kind === 'bug') log.error('bug', { request: c.var.request, error });
      if (trouble.kind === 'unavailable')
        log.error('database does not answer', { request: c.var.request, error: error.cause ?? error });
      if (!isSafe(c.req.method)) drain(c);
      return show(c, trouble);
    },
    notFound: (c) => show(c, { kind: 'notFound' }),
  };
}

function troubleOf(error: unknown, request: string): Trouble {
  if (error instanceof NotFoundError) return { kind: 'notFound' };
  if (error instanceof NotAllowedError) return { kind: 'notAllowed', reason: error.reason };
  if (error instanceof ConflictError) return { kind: 'conflict', reason: error.reason };
  if (error instanceof InputError) return { kind: 'input', reason: error.reason };
  if (error instanceof TooLargeError) return { kind: 'tooLarge', limitBytes: error.limitBytes };
  if (error instanceof UnavailableError) return { kind: 'unavailable' };
  if (error instanceof ForeignOriginError) return { kind: 'foreignOrigin' };
  if (error instanceof HTTPException && error.status < 500) {
    return error.status === 404
      ? { kind: 'notFound' }
      : { kind: 'input', reason: { key: 'platform.input.unreadable' } };
  }
  return { kind: 'bug', request };
}
