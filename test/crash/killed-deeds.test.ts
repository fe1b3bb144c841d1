import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Order, Told } from './deed-child.ts';
import type { Kind } from './deeds.ts';
import { buildChild, chance, ended, makePlace, start } from './killed-process.ts';

/** Which deed each kill is aimed at, in turn, and how many of them have to meet one in the middle. */
const AIMS: readonly (readonly [Kind, readonly string[], number])[] = [
  ['confirm', ['confirm'], 20],
  ['speak', ['speak'], 20],
  ['vote', ['vote'], 8],
  ['handOver', ['plan', 'take'], 20],
  // The last of its three steps opens again; most kills are for the one that closes.
  ['protect', [...Array.from({ length: 5 }, () => 'protect'), 'end'], 24],
];

/** And how many more, of each kind, are killed between the commit and the answer. */
const AT_COMMIT = 5;

let place = '';

beforeAll(async () => {
  await buildChild('deed-child');
  place = await makePlace('deeds');
  await ended((await start(path('prepared'), ['prepare'], 'deed-child')).child);
}, 120_000);

afterAll(() => rm(place, { recursive: true, force: true }));

test.concurrent.each(AIMS)(
  'a house that is killed in the middle of %s keeps what it has said yes to, and nothing by half',
  async (kind, aims, wanted) => {
    await cp(path('prepared'), path(kind), { recursive: true });
    const random = chance(kind.length * 97);
    const met = new Map<string, number>();
    const survived = { yes: 0, no: 0 };
    let known = { least: 0, most: 0 };
    // How long a deed takes, to spread the kills over it.
    let usual = 60;
    let openings = 0;
    for (let killed = 0; killed < wanted + AT_COMMIT;) {
      const { child, found, said } = await open(kind);
      expect(found.problems).toEqual([]);
      expect(found.number).toBeGreaterThanOrEqual(known.least);
      expect(found.number).toBeLessThanOrEqual(known.most);
      if (known.most > known.least) survived[found.number === known.most ? 'yes' : 'no'] += 1;
      openings += 1;
      const name = aims[killed % aims.length] ?? '';
      const isAtCommit = killed >= wanted;
      const life = await killIn(child, {
        name,
        skip: Math.floor(random() * 3),
        // Rather late: what is written at the end of a deed is what could be half.
        after: isAtCommit ? null : Math.sqrt(random()) * usual,
      });
      expect([child.signalCode, said.join('')]).toEqual(['SIGKILL', '']);
      if (isAtCommit) expect(life).toMatchObject({ last: name, committed: life.begun });
      expect(life.done).toBeLessThanOrEqual(life.begun - (isAtCommit ? 1 : 0));
      known = {
        least: Math.max(found.number, life.done, life.committed),
        most: Math.max(found.number, life.begun),
      };
      if (life.took.length > 0) usual = life.took.reduce((sum, each) => sum + each, 0) / life.took.length;
      if (!isAtCommit && (known.most === known.least || life.last !== name)) continue;
      killed += 1;
      const where = isAtCommit ? `${name}, committed` : name;
      met.set(where, (met.get(where) ?? 0) + 1);
    }
    const { child, found, rebuiltSame } = await open(kind, 'rebuild');
    child.kill('SIGKILL');
    await ended(child);
    expect(found.problems).toEqual([]);
    expect(found.number).toBeGreaterThanOrEqual(known.least);
    expect(rebuiltSame).toBe(true);
    const counts = JSON.stringify({ ...Object.fromEntries(met), survived, openings });
    process.stderr.write(
      `${found.number} deeds of ${kind}, killed within ${counts}, a deed takes ${Math.round(usual)} ms\n`,
    );
  },
  900_000,
);

function path(name: string): string {
  return join(place, name);
}

async function open(kind: Kind, then?: 'rebuild') {
  const { child, first, said } = await start(path(kind), then === undefined ? [kind] : [kind, then], 'deed-child');
  const told = first as Told;
  if (told.is !== 'found') throw new Error(`${told.is} before it was asked`);
  return { child, said, ...told };
}

interface Life {
  readonly last: string;
  readonly begun: number;
  /** The one that was killed between its commit and the answer, or 0. */
  readonly committed: number;
  readonly done: number;
  /** Milliseconds that each deed of this name took. */
  readonly took: readonly number[];
}

/** Lets a house work and kills it some time after it has begun a deed of a name, or at the commit of that deed. */
async function killIn(
  child: ChildProcess,
  aim: { readonly name: string; readonly skip: number; readonly after: number | null },
): Promise<Life> {
  const took: number[] = [];
  let [last, begun, committed, done, left, since] = ['', 0, 0, 0, aim.skip, 0];
  child.on('message', (told: Told) => {
    if (told.is === 'begun') {
      begun = told.number;
      last = told.name;
      since = performance.now();
      if (aim.after !== null && told.name === aim.name && left-- === 0)
        setTimeout(() => child.kill('SIGKILL'), aim.after);
    } else if (told.is === 'committed') committed = told.number;
    else if (told.is === 'done') {
      done = told.number;
      if (told.name === aim.name) took.push(performance.now() - since);
    }
  });
  // What was said before the kill is heard before the line is closed.
  const silent = once(child, 'disconnect');
  const order: Order = { atCommitOf: aim.after === null ? aim.name : null, skip: aim.skip };
  child.send(order);
  await Promise.all([silent, ended(child)]);
  return { last, begun, committed, done, took };
}
