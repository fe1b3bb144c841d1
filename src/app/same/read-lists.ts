import { existsSync, statSync } from 'node:fs';
import { openTable } from '../../areas/lists/index.ts';
import type { Item } from '../../engines/same/index.ts';
import type { Words } from '../../plain/words.ts';
import { BadInputError } from '../command.ts';
import { readColumns, type Column } from './columns.ts';
import type { Target } from './headers.ts';
import { itemOfRow } from './item-of-row.ts';

/** A row by its file, as it was typed, and its number: 1 is the first row of data. */
export interface Place {
  readonly file: string;
  readonly row: number;
}

export interface ReadLists {
  readonly items: readonly Item[];
  /** One for each item. */
  readonly places: readonly Place[];
  /** What was taken from each file. */
  readonly columns: ReadonlyMap<string, readonly Column[]>;
  /** What was odd about the files, and rows that could not be read, in words. */
  readonly notes: readonly string[];
}

/** Reads lists row by row into what the engine compares; each file is a source of its own. */
export async function readLists(
  files: readonly string[],
  told: ReadonlyMap<string, Target | null>,
  words: Words,
): Promise<ReadLists> {
  const items: Item[] = [];
  const places: Place[] = [];
  const notes: string[] = [];
  const columns = new Map<string, readonly Column[]>();
  const headers = new Set<string>();
  for (const file of files) {
    const table = await open(file, words);
    for (const { name } of table.headers) headers.add(name);
    for (const note of table.notes) notes.push(`${file}: ${words.tell(note)}`);
    const read = readColumns(table, told);
    if (!read.columns.some(({ target }) => target === 'name' || target === 'otherName' || target === 'field'))
      throw new BadInputError(words.say('app.same.noName', { file, columns: listed(table.headers) }));
    columns.set(file, read.columns);
    for await (const rows of table.rows()) {
      for (const { number, cells, problem } of rows) {
        if (problem !== undefined) {
          notes.push(words.say('app.same.rowLeftOut', { file, row: number, why: words.tell(problem) }));
          continue;
        }
        items.push(itemOfRow(read, cells, file));
        places.push({ file, row: number });
      }
    }
  }
  for (const column of told.keys())
    if (!headers.has(column))
      throw new BadInputError(words.say('app.same.noColumn', { column, columns: [...headers].join(', ') }));
  return { items, places, columns, notes };
}

async function open(file: string, words: Words) {
  if (!existsSync(file) || !statSync(file).isFile()) throw new BadInputError(words.say('app.same.noFile', { file }));
  const opened = await openTable(file);
  if (!opened.ok) throw new BadInputError(words.say('app.same.unreadable', { file, why: words.tell(opened.issue) }));
  return opened.value;
}

function listed(headers: readonly { readonly name: string }[]): string {
  return headers.map(({ name }) => name).join(', ');
}
