import { afterAll, beforeAll, beforeEach } from 'vitest';
import { MIGRATIONS } from '../src/app/migrations.ts';
import { hashPassphrase } from '../src/areas/people/passphrase.ts';
import { addPeoplePages, createAccount, leadToSecondStep, recogniser } from '../src/areas/people/index.ts';
import { system } from '../src/plain/actor.ts';
import { fixedClock } from '../src/platform/clock.ts';
import type { Database, Transaction } from '../src/platform/database/index.ts';
import { loadWords } from '../src/platform/words/index.ts';
import { openTestDatabase } from './database.ts';
import { frameOf, openWeb } from './web.ts';

export const ORIGIN = 'https://netz.example.org';
export const START = '2026-11-21T09:00:00Z';
export const PASSPHRASE = 'laterne mohn fähre zucker kahn';
const SAME_SITE = { 'sec-fetch-site': 'same-origin' };

export type PeopleWeb = Awaited<ReturnType<typeof openPeopleWeb>>;

/** For all tests of a file: the pages of accounts on a database of their own, each test at the same hour. */
export function usePeopleWeb(): { readonly database: Database; readonly site: PeopleWeb } {
  const used: { database?: Database; site?: PeopleWeb } = {};
  beforeAll(async () => {
    used.database = await openTestDatabase(MIGRATIONS);
    used.site = await openPeopleWeb(used.database);
  }, 120_000);
  afterAll(() => used.database?.close());
  beforeEach(() => used.site?.clock.turn(START));
  return used as { database: Database; site: PeopleWeb };
}

/** The pages of accounts behind https. */
export async function openPeopleWeb(database: Database) {
  const clock = fixedClock(START);
  const words = loadWords('src');
  const phc = await hashPassphrase(PASSPHRASE);
  const web = openWeb({ database, clock }, { origin: ORIGIN, recognise: recogniser(database) });
  leadToSecondStep(web);
  addPeoplePages(web, {
    origin: ORIGIN,
    wordsFor: () => Promise.resolve([words.in('tr'), words.in('de')]),
    workPath: '/zusammenarbeit',
    namesOf: (_db, ids) => Promise.resolve(new Map(ids.map((id) => [id, 'Frauenverein Nûjîn']))),
    frame: frameOf((c) => ({
      signedIn: c.get('actor')?.kind === 'account',
      languages: ['de', 'ar'].map((code) => ({ code, ownName: code, dir: 'ltr' as const })),
    })),
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
