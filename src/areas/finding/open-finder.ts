import { saying } from '../../plain/words.ts';
import { ConflictError } from '../../platform/errors.ts';
import type { ReadContext } from '../../platform/context.ts';
import type { Day } from '../../plain/time.ts';
import type { Reader } from '../../platform/database/index.ts';
import type { Gazetteer } from '../places/index.ts';
import type { Entry } from './entry.ts';
import { createEntryIndex, type EntryIndex } from './entry-index.ts';
import { thingsIn } from './things.ts';
import {
  findChanged,
  findEntries,
  findSight,
  findSubjectsOf,
  walkEntries,
  type EntryRow,
  type ShownRow,
  type Sight,
} from './store.ts';

/** The register as it was: what can be found, and what results show. */
export interface Past {
  readonly index: EntryIndex;
  readonly rows: ReadonlyMap<string, ShownRow>;
}

/** The finder of one process: what readers see now, in memory, always checked against the database before it is used. */
export interface Finder {
  readonly gazetteer: Gazetteer;
  /**
   * Looks something up in the register as it is now, in the transaction that has made sure of it: what is shown can be
   * read in the same. The first call reads everything, later ones what has changed.
   */
  look<Result>(
    ctx: Pick<ReadContext, 'db'>,
    work: (index: EntryIndex, db: Reader) => Result | Promise<Result>,
  ): Promise<Result>;
  /** The register as it was known on an earlier day; worked out by `read` unless it is still in memory. */
  onDay(ctx: Pick<ReadContext, 'db'>, day: Day, read: () => Promise<Past>): Promise<Past>;
}

const STEP = 1_000;
/** From so many changes on reading everything anew is quicker, and gives up the memory of old slots. */
const MANY = 5_000;
/** Earlier days that stay in memory. */
const KEPT_DAYS = 1;
/** Readings of earlier days that run or wait; whoever comes then is told to come again. */
const MOST_WAITING = 5;

/**
 * Opens the finder. Nothing is read before it is first used; the first reader waits for it.
 *
 * @example
 * const finder = openFinder(openGazetteer());
 * const found = await find(ctx, finder, readQuery(url).query);
 */
export function openFinder(gazetteer: Gazetteer): Finder {
  let now: { index: EntryIndex; sight: Sight } | null = null;
  let busy: Promise<void> | null = null;
  const past = new Map<Day, { readonly sight: string; readonly was: Promise<Past> }>();
  let reading: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  async function catchUp(ctx: Pick<ReadContext, 'db'>, sight: Sight): Promise<void> {
    const changed = now === null ? null : await changesSince(ctx, now.sight, sight, now.index);
    if (now === null || changed === null || now.index.slots() > now.index.entries() * 2 + MANY) {
      now = { index: await readAll(ctx, gazetteer), sight };
      return;
    }
    const rows: EntryRow[] = [];
    for (let from = 0; from < changed.length; from += STEP) {
      rows.push(...(await ctx.db.read((db) => findEntries(db, changed.slice(from, from + STEP)))));
    }
    for (const subject of changed) now.index.remove(subject);
    for (const row of rows) now.index.put(asEntry(row, gazetteer));
    now = { index: now.index, sight };
  }

  async function look<Result>(
    ctx: Pick<ReadContext, 'db'>,
    work: (index: EntryIndex, db: Reader) => Result | Promise<Result>,
  ): Promise<Result> {
    for (;;) {
      if (busy !== null) {
        await busy;
        continue;
      }
      const found = await ctx.db.read(async (db) => {
        const sight = await findSight(db);
        if (busy !== null || now === null || !isSame(now.sight, sight)) return { sight };
        return { result: await work(now.index, db) };
      });
      if ('result' in found) return found.result;
      busy ??= catchUp(ctx, found.sight).finally(() => (busy = null));
    }
  }

  return {
    gazetteer,
    look,
    async onDay(ctx, day, read) {
      const sight = JSON.stringify(await ctx.db.read(findSight));
      const known = past.get(day);
      if (known !== undefined && known.sight === sight) return known.was;
      // One day after the other: each takes the memory of a whole register, and anybody may ask for any day.
      if (waiting >= MOST_WAITING) throw new ConflictError(saying('finding.past.busy'));
      waiting += 1;
      const was = reading.then(read, read).finally(() => (waiting -= 1));
      reading = was;
      past.delete(day);
      past.set(day, { sight, was });
      // A failure is not worth keeping.
      was.catch(() => past.delete(day));
      const [oldest] = past.keys();
      if (past.size > KEPT_DAYS && oldest !== undefined) past.delete(oldest);
      return was;
    },
  };
}

/** The subjects whose entries may differ between two sights; null if they are too many or no longer known. */
async function changesSince(
  ctx: Pick<ReadContext, 'db'>,
  before: Sight,
  after: Sight,
  index: EntryIndex,
): Promise<readonly string[] | null> {
  if (after.seq < before.seq || after.oldest > before.seq + 1 || after.seq - before.seq > MANY) return null;
  const flipped = [
    ...before.marks.filter((mark) => !after.marks.includes(mark)),
    ...after.marks.filter((mark) => !before.marks.includes(mark)),
  ];
  const changed = new Set(await ctx.db.read((db) => findChanged(db, before.seq, after.seq)));
  if (flipped.length > 0) {
    const coming = await ctx.db.read((db) => findSubjectsOf(db, flipped, MANY + 1));
    for (const subject of [...coming, ...subjectsOf(index, new Set(flipped))]) changed.add(subject);
  }
  return changed.size > MANY ? null : [...changed];
}

/** Readers no longer see the rows that went, so what is in memory tells whose they were. */
function subjectsOf(index: EntryIndex, revisions: ReadonlySet<number>): readonly string[] {
  const found: string[] = [];
  for (let slot = 0; slot < index.slots(); slot += 1) {
    const entry = index.entry(slot);
    if (entry === undefined) continue;
    if (revisions.has(entry.since) || (entry.until !== null && revisions.has(entry.until))) found.push(entry.subject);
  }
  return found;
}

async function readAll(ctx: Pick<ReadContext, 'db'>, gazetteer: Gazetteer): Promise<EntryIndex> {
  const index = createEntryIndex();
  for (let after: string | null = null; ;) {
    const from: string | null = after;
    const rows: readonly EntryRow[] = await ctx.db.read((db) => walkEntries(db, from, STEP));
    for (const row of rows) index.put(asEntry(row, gazetteer));
    const last = rows.at(-1);
    if (last === undefined || rows.length < STEP) return index;
    after = last.subject;
    // Others want to be served too while everything is read.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** What the index needs of an entry. Its place counts with all places around it. */
export function asEntry(row: EntryRow, gazetteer: Gazetteer): Entry {
  const centre = row.place === null ? null : gazetteer.centreOf(row.place, row.postcode);
  const around = row.place === null ? [] : [row.place, ...gazetteer.ancestors(row.place).map(({ id }) => id)];
  const known = `${row.name_terms} ${row.strong_terms}`.split(' ');
  return {
    subject: row.subject,
    kind: row.kind,
    since: row.since,
    until: row.until,
    codes: [...row.codes.split(' '), ...thingsIn(known), ...around.map((id) => `place:${id}`)],
    nameTerms: row.name_terms,
    strongTerms: row.strong_terms,
    terms: row.terms,
    lat: centre?.lat ?? null,
    lon: centre?.lon ?? null,
    confirmedOn: row.confirmed_on,
    saidOn: row.said_on,
    endsOn: row.ends_on,
  };
}

function isSame(a: Sight, b: Sight): boolean {
  return a.seq === b.seq && a.marks.join() === b.marks.join();
}
