import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { pairKey } from './measure.ts';
import { samePairs, type EvaluationSet, type SetRecord } from './set.ts';

/**
 * Three public sets, read from a folder beside the project; they are not part of it.
 * `hardness` (orgs_hard) and `class` (restaurants) hold the answer or a hint at it and are not read.
 */
const FOLDER = join(import.meta.dirname, '../../../shared/data/matching');
/** The same from a bundle in `dist`. */
const FROM_DIST = join(import.meta.dirname, '../../shared/data/matching');

type Row = Readonly<Record<string, string>>;
const NONE: ReadonlySet<string> = new Set();
const ONLY_SAME = { part: NONE, place: NONE, slices: new Map<string, ReadonlySet<number>>() };

/** null: the folder is not there. */
export function orgsHard(): EvaluationSet | null {
  const rows = read('orgs_hard/orgs_hard_records.csv');
  const truth = read('orgs_hard/orgs_hard_truth.csv');
  if (rows === null || truth === null) return null;
  const records = rows.map((row) =>
    recordOf(row, 'org_name', {
      source: 'orgs_hard',
      name: row['org_name'],
      street: row['street'],
      place: row['city'],
      postcode: row['postcode'],
      sites: several(row['website']),
      phones: several(row['phone']),
      topics: several(row['industry']),
    }),
  );
  const same = new Set(truth.map((row) => pairKey(Number(row['row_a']), Number(row['row_b']))));
  return { name: 'orgs_hard', records, same, ...ONLY_SAME, goal: 0.985 };
}

export function restaurants(): EvaluationSet | null {
  const fodors = read('fodors_zagats/fodors.csv', "'");
  const zagats = read('fodors_zagats/zagats.csv', "'");
  const truth = read('fodors_zagats/matches_fodors_zagats.csv');
  if (fodors === null || zagats === null || truth === null) return null;
  const rows = [
    ...fodors.map((row) => ({ row, source: 'fodors' })),
    ...zagats.map((row) => ({ row, source: 'zagats' })),
  ];
  const records = rows.map(({ row, source }) =>
    recordOf(row, 'name', {
      source,
      name: row['name'],
      street: row['addr'],
      place: row['city'],
      phones: several(row['phone']),
      topics: several(row['type']),
    }),
  );
  const at = new Map(rows.map(({ row, source }, place) => [`${source} ${row['id']}`, place]));
  const same = new Set(
    truth.map((row) => pairKey(at.get(`fodors ${row['fodors_id']}`) ?? -1, at.get(`zagats ${row['zagats_id']}`) ?? -1)),
  );
  return { name: 'fodors_zagats', records, same, ...ONLY_SAME, goal: 0.97 };
}

export function febrl3(): EvaluationSet | null {
  const rows = read('febrl/dataset3.csv');
  if (rows === null) return null;
  const records = rows.map((row) =>
    recordOf(row, 'surname', {
      source: 'febrl3',
      street: `${row['address_1'] ?? ''} ${row['street_number'] ?? ''}`.trim(),
      place: row['suburb'],
      postcode: row['postcode'],
      fields: filled({
        givenName: row['given_name'],
        surname: row['surname'],
        address2: row['address_2'],
        state: row['state'],
        birthday: row['date_of_birth'],
        number: row['soc_sec_id'],
      }),
    }),
  );
  const same = samePairs(rows.map((row) => (row['rec_id'] ?? '').split('-')[1] ?? ''));
  return { name: 'febrl3', records, same, ...ONLY_SAME, goal: 0.99 };
}

function recordOf(row: Row, label: string, item: Loose<SetRecord['item']>): SetRecord {
  return { label: row[label] ?? '', item: filled(item) };
}

type Loose<Thing> = { readonly [Key in keyof Thing]: Thing[Key] | undefined };

/** What a row does not say is left out, not handed on as an empty text. */
function filled<Thing extends object>(thing: Loose<Thing>): Thing;
function filled(thing: object): object {
  return Object.fromEntries(Object.entries(thing).filter(([, value]) => value !== undefined && value !== ''));
}

function several(text: string | undefined): readonly string[] | undefined {
  return text === undefined || text === '' ? undefined : [text];
}

function read(path: string, quote = '"'): readonly Row[] | null {
  const file = [FOLDER, FROM_DIST].map((folder) => join(folder, path)).find((one) => existsSync(one));
  if (file === undefined) return null;
  const text = readFileSync(file, 'utf8');
  return parse(text, { columns: true, trim: true, quote, escape: quote === "'" ? '\\' : '"', relax_quotes: true });
}
