import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql, type KyselyPlugin } from 'kysely';
import { readConfig } from '../../src/app/config.ts';
import { openHome, type Home } from '../../src/app/home.ts';
import { openSite, type Site } from '../../src/app/site.ts';
import { createAccount, openAccountSession } from '../../src/areas/people/index.ts';
import { hashPassphrase } from '../../src/areas/people/passphrase.ts';
import { system } from '../../src/plain/actor.ts';
import { idFor } from '../../src/plain/ids.ts';
import { dayOf } from '../../src/plain/time.ts';
import { createEvents } from '../../src/platform/events.ts';
import { createLog } from '../../src/platform/log/index.ts';
import { emptyDatabaseOn } from '../database.ts';

/** A secure address, so that cookies and headers are those of a real installation. */
export const ORIGIN = 'https://netz.example.org';
export const COOKIE = '__Host-session';

/** Who asks: a cookie, or nobody. */
export type Who = string | null;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** What an account is here for; nothing where it has only signed in. */
export interface HeldRole {
  readonly kind?: string;
  readonly organisation?: string | null;
  readonly place?: 'holder' | 'deputy';
}

export type House = Awaited<ReturnType<typeof openHouse>>;

/** A whole installation as `npm start` opens it, in a folder of its own, asked without a network. */
export async function openHouse() {
  const data = await mkdtemp(join(tmpdir(), 'geflecht-proof-'));
  const server = process.env['GEFLECHT_TEST_DATABASE_URL'];
  const config = readConfig({
    GEFLECHT_DATA: data,
    GEFLECHT_ENV: 'production',
    GEFLECHT_LOG: 'error',
    ORIGIN,
    ...(server === undefined ? {} : { DATABASE_URL: await emptyDatabaseOn(server) }),
  });
  if (!config.ok) throw new Error(config.issue);
  const logged: string[] = [];
  const log = createLog({ level: 'debug', write: (line) => logged.push(line) });
  const opened: Home = await openHome(config.value);
  const home: Home = { ...opened, log, events: createEvents(log) };
  const site: Site = await openSite(home);
  const statements = countStatements(home);
  const program = home.database.as(system('test'));

  async function ask(path: string, who: Who = null, init: RequestInit = {}): Promise<Answer> {
    const headers = new Headers(init.headers);
    headers.set('origin', ORIGIN);
    if (!headers.has('accept-language')) headers.set('accept-language', 'de');
    if (who !== null) headers.set('cookie', `${COOKIE}=${who}`);
    return statements.during(async () => {
      const response = await site.web.request(`${ORIGIN}${path}`, { ...init, headers, redirect: 'manual' });
      return { status: response.status, headers: response.headers, text: await response.text() };
    });
  }

  return {
    home,
    site,
    data,
    program,
    /** Every line of the log since the beginning. */
    logged,
    /** How many statements the database was sent for requests since the beginning; jobs beside them do not count. */
    statements: statements.count,
    ask,
    get: (path: string, who: Who = null, language = 'de') =>
      ask(path, who, { headers: { 'accept-language': language } }),
    post: (path: string, who: Who, form: Readonly<Record<string, string>> | FormData = {}) =>
      ask(path, who, { method: 'POST', body: form instanceof FormData ? form : new URLSearchParams(form) }),
    /** Enters by the link of the terminal and makes this installation the invented county, or an empty one. */
    begin: async (form: Readonly<Record<string, string>>): Promise<string> => {
      const link = await site.entrance(ORIGIN);
      const entered = await ask(new URL(link ?? '').pathname, null, { method: 'POST' });
      const cookie = cookieIn(entered);
      const begun = await ask('/beginn', cookie, { method: 'POST', body: new URLSearchParams(form) });
      if (begun.status !== 303) throw new Error(`not begun: ${begun.status}`);
      return cookie ?? '';
    },
    /** An account that is signed in and holds a role; its cookie. */
    enter: async (
      alias: string,
      { kind, organisation = null, place = 'holder' }: HeldRole = {},
      passphrase: string | null = null,
    ): Promise<string> => {
      const mail = `${alias.toLowerCase().replaceAll(/\W/g, '')}@post.example`;
      const hashed = passphrase === null ? null : await hashPassphrase(passphrase);
      return program.write(async (tx) => {
        const now = home.clock.now();
        const account = await createAccount(tx, { alias, language: 'de', mail, passphrase: hashed }, now);
        if (kind !== undefined) {
          const id = idFor(`role/${kind}/${organisation ?? ''}`);
          await sql`insert into role (id, kind, organisation) values (${id}, ${kind}, ${organisation}) on conflict do nothing`.execute(
            tx,
          );
          await sql`insert into role_term (id, role, place, account, from_day)
            values (${idFor(`term/${alias}`)}, ${id}, ${place}, ${account}, ${dayOf(now)})`.execute(tx);
        }
        return (await openAccountSession(tx, { account, device: null, instead: null, hasTwoFactors: true }, now)).token;
      });
    },
    sql: (text: string, values: readonly unknown[] = []) => home.database.sql(text, values),
    close: async () => {
      await site.jobs.stop({ finish: true, withinMs: 10_000 });
      await home.close();
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** The cookie of the session that an answer gives. */
export function cookieIn({ headers }: Pick<Answer, 'headers'>): Who {
  for (const line of headers.getSetCookie()) {
    const [, value] = new RegExp(`^${COOKIE}=([^;]*)`).exec(line) ?? [];
    if (value !== undefined) return value;
  }
  return null;
}

/** Counts statements of requests only: jobs and rounds that wake up meanwhile say nothing about what was asked. */
function countStatements(home: Home) {
  const inside = new AsyncLocalStorage<true>();
  let count = 0;
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      if (inside.getStore() === true) count += 1;
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
  const engine = home.database.underneath;
  Object.assign(engine, { kysely: engine.kysely.withPlugin(plugin) });
  return { count: () => count, during: <Answered>(work: () => Promise<Answered>) => inside.run(true, work) };
}
