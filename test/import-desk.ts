import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { openTestDatabase } from './database.ts';
import { MIGRATIONS } from '../src/app/migrations.ts';
import { REGISTER } from '../src/app/register.ts';
import { renamedAmong } from '../src/app/renamed.ts';
import { STRANGER, system } from '../src/plain/actor.ts';
import { fixedClock } from '../src/platform/clock.ts';
import type { Context } from '../src/platform/context.ts';
import type { Database } from '../src/platform/database/index.ts';
import { createEvents } from '../src/platform/events.ts';
import { SILENT } from '../src/platform/log/index.ts';
import { loadWords } from '../src/platform/words/index.ts';
import { standing, findClaims, type Claim } from '../src/areas/claims/index.ts';
import { openGazetteer, rhoenauTable } from '../src/areas/places/index.ts';
import { beginImport } from '../src/areas/lists/begin-import.ts';
import { compare } from '../src/areas/lists/compare.ts';
import { chooseColumns } from '../src/areas/lists/choose-columns.ts';
import type { Counts, Import } from '../src/areas/lists/import.ts';
import { openList } from '../src/areas/lists/keep-list.ts';
import { findImport, updateImport } from '../src/areas/lists/store.ts';
import { findComparedRows, type ComparedRow } from '../src/areas/lists/store-rows.ts';
import { findListed } from '../src/areas/lists/store-listed.ts';
import type { ImportWork } from '../src/areas/lists/work.ts';

const words = loadWords(join(import.meta.dirname, '../src')).in('de');
const gazetteer = openGazetteer({ extra: [rhoenauTable()] });

/** A desk with a database of its own, at which lists are brought in. */
export interface ImportDesk {
  readonly database: Database;
  readonly clock: ReturnType<typeof fixedClock>;
  readonly ctx: Context;
  readonly work: ImportWork;
  /** Opens a list; its titles need not be told apart by the test. */
  list(): Promise<string>;
  /** Lays a file before the list, without comparing it. */
  lay(list: string, csv: string, key?: string): Promise<string>;
  /** Lays a file before the list and compares it. */
  bring(list: string, csv: string, key?: string): Promise<{ readonly id: string; readonly counts: Counts }>;
  look(id: string): Promise<Import>;
  rows(id: string): Promise<readonly ComparedRow[]>;
  /** What is said of the subjects of a list, as the program or as a stranger sees it. */
  said(list: string, as?: 'program' | 'stranger'): Promise<readonly Claim[]>;
  close(): Promise<void>;
}

export async function openDesk(): Promise<ImportDesk> {
  const database = await openTestDatabase(MIGRATIONS);
  const folder = await mkdtemp(join(tmpdir(), 'desk-'));
  const clock = fixedClock('2026-03-01T10:00:00Z');
  const actor = system('test');
  const db = database.as(actor);
  const ctx: Context = { db, actor, clock, words, events: createEvents(SILENT) };
  const pathOf = (file: string) => join(folder, basename(file));
  const work: ImportWork = {
    db,
    actor,
    clock,
    register: REGISTER,
    gazetteer,
    pathOf,
    removeFile: (file) => rm(pathOf(file), { force: true }),
    renamed: renamedAmong,
  };
  let count = 0;

  const look = async (id: string): Promise<Import> => {
    const each = await db.read((tx) => findImport(tx, id));
    if (each === null) throw new Error(`no import ${id}`);
    return each;
  };
  const lay = async (list: string, csv: string, key?: string): Promise<string> => {
    const file = `file-${(count += 1)}`;
    await writeFile(pathOf(file), csv);
    const begun = await beginImport(ctx, list, { file, path: pathOf(file), fileName: 'liste.csv' });
    if (!begun.ok) throw new Error(begun.issue.key);
    const { id, mapping } = begun.value;
    if (mapping !== null && key !== undefined)
      await db.write((tx) => updateImport(tx, id, { mapping: { ...mapping, key } }));
    return id;
  };
  return {
    database,
    clock,
    ctx,
    work,
    look,
    lay,
    list: async () => {
      const description = {
        publisher: 'Amt Kaltenried',
        purpose: 'Probe',
        licence: 'ccBy',
        role: 'Sachgebiet Soziales',
        rhythm: 'yearly',
        takedownContact: 'post@amt.example',
      } as const;
      return (await openList(ctx, { ...description, title: `Liste ${(count += 1)}` })).id;
    },
    bring: async (list, csv, key) => {
      const id = await lay(list, csv, key);
      const { mapping, choices } = await look(id);
      if (mapping !== null) await chooseColumns(ctx, id, mapping, choices);
      return { id, counts: await compare(work, id) };
    },
    rows: (id) => db.read((tx) => findComparedRows(tx, id, { after: 0, limit: 10_000 })),
    said: async (list, as = 'program') => {
      const listed = await db.read((tx) => findListed(tx, list, 1, 10_000));
      const eyes = as === 'program' ? db : database.as(STRANGER);
      return standing(
        await eyes.read((tx) =>
          findClaims(
            tx,
            listed.map(({ subject }) => subject),
          ),
        ),
      );
    },
    close: async () => {
      await database.close();
      await rm(folder, { recursive: true });
    },
  };
}
