import { setTimeout as wait } from 'node:timers/promises';
import { configured } from '../../src/app/commands/with-home.ts';
import { openHome } from '../../src/app/home.ts';
import { openSite } from '../../src/app/site.ts';
import { rebuild } from '../../src/areas/claims/index.ts';
import type { Database } from '../../src/platform/database/index.ts';
import { prepareDeeds, readWorld } from './deed-world.ts';
import type { Found } from './deed.ts';
import { deedsOf, type Kind } from './deeds.ts';

/**
 * A house that can be killed. Its argument is `prepare`, a kind of deeds, or a kind and `rebuild`. It says what it
 * finds, and on an order does one deed after the other, saying before each that it begins and afterwards that it is done.
 */
export type Told =
  | { readonly is: 'found'; readonly found: Found; readonly rebuiltSame: boolean | null }
  | { readonly is: 'begun' | 'committed' | 'done'; readonly number: number; readonly name: string };

/** To go on; and, for a deed that has this name, to kill itself between its commit and the answer, but for the first `skip`. */
export interface Order {
  readonly atCommitOf: string | null;
  readonly skip: number;
}

const [what = '', then] = process.argv.slice(2);
const home = await openHome(configured());
if (what === 'prepare') {
  await prepareDeeds(home);
  // What a house does once a day is done before the first kill, and not again in each of so many lives.
  const { jobs } = await openSite(home);
  while ((await jobs.lastDone('pairs')) === null) await wait(50);
  await jobs.stop({ finish: true });
  await home.close();
  await tell({ is: 'found', found: { number: 0, problems: [] }, rebuiltSame: null });
  process.exit(0);
}
let onCommit = () => Promise.resolve();
const site = await openSite({ ...home, database: pausingAfterCommits(home.database) });
const deeds = deedsOf(what as Kind, { home, site, world: await readWorld(home) });
const found = await deeds.found();
const same = then === 'rebuild' ? (await rebuild(home.imports)).same : null;
process.once('message', (order: Order) => void goOn(found.number, order));
await tell({ is: 'found', found, rebuiltSame: same === null ? null : Object.values(same).every(Boolean) });

async function goOn(from: number, { atCommitOf, skip }: Order): Promise<never> {
  let left = skip;
  for (let number = from; ; number += 1) {
    await deeds.settle();
    const { name, work } = deeds.next(number);
    if (name === atCommitOf && left-- === 0) onCommit = () => endAtCommit(number + 1, name);
    await tell({ is: 'begun', number: number + 1, name });
    await work();
    await tell({ is: 'done', number: number + 1, name });
  }
}

/** A deed may write several times; the commit that counts is the one after which it is done. */
async function endAtCommit(number: number, name: string): Promise<void> {
  if ((await deeds.count()) < number) return;
  await tell({ is: 'committed', number, name });
  process.kill(process.pid, 'SIGKILL');
}

/** The same database, in which whoever has written hears of it only after `onCommit`. */
function pausingAfterCommits(database: Database): Database {
  return {
    ...database,
    as(actor) {
      const door = database.as(actor);
      return {
        read: (work) => door.read(work),
        async write(work) {
          const result = await door.write(work);
          await onCommit();
          return result;
        },
      };
    },
  };
}

/** Comes back when the other side has it: what was said before a kill is not lost with the process. */
function tell(told: Told): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(told, undefined, {}, (error) => (error === null ? resolve() : reject(error)));
  });
}
