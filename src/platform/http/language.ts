import { getCookie, setCookie } from 'hono/cookie';
import { chooseLanguage, type WordsOffice } from '../words/index.ts';
import type { Middleware } from './middleware.ts';
import { bringsSession } from './session.ts';

const LANGUAGE_COOKIE = 'language';
const ONE_YEAR = 31_536_000;

/**
 * The words of the page. `?lang=ar` chooses a language and remembers it. `?sprache=ar` is what the link of a mail
 * suggests: it does the same for who has chosen nothing yet, and nothing for who is signed in.
 */
export function language({ words, origin }: { readonly words: WordsOffice; readonly origin: string }): Middleware {
  const secure = origin.startsWith('https://');
  return async (c, next) => {
    const query = c.req.query('lang');
    const cookie = getCookie(c, LANGUAGE_COOKIE);
    const link = bringsSession(c, origin) ? undefined : c.req.query('sprache');
    const code = chooseLanguage({ query, cookie, link, header: c.req.header('accept-language') });
    c.set('words', words.in(code));
    await next();
    c.header('vary', 'accept-language, cookie', { append: true });
    if ((query === code || link === code) && code !== cookie) {
      setCookie(c, LANGUAGE_COOKIE, code, { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge: ONE_YEAR });
    }
  };
}
