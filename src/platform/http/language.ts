import { getCookie, setCookie } from 'hono/cookie';
import { chooseLanguage, findLanguage, type WordsOffice } from '../words/index.ts';
import type { Middleware } from './middleware.ts';

const LANGUAGE_COOKIE = 'language';
const ONE_YEAR = 31_536_000;

/** The words of the page. `?lang=ar` chooses a language and remembers it. */
export function language({ words, origin }: { readonly words: WordsOffice; readonly origin: string }): Middleware {
  const secure = origin.startsWith('https://');
  return async (c, next) => {
    const query = c.req.query('lang');
    const cookie = getCookie(c, LANGUAGE_COOKIE);
    const code = chooseLanguage({ query, cookie, header: c.req.header('accept-language') });
    c.set('words', words.in(code));
    await next();
    c.header('vary', 'accept-language, cookie', { append: true });
    if (query !== undefined && findLanguage(query) !== undefined && query !== cookie) {
      setCookie(c, LANGUAGE_COOKIE, query, { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge: ONE_YEAR });
    }
  };
}
