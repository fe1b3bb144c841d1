import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { readConfig } from '../src/app/config.ts';
import { openHome } from '../src/app/home.ts';
import { openSite } from '../src/app/site.ts';
import type { World } from './load-world.ts';

/** What one page of a kind costs the process that makes it. */
export interface Cost {
  readonly kind: string;
  /** Messages to the database. */
  readonly calls: number;
  /** Of this process; a server's own time is not in it. */
  readonly cpuMs: number;
}

const WARM = 30;
const COUNTED = 60;

/** Asks for pages of each kind one after the other in this process, and counts. Other work on the machine hardly changes it. */
export async function costs(env: Readonly<NodeJS.ProcessEnv>, world: World): Promise<readonly Cost[]> {
  const config = readConfig(env);
  if (!config.ok) throw new Error(config.issue);
  const home = await openHome({ ...config.value, logLevel: 'error' });
  const count = countCalls();
  try {
    const { web, jobs } = await openSite(home);
    await jobs.stop();
    const found: Cost[] = [];
    for (const [kind, pathOf] of Object.entries(kindsOf(world))) {
      const ask = async (turn: number) => {
        const answer = await web.request(`${home.config.origin}${pathOf(turn)}`);
        await answer.text();
        if (answer.status !== 200) throw new Error(`${answer.status} ${kind}`);
      };
      for (let turn = 0; turn < WARM; turn += 1) await ask(turn);
      const calls = count.calls();
      const from = process.cpuUsage();
      for (let turn = WARM; turn < WARM + COUNTED; turn += 1) await ask(turn);
      const { user, system } = process.cpuUsage(from);
      const cpuMs = (user + system) / 1000 / COUNTED;
      found.push({ kind, calls: Math.round((count.calls() - calls) / COUNTED), cpuMs });
    }
    return found;
  } finally {
    count.end();
    await home.close();
  }
}

function kindsOf({ organisations, offers }: World): Readonly<Record<string, (turn: number) => string>> {
  const one = (ids: readonly string[], turn: number) => ids[turn % ids.length] ?? '';
  return {
    start: () => '/',
    'finder, words': () => `/finden?q=${encodeURIComponent('Sprachcafé Sonntag Arabisch')}`,
    'finder, choices': (turn) => `/finden?kind=offer&language=ar&page=${1 + (turn % 3)}`,
    offer: (turn) => `/angebote/${one(offers, turn)}`,
    organisation: (turn) => `/organisationen/${one(organisations, turn)}`,
  };
}

/** Counts what goes to either database, until the end. */
function countCalls() {
  let calls = 0;
  const counted = <Call extends (this: never, ...values: never[]) => unknown>(call: Call): Call =>
    new Proxy(call, {
      apply(target, self, values) {
        calls += 1;
        return Reflect.apply(target, self, values);
      },
    });
  const embedded = PGlite.prototype;
  const server = pg.Client.prototype;
  // oxlint-disable-next-line typescript/unbound-method -- put back below, and called with the `this` of the caller
  const before = { stream: embedded.execProtocolStream, query: server.query };
  embedded.execProtocolStream = counted(before.stream);
  server.query = counted(before.query);
  return {
    calls: () => calls,
    end() {
      embedded.execProtocolStream = before.stream;
      server.query = before.query;
    },
  };
}
