import { UnavailableError } from '../errors.ts';

/** What Node and `pg` call a line that is cut or cannot be opened. */
const NODE_CODES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);
const SENTENCES = /^Connection terminated|timeout exceeded when trying to connect|not queryable|^Query read timeout/;
/**
 * Classes of PostgreSQL: 08 no connection, 53 no space, memory or places left, 57P someone shuts it down, 58 the disk.
 * https://www.postgresql.org/docs/18/errcodes-appendix.html
 */
const STATES = /^(08...|53...|57P..|58...)$/;

/**
 * Tells a database that is away or can take nothing more from a bug of ours. What was begun has not happened,
 * except where the line broke at the very end: then nobody can know.
 */
export async function orUnavailable<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw isUnavailable(error) ? new UnavailableError('the database is away', { cause: error }) : error;
  }
}

function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return NODE_CODES.has(code) || STATES.test(code) || SENTENCES.test(error.message);
}
