import { join } from 'node:path';
import { walkSources, type Field, type SubjectKind } from '../../areas/claims/index.ts';
import type { Json } from '../../plain/json.ts';
import { dayOf } from '../../plain/time.ts';
import type { WriteDatabase } from '../../platform/context.ts';
import type { Reader } from '../../platform/database/index.ts';
import { REGISTER } from '../register.ts';
import { cellsOf, columnsOf, csvLine, isObject } from './cells.ts';
import type { Written } from './written.ts';
import { sourceKey } from './source-key.ts';
import { withFiles, type TextFile } from './text-file.ts';
import { walkShown, type ShownWhole } from './walk-shown.ts';

const BOM = '\uFEFF';
const STEP = 500;

/** What the reader sees as tables that a spreadsheet opens: UTF-8 with its mark, semicolons. `mark` goes into the names of the files. */
export async function exportCsv(database: Pick<WriteDatabase, 'read'>, folder: string, mark: string): Promise<Written> {
  const paths = {
    organisations: join(folder, `organisations${mark}.csv`),
    offers: join(folder, `offers${mark}.csv`),
    networks: join(folder, `networks${mark}.csv`),
    sources: join(folder, `sources${mark}.csv`),
  };
  const counts = await withFiles((open) =>
    database.read(async (db) => ({
      organisations: await writeTable(db, 'organisation', open(paths.organisations)),
      offers: await writeTable(db, 'offer', open(paths.offers)),
      networks: await writeTable(db, 'network', open(paths.networks)),
      sources: await writeSources(db, open(paths.sources)),
    })),
  );
  return { files: Object.values(paths), counts };
}

interface Column {
  readonly header: string;
  readonly cell: (shown: ShownWhole) => string;
}

async function writeTable(db: Reader, kind: SubjectKind, file: TextFile): Promise<number> {
  const columns = await columnsFor(db, kind);
  await file.write(BOM + csvLine(columns.map(({ header }) => header)));
  let count = 0;
  for await (const batch of walkShown(db, kind)) {
    await file.write(batch.map((shown) => csvLine(columns.map(({ cell }) => cell(shown)))).join(''));
    count += batch.length;
  }
  return count;
}

/** Which languages there are is known only when everything has been seen: hence a walk of its own. */
async function columnsFor(db: Reader, kind: SubjectKind): Promise<readonly Column[]> {
  const fields = [...REGISTER.fields[kind].fields.values()];
  const languages = new Map<string, Set<string>>();
  for await (const batch of walkShown(db, kind)) {
    for (const { facts } of batch) {
      for (const [name, value] of Object.entries(facts)) {
        const own = languages.get(name) ?? new Set();
        if (isObject(value)) for (const language of Object.keys(value)) own.add(language);
        languages.set(name, own);
      }
    }
  }
  return [
    { header: 'id', cell: ({ subject }) => subject },
    ...fields.flatMap((field) =>
      field.perLanguage ? spokenColumns(field, languages.get(field.name) ?? new Set()) : plainColumns(field),
    ),
    { header: 'confirmedOn', cell: ({ confirmedOn }) => confirmedOn ?? '' },
    { header: 'saidOn', cell: ({ saidOn }) => saidOn },
  ];
}

function plainColumns(field: Field): Column[] {
  return columnsOf(field).map((header, at) => ({
    header,
    cell: ({ facts }) => cellsOf(field, facts[field.name])[at] ?? '',
  }));
}

/** `name` is the text in the main language, `name:ar` the one in Arabic. */
function spokenColumns(field: Field, languages: ReadonlySet<string>): Column[] {
  const others = [...languages].filter((language) => language !== 'de').toSorted();
  return [
    { header: field.name, cell: ({ facts }) => mainText(field, facts[field.name]) },
    ...others.map((language): Column => ({
      header: `${field.name}:${language}`,
      cell: ({ facts }) => textIn(facts[field.name], language),
    })),
  ];
}

/** German; without it the text of no known language; a name also in any other, because a row without one says nothing. */
function mainText(field: Field, value: Json | undefined): string {
  const known = textIn(value, 'de') || textIn(value, 'und');
  if (known !== '' || field.name !== 'name' || !isObject(value)) return known;
  return textIn(value, Object.keys(value).toSorted()[0] ?? '');
}

function textIn(value: Json | undefined, language: string): string {
  const text = isObject(value) ? value[language] : undefined;
  return typeof text === 'string' ? text : '';
}

async function writeSources(db: Reader, file: TextFile): Promise<number> {
  await file.write(BOM + csvLine(['key', 'kind', 'speaker', 'publisher', 'licence', 'takedownContact', 'retrievedOn']));
  let count = 0;
  for (let page = 0; ; page += 1) {
    const sources = await walkSources(db, page, STEP);
    if (sources.length === 0) return count;
    count += sources.length;
    await file.write(
      sources
        .map((source) =>
          csvLine([
            sourceKey(source),
            source.kind,
            source.speaker ?? '',
            source.publisher,
            source.licence,
            source.takedownContact,
            dayOf(source.retrievedAt),
          ]),
        )
        .join(''),
    );
  }
}
