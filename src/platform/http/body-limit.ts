import { bodyLimit } from 'hono/body-limit';
import { TooLargeError } from '../errors.ts';
import { isSafe } from './env.ts';
import type { Middleware } from './middleware.ts';

export interface BodyLimit {
  /** Paths that this holds for. */
  readonly path: RegExp;
  readonly bytes: number;
}

/** What a form of ours can need at most. */
const FORM_BYTES = 512 * 1024;

/** Room for the other fields and the seams of a form that carries a file. */
const SEAMS_BYTES = 256 * 1024;

/**
 * Says no before reading where the browser announces the length. A body without an announced
 * length is counted: here for forms, in `receiveUpload` for files.
 */
export function limitBody({ bodyLimits = [] }: { readonly bodyLimits?: readonly BodyLimit[] }): Middleware {
  const limits = bodyLimits.map(({ path, bytes }) => ({ path, bytes, counted: false, announced: bytes + SEAMS_BYTES }));
  const form = { bytes: FORM_BYTES, announced: FORM_BYTES, counted: true };
  const count = bodyLimit({
    maxSize: FORM_BYTES,
    onError: () => {
      throw new TooLargeError(FORM_BYTES);
    },
  });
  return async (c, next) => {
    if (isSafe(c.req.method)) return next();
    const limit = limits.find(({ path }) => path.test(c.req.path)) ?? form;
    if (Number(c.req.header('content-length') ?? 0) > limit.announced) throw new TooLargeError(limit.bytes);
    return limit.counted ? count(c, next) : next();
  };
}
