import { configured } from '../../src/app/commands/with-home.ts';
import { openHome } from '../../src/app/home.ts';
import { openSite } from '../../src/app/site.ts';
import { rebuild } from '../../src/areas/claims/index.ts';
import { prepareDeeds, readWorld } from './deed-world.ts';
import { deedsOf, type Found, type Kind } from './deeds.ts';

/**
 * A house that can be killed. Its argument is `prepare`, a kind of deeds, or a kind and `rebuild`. It says what it
 * finds, and on `go` does one deed after the other, saying before each that it begins and afterwards that it is done.
 */
export type Told =
  | { readonly is: 'found'; readonly found: Found; readonly rebuiltSame: boolean | null }
  | { readonly is: 'begun' | 'done'; readonly number: number; readonly name: string };

const [what = '', then] = process.argv.slice(2);
const home = await openHome(configured());
if (what === 'prepare') {
  await prepareDeeds(home);
  await home.close();
  await tell({ is: 'found', found: { number: 0, problems: [] }, rebuiltSame: null });
  process.exit(0);
}
const site = await openSite(home);
const deeds = deedsOf(what as Kind, { home, site, world: await readWorld(home) });
const found = await deeds.found();
const same = then === 'rebuild' ? (await rebuild(home.imports)).same : null;
process.once('message', () => void goOn(found.number));
await tell({ is: 'found', found, rebuiltSame: same === null ? null : Object.values(same).every(Boolean) });

async function goOn(from: number): Promise<never> {
  for (let number = from; ; number += 1) {
    await deeds.settle();
    const { name, work } = deeds.next(number);
    await tell({ is: 'begun', number: number + 1, name });
    await work();
    await tell({ is: 'done', number: number + 1, name });
  }
}

/** Comes back when the other side has it: what was said before a kill is not lost with the process. */
function tell(told: Told): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(told, undefined, {}, (error) => (error === null ? resolve() : reject(error)));
  });
}
