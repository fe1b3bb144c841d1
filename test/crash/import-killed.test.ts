import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { csvText, inventRows, ROW_HEADERS } from '../../src/engines/rhoenau/index.ts';
import type { Mended } from './import-child.ts';
import { buildChild, chance, killIn, runIn, withCopy } from './killed-process.ts';
import type { RegisterState } from './register-state.ts';

const ROWS = 2_000;
const MOVED = 200;
/** Processes at once. */
const LANES = 2;

interface Prepared {
  readonly folder: string;
  readonly state: RegisterState;
  readonly milliseconds: number;
}

let place = '';
let earlier: Prepared;
let later: Prepared;

beforeAll(async () => {
  await buildChild();
  place = await mkdtemp(join(tmpdir(), 'geflecht-crash-'));
  const rows = [...inventRows(1, ROWS)];
  const changed = rows.map((row, at) => (at % 5 === 0 ? row.with(9, `neu-${at}@verein.example`) : row));
  await writeFile(path('earlier.csv'), csvText(ROW_HEADERS, rows.slice(0, -MOVED), ';'));
  await writeFile(path('later.csv'), csvText(ROW_HEADERS, changed.slice(MOVED), ';'));
  earlier = await prepare('earlier', null);
  later = await prepare('later', earlier.folder);
}, 600_000);

afterAll(() => rm(place, { recursive: true, force: true }));

test('a new version of a list brings new, changed and vanished rows', () => {
  expect(earlier.state.counts).toMatchObject({ subjects: ROWS - MOVED, pending: 0, leaving: 0 });
  expect(later.state.counts).toMatchObject({ subjects: ROWS, pending: 0, leaving: 0 });
  expect(later.state.seen).not.toBe(earlier.state.seen);
});

test('an import that is killed at any moment is never half visible and can be gone on with', async () => {
  const stages = await eachMoment(50, later.milliseconds, 11, async (moment, name) => {
    const { found, mended, rebuiltSame } = await killed(earlier.folder, name, ['import', path('later.csv')], moment);
    const isAfter = found.seenContent === later.state.seenContent;
    if (!isAfter) expect(found.seen).toBe(earlier.state.seen);
    expect(mended).toMatchObject({
      seenContent: later.state.seenContent,
      keptContent: later.state.keptContent,
      counts: later.state.counts,
    });
    expect(rebuiltSame).toBe(true);
    return `${found.imports.slice(1).join(' ') || 'none'}${isAfter ? ', visible' : ''}`;
  });
  // Moments of every stage are among them.
  expect([...stages.keys()]).toEqual(expect.arrayContaining(['comparing', 'taking']));
}, 900_000);

test('a taking-back that is killed at any moment ends with the register as it was, to the byte', async () => {
  const { milliseconds } = await withCopy(later.folder, path('measured'), (folder) => runIn(folder, ['takeBack']));
  const stages = await eachMoment(15, milliseconds, 13, async (moment, name) => {
    const { found, mended, rebuiltSame } = await killed(later.folder, name, ['takeBack'], moment);
    expect([earlier.state.seen, later.state.seen]).toContain(found.seen);
    expect(mended).toMatchObject({
      bytes: earlier.state.bytes,
      keptContent: earlier.state.keptContent,
      counts: earlier.state.counts,
    });
    expect(rebuiltSame).toBe(true);
    return `${found.imports.at(-1)}, ${found.seen === earlier.state.seen ? 'gone' : 'visible'}`;
  });
  expect([...stages.keys()]).toEqual(expect.arrayContaining(['takingBack, visible', 'takingBack, gone']));
}, 600_000);

function path(name: string): string {
  return join(place, name);
}

async function prepare(name: string, from: string | null): Promise<Prepared> {
  if (from !== null) await cp(from, path(name), { recursive: true });
  const { result, milliseconds } = await runIn<RegisterState>(path(name), ['import', path(`${name}.csv`)]);
  return { folder: path(name), state: result, milliseconds };
}

/** Kills the work of a process after some time and opens the folder again. Too late is tried again, earlier. */
async function killed(from: string, name: string, args: readonly string[], moment: number): Promise<Mended> {
  for (let after = moment; ; after *= 0.8) {
    const mended = await withCopy(from, path(name), async (folder) => {
      if (!(await killIn(folder, args, after))) return null;
      return (await runIn<Mended>(folder, ['mend', ...args])).result;
    });
    if (mended !== null) return mended;
  }
}

/** Does something at moments that are spread over a time, by chance but always the same; counts what it met. */
async function eachMoment(
  count: number,
  time: number,
  seed: number,
  work: (moment: number, name: string) => Promise<string>,
): Promise<ReadonlyMap<string, number>> {
  const random = chance(seed);
  const moments = Array.from({ length: count }, (_, at) => ((at + random()) / count) * time);
  const met = new Map<string, number>();
  const next = moments.entries();
  await Promise.all(
    Array.from({ length: LANES }, async () => {
      for (const [at, moment] of next) {
        const stage = await work(moment, `${seed}-${at}`);
        met.set(stage, (met.get(stage) ?? 0) + 1);
      }
    }),
  );
  process.stderr.write(
    `killed at ${count} moments within ${Math.round(time)} ms: ${JSON.stringify(Object.fromEntries(met))}\n`,
  );
  return met;
}
