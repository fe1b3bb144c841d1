import { cpSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { csvText, inventRows, ROW_HEADERS } from '../../src/engines/rhoenau/index.ts';
import type { Mended } from './import-child.ts';
import {
  buildChild,
  chance,
  killIn,
  makePlace,
  runIn,
  startMender,
  withCopy,
  type Course,
  type Moment,
} from './killed-process.ts';
import type { RegisterState } from './register-state.ts';

const ROWS = 2_000;
const MOVED = 200;
/** Processes at once. */
const LANES = 2;
/** Kills right after it was said that it is done. */
const AT_THE_END = 2;

interface Prepared {
  readonly folder: string;
  readonly state: RegisterState;
  readonly course: Course;
}

let place = '';
let earlier: Prepared;
let later: Prepared;

beforeAll(async () => {
  await buildChild();
  place = await makePlace('imports');
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
  const stages = await eachMoment(50, later.course, 11, async (kill) => {
    const { found, mended, rebuiltSame, wasDone } = await kill(earlier.folder, ['import', path('later.csv')]);
    const isAfter = found.seenContent === later.state.seenContent;
    if (!isAfter) expect(found.seen).toBe(earlier.state.seen);
    if (wasDone) expect(found.imports).toEqual(['taken', 'taken']);
    if (wasDone) expect(isAfter).toBe(true);
    expect(mended).toMatchObject({
      seenContent: later.state.seenContent,
      keptContent: later.state.keptContent,
      counts: later.state.counts,
    });
    expect(rebuiltSame).toBe(true);
    return `${found.imports.slice(1).join(' ') || 'none'}${isAfter ? ', visible' : ''}`;
  });
  // Moments of every stage are among them.
  expect([...stages.keys()]).toEqual(expect.arrayContaining(['comparing', 'taking', 'taken, visible']));
}, 900_000);

test('a taking-back that is killed at any moment ends with the register as it was, to the byte', async () => {
  const { course } = await withCopy(later.folder, path('measured'), (folder) => runIn(folder, ['takeBack']));
  const stages = await eachMoment(15, course, 13, async (kill) => {
    const { found, mended, rebuiltSame, wasDone } = await kill(later.folder, ['takeBack']);
    expect(wasDone ? [earlier.state.seen] : [earlier.state.seen, later.state.seen]).toContain(found.seen);
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
  if (from !== null) cpSync(from, path(name), { recursive: true });
  const { result, course } = await runIn<RegisterState>(path(name), ['import', path(`${name}.csv`)]);
  return { folder: path(name), state: result, course };
}

/** Kills the work of a process in a copy of a folder and opens it again. */
type Kill = (from: string, args: readonly string[]) => Promise<Mended & { readonly wasDone: boolean }>;

/**
 * Kills at moments that are spread over a course, by chance but always the same, and at the very end, when it has been
 * said that it is done; counts what it met. Too late is tried again, earlier.
 */
async function eachMoment(
  count: number,
  course: Course,
  seed: number,
  work: (kill: Kill) => Promise<string>,
): Promise<ReadonlyMap<string, number>> {
  const random = chance(seed);
  const spread = Array.from({ length: count }, (_, place) => ((place + random()) / count) * course.milliseconds);
  const moments: readonly Moment[] = [
    ...spread.map((at) => ({ at, of: course })),
    ...Array.from({ length: AT_THE_END }, () => 'done' as const),
  ];
  const met = new Map<string, number>();
  const next = moments.entries();
  const lane = async () => {
    const mender = await startMender<Mended>();
    for (const [at, aimed] of next) {
      const stage = await work(async (from, args) => {
        for (let moment = aimed; ; moment = earlierThan(moment)) {
          const mended = await withCopy(from, path(`${seed}-${at}`), async (folder) =>
            (await killIn(folder, args, moment)) ? mender.mend(folder, args) : null,
          );
          if (mended !== null) return { ...mended, wasDone: moment === 'done' };
        }
      });
      met.set(stage, (met.get(stage) ?? 0) + 1);
    }
    mender.end();
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  process.stderr.write(
    `killed at ${moments.length} moments within ${Math.round(course.milliseconds)} ms and ${course.writes.length} writes: ${JSON.stringify(Object.fromEntries(met))}\n`,
  );
  return met;
}

function earlierThan(moment: Moment): Moment {
  return moment === 'done' ? moment : { ...moment, at: moment.at * 0.9 };
}
