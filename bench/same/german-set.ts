import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { filesOf } from './german/files.ts';
import { LISTS, type ListPlan } from './german/lists.ts';
import type { Part } from './german/thing.ts';
import { itemFrom } from './item-from.ts';
import { pairKey } from './measure.ts';
import { samePairs, type EvaluationSet, type SetRecord } from './set.ts';

/** Beside this file, or beside the project's root when bundled into `dist`. */
const FOLDERS = [join(import.meta.dirname, 'german'), join(import.meta.dirname, '../bench/same/german')];

/**
 * One half of our own set, read from its files as anybody would read them. With a seed of one's own it is another set of
 * the same words, made on the spot: rules cannot have been made for it.
 */
export function germanSet(part: Part, seed?: number): EvaluationSet {
  const files: Files = seed === undefined ? (file) => fileOf(part, file) : madeFiles(part, seed);
  const gold = rowsOf(files, 'gold-records.csv');
  const lists = new Map(LISTS.map((plan) => [plan.file, readList(files, plan)]));
  const records = gold.map(({ file = '', row = '' }): SetRecord => {
    const record = lists.get(file)?.[Number(row) - 1];
    if (record === undefined) throw new RangeError(`${file} has no row ${row}`);
    return record;
  });
  const rows = Map.groupBy(gold.keys(), (place) => gold[place]?.['thing'] ?? '');
  const relations = rowsOf(files, 'gold-relations.csv');
  const related = (outcome: string) =>
    new Set(
      relations
        .filter((relation) => relation['outcome'] === outcome)
        .flatMap(({ a = '', b = '' }) =>
          (rows.get(a) ?? []).flatMap((one) => (rows.get(b) ?? []).map((two) => pairKey(one, two))),
        ),
    );
  const slices = new Map<string, Set<number>>();
  for (const [place, { slices: names = '' }] of gold.entries()) {
    for (const name of names.split('|')) {
      if (name !== '') slices.set(name, (slices.get(name) ?? new Set()).add(place));
    }
  }
  return {
    name: `german ${part}${seed === undefined ? '' : `, seed ${seed}`}`,
    records,
    same: samePairs(gold.map(({ thing = '' }) => thing)),
    part: related('part'),
    place: related('place'),
    slices: new Map([...slices].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    goal: 0.97,
    precisionGoal: 0.99,
    recallGoal: 0.95,
  };
}

function readList(files: Files, plan: ListPlan): readonly SetRecord[] {
  const rows = rowsOf(files, plan.file, plan);
  return rows.map((row) => {
    const texts: Record<string, string> = {};
    for (const [header, field] of Object.entries(plan.columns)) texts[field] = (row[header] ?? '').trim();
    const kind = plan.file === 'angebote.csv' || plan.file === 'kursliste.csv' ? 'offer' : 'organisation';
    return { label: texts['name'] ?? '', item: itemFrom(plan.file, kind, texts) };
  });
}

type Files = (file: string) => Buffer;

function fileOf(part: Part, file: string): Buffer {
  const path = FOLDERS.map((folder) => join(folder, part, file)).find((one) => existsSync(one));
  if (path === undefined) throw new Error(`${part}/${file} is missing: node bench/same/german/write.ts`);
  return readFileSync(path);
}

function madeFiles(part: Part, seed: number): Files {
  const files = filesOf(part, seed);
  return (file) => files.get(file) ?? Buffer.alloc(0);
}

const ENCODINGS: Readonly<Record<ListPlan['encoding'], string>> = {
  utf8: 'utf8',
  'utf8-bom': 'utf8',
  'windows-1252': 'windows-1252',
  utf16le: 'utf16',
};

function rowsOf(files: Files, file: string, plan?: ListPlan): readonly Readonly<Record<string, string>>[] {
  const text = iconv.decode(files(file), ENCODINGS[plan?.encoding ?? 'utf8']);
  return parse(text, { columns: true, delimiter: plan?.separator ?? ',', bom: true });
}
