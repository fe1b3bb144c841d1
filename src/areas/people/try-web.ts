import { system } from '../../plain/actor.ts';
import { fixedClock } from '../../platform/clock.ts';
import type { Database, Transaction } from '../../platform/database/index.ts';
import { createEvents } from '../../platform/events.ts';
import { createWeb } from '../../platform/http/index.ts';
import { SILENT } from '../../platform/log/index.ts';
import { loadWords } from '../../platform/words/index.ts';
import { createAccount } from './create-account.ts';
import { leadToSecondStep } from './pages/lead-to-second-step.ts';
import { addPeoplePages } from './pages/routes.tsx';
import { hashPassphrase } from './passphrase.ts';
import { recogniser } from './recognise.ts';

export const ORIGIN = 'https://netz.example.org';
export const START = '2026-11-21T09:00:00Z';
export const PASSPHRASE = 'laterne mohn fähre zucker kahn';
const SAME_SITE = { 'sec-fetch-site': 'same-origin' };

/** The pages of accounts behind https, used by the tests beside. */
export async function tryWeb(database: Database) {
  const clock = fixedClock(START);
  const words = loadWords('src');
  const phc = await hashPassphrase(PASSPHRASE);
  const web = createWeb({
    database,
    words,
    clock,
    events: createEvents(SILENT),
    log: SILENT,
    origin: ORIGIN,
    renderTrouble: ({ kind }) => kind,
    recognise: recogniser(database),
  });
  leadToSecondStep(web);
  addPeoplePages(web, {
    origin: ORIGIN,
    wordsFor: () => Promise.resolve([words.in('tr'), words.in('de')]),
    namesOf: (_db, ids) => Promise.resolve(new Map(ids.map((id) => [id, 'Frauenverein Nûjîn']))),
    frame: (c) =>
      Promise.resolve({
        words: c.var.words,
        url: new URL(c.req.url),
        site: 'Rhönau',
        invented: true,
        signedIn: c.get('actor')?.kind === 'account',
        account: null,
        languages: ['de', 'ar'].map((code) => ({ code, ownName: code, dir: 'ltr' as const })),
        nav: [],
        notice: null,
        asset: (name: string) => `/${name}`,
        unread: false,
      }),
  });
  web.get('/who', (c) => c.json(c.var.actor));
  const write = <Value>(work: (tx: Transaction) => Promise<Value>) => database.as(system('test')).write(work);
  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    web.request(`${ORIGIN}${path}`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { ...SAME_SITE, ...headers },
    });
  let made = 0;
  return {
    web,
    clock,
    write,
    post,
    get: async (path: string, cookie: string) =>
      (await web.request(`${ORIGIN}${path}`, { headers: { cookie, 'accept-language': 'de' } })).text(),
    /** An account of its own for each test, because throttles remember. */
    account: async ({ mail = null, passphrase = phc }: { mail?: string | null; passphrase?: string | null } = {}) => {
      made += 1;
      const alias = `rote-linde-${made}`;
      const account = { alias, language: 'de', mail, passphrase };
      return { alias, id: await write((tx) => createAccount(tx, account, clock.now())) };
    },
    /** The cookie after signing in; empty when that failed. */
    enter: async (alias: string, headers: Record<string, string> = {}, passphrase = PASSPHRASE) =>
      cookieOf(await post('/anmelden', { alias, passphrase }, headers)),
    who: async (cookie: string) => {
      const actor: unknown = await (await web.request(`${ORIGIN}/who`, { headers: { cookie } })).json();
      return actor;
    },
  };
}

export function cookieOf(response: Response): string {
  const given = response.headers.getSetCookie().find((cookie) => cookie.startsWith('__Host-session='));
  return given?.split(';')[0] ?? '';
}
