import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { saying, type Filling, type Saying } from '../../plain/words.ts';
import type { WordsOffice } from '../words/index.ts';
import { isSafe, type Request } from './env.ts';
import type { Middleware } from './middleware.ts';

const COOKIE = 'notice';
const ONE_MINUTE = 60;

/** Lets the page after the redirect say a sentence once ("Die Liste ist übernommen."). Only keys and plain values travel. */
export function leaveNotice(c: Request, notice: Saying): void {
  setCookie(c, COOKIE, JSON.stringify(notice), {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: new URL(c.req.url).protocol === 'https:',
    maxAge: ONE_MINUTE,
  });
}

export function notice({ words }: { readonly words: WordsOffice }): Middleware {
  return async (c, next) => {
    const cookie = isSafe(c.req.method) ? getCookie(c, COOKIE) : undefined;
    const left = cookie === undefined ? null : readNotice(cookie);
    c.set('notice', left !== null && words.has(left.key) ? left : null);
    if (cookie !== undefined) deleteCookie(c, COOKIE, { path: '/' });
    await next();
  };
}

function readNotice(text: string): Saying | null {
  const value = parse(text);
  if (typeof value !== 'object' || value === null || !('key' in value) || typeof value.key !== 'string') return null;
  const values = 'values' in value && typeof value.values === 'object' && value.values !== null ? value.values : {};
  const fillings = Object.entries(values).filter((entry): entry is [string, Filling] => isFilling(entry[1]));
  return saying(value.key, Object.fromEntries(fillings));
}

function isFilling(value: unknown): value is Filling {
  return typeof value === 'string' || typeof value === 'number';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A cookie is whatever a browser sends: nothing to say then.
    return null;
  }
}
