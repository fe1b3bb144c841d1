import { saying } from '../../plain/words.ts';
import { copyFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Context } from '../../platform/context.ts';
import { InputError } from '../../platform/errors.ts';
import type { Saying } from '../../plain/words.ts';
import { beginImport } from './begin-import.ts';
import { compare } from './compare.ts';
import { drop } from './drop.ts';
import type { Counts } from './import.ts';
import { forgetList, openList } from './keep-list.ts';
import { isColumnTarget, type List, type Mapping } from './list.ts';
import { demand, may } from './may.ts';
import { findImport, findListTitled, updateImport } from './store.ts';
import { findComparedRows } from './store-rows.ts';
import { take } from './take.ts';
import type { ImportWork } from './work.ts';

export interface FileImport {
  readonly path: string;
  /** Title of the list; it is opened if there is none of that title. */
  readonly list: string;
  /** The column that is the list's own key. */
  readonly key: string | null;
  /** Columns whose reading is not left to guessing. */
  readonly map: ReadonlyMap<string, string>;
  readonly dryRun: boolean;
}

export interface FileImported extends Counts {
  readonly import: string;
  readonly refusals: readonly { readonly row: number; readonly reason: Saying }[];
}

/** The whole conversation in one go, as the command line has it: read, compare, take over. */
export async function importFile(ctx: Context, work: ImportWork, file: FileImport): Promise<FileImported> {
  demand(may.keepLists(ctx.actor));
  const known = await ctx.db.read((db) => findListTitled(db, file.list));
  const list = known ?? (await openList(ctx, unnamed(file.list)));
  const stored = `${list.id}-${ctx.clock.now().getTime()}`;
  await copyFile(file.path, work.pathOf(stored));
  const begun = await beginImport(ctx, list.id, {
    file: stored,
    path: work.pathOf(stored),
    fileName: basename(file.path),
  });
  if (!begun.ok) {
    await work.removeFile(stored);
    if (known === null) await forgetList(ctx, list.id);
    throw new InputError(begun.issue);
  }
  const { id, mapping } = begun.value;
  try {
    if (mapping !== null) {
      const settled = settle(mapping, file);
      await ctx.db.write((tx) => updateImport(tx, id, { mapping: settled }));
    }
    const counts = await compare(work, id);
    const after = await ctx.db.read((db) => findImport(db, id));
    if (after !== null && after.trouble !== null) throw new InputError(after.trouble);
    const refusals = await refusalsOf(ctx, id);
    if (!file.dryRun) await take(work, id);
    return { ...counts, import: id, refusals };
  } finally {
    const after = await ctx.db.read((db) => findImport(db, id));
    if (after !== null && ['read', 'comparing', 'compared'].includes(after.state)) {
      await drop(work, id);
      if (known === null) await forgetList(ctx, list.id);
    }
  }
}

function unnamed(title: string): Omit<List, 'id' | 'mapping'> {
  return {
    title,
    publisher: title,
    purpose: '',
    licence: 'unknown',
    role: '',
    rhythm: 'asNeeded',
    takedownContact: '',
  };
}

function settle(mapping: Mapping, file: FileImport): Mapping {
  const columns: Record<string, string | null> = { ...mapping.columns };
  for (const [column, target] of file.map) {
    if (!(column in columns))
      throw new InputError(saying('lists.import.noColumn', { column, columns: Object.keys(columns).join(', ') }));
    if (target !== '' && !isColumnTarget(mapping.subject, target))
      throw new InputError(saying('lists.import.noField', { field: target }));
    columns[column] = target === '' ? null : target;
  }
  if (file.key !== null && !(file.key in columns)) {
    throw new InputError(
      saying('lists.import.noColumn', { column: file.key, columns: Object.keys(columns).join(', ') }),
    );
  }
  return { ...mapping, columns, key: file.key ?? mapping.key };
}

async function refusalsOf(ctx: Context, id: string): Promise<FileImported['refusals']> {
  const found: { row: number; reason: Saying }[] = [];
  for (let after = 0; ;) {
    const from = after;
    const rows = await ctx.db.read((db) =>
      findComparedRows(db, id, { after: from, limit: 500, outcomes: ['refused'] }),
    );
    const last = rows.at(-1);
    if (last === undefined) return found;
    found.push(...rows.flatMap(({ row, notes }) => (notes[0] === undefined ? [] : [{ row, reason: notes[0] }])));
    after = last.row;
  }
}
