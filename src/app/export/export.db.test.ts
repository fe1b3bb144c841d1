import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aSource, newClaim } from '../../../test/claims.ts';
import { openTestDatabase } from '../../../test/database.ts';
import { insertSource, say } from '../../areas/claims/index.ts';
import { importFile, takeBack, type ImportWork } from '../../areas/lists/index.ts';
import { openGazetteer, rhoenauTable } from '../../areas/places/index.ts';
import { system } from '../../plain/actor.ts';
import { idFor } from '../../plain/ids.ts';
import { fixedClock } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import type { Database } from '../../platform/database/index.ts';
import { createEvents } from '../../platform/events.ts';
import { SILENT } from '../../platform/log/index.ts';
import { loadWords } from '../../platform/words/index.ts';
import { inventedId } from '../demo-ids.ts';
import { seedCounty } from '../demo.ts';
import { MIGRATIONS } from '../migrations.ts';
import { REGISTER } from '../register.ts';
import { exportRegister, type ExportFormat } from './index.ts';

const clock = fixedClock('2026-11-21T09:00:00Z');
const words = loadWords('src');
const gazetteer = openGazetteer({ extra: [rhoenauTable()] });
let folder: string;
let county: House;

interface House {
  readonly database: Database;
  readonly imports: ImportWork;
  readonly ctx: Context;
}

async function openHouse(name: string): Promise<House> {
  const database = await openTestDatabase(MIGRATIONS);
  const db = database.as(system('test'));
  const pathOf = (file: string) => join(folder, `${name}-${basename(file)}`);
  return {
    database,
    imports: {
      actor: system('test'),
      db,
      clock,
      register: REGISTER,
      gazetteer,
      pathOf,
      removeFile: (file) => rm(pathOf(file), { force: true }),
    },
    ctx: { db, actor: system('test'), clock, words: words.in('de'), events: createEvents(SILENT) },
  };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'geflecht-export-'));
  county = await openHouse('county');
  await seedCounty({ imports: county.imports, clock });
}, 120_000);
afterAll(async () => {
  await county.database.close();
  await rm(folder, { recursive: true });
});

async function write(
  house: House,
  format: ExportFormat,
  to: string,
  all = false,
  at = clock,
): Promise<Record<string, string>> {
  const path = join(folder, to);
  await exportRegister({ database: house.database, gazetteer, clock: at, words: words.in('de') }, format, path, all);
  const names = (await readdir(path)).toSorted();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(path, name), 'utf8')])),
  );
}

const rowsOf = (text = ''): Record<string, string>[] => parse(text, { bom: true, delimiter: ';', columns: true });

test('tables hold what is for everyone, and with everything their names say so', async () => {
  const open = await write(county, 'csv', 'csv-open');
  expect(Object.keys(open)).toEqual(['networks.csv', 'offers.csv', 'organisations.csv', 'sources.csv']);
  expect(open['organisations.csv']?.startsWith('\uFEFFid;name;')).toBe(true);
  const organisations = rowsOf(open['organisations.csv']);
  expect(organisations).toHaveLength(214);
  expect(rowsOf(open['offers.csv'])).toHaveLength(388);
  const nujin = organisations.find(({ id }) => id === inventedId('organisation/frauenverein-nujin'));
  expect(nujin?.['name:kmr']).toContain('Nûjîn');
  expect(nujin?.['street']).toBe('');
  expect(JSON.stringify(open)).not.toContain('Leinensteig 28');
  const all = await write(county, 'csv', 'csv-all', true);
  expect(Object.keys(all)).toEqual([
    'networks-intern.csv',
    'offers-intern.csv',
    'organisations-intern.csv',
    'sources-intern.csv',
  ]);
  expect(all['organisations-intern.csv']).toContain('Leinensteig 28');
});

test('networks are in tables and claims, with their members only where these are for everyone', async () => {
  const open = await write(county, 'csv', 'networks-open');
  const networks = rowsOf(open['networks.csv']);
  expect(networks).toHaveLength(11);
  const members = (rows: Record<string, string>[], slug: string) =>
    rows.find(({ id }) => id === inventedId(`network/${slug}`))?.['members'] ?? '';
  expect(members(networks, 'frauen-gesundheit')).toContain(inventedId('organisation/frauenverein-nujin'));
  expect(members(networks, 'solidarische-stadt')).toBe('');
  const all = await write(county, 'csv', 'networks-all', true);
  expect(members(rowsOf(all['networks-intern.csv']), 'solidarische-stadt').split('; ')).toHaveLength(15);
  const quiet = `"subject":"${inventedId('network/solidarische-stadt')}"`;
  const lines = async (name: string, isAll: boolean) =>
    Object.values(await write(county, 'claims', name, isAll)).flatMap((text) =>
      text.split('\n').filter((line) => line.includes(quiet)),
    );
  const [some, every] = [await lines('networks-claims', false), await lines('networks-claims-all', true)];
  expect([some.length > 0, some.some((line) => line.includes('"members"'))]).toEqual([true, false]);
  expect(every).toHaveLength(some.length + 1);
});

test('an exported table taken in again as a list gives the same facts, without a word of help', async () => {
  const first = await write(county, 'csv', 'csv-first');
  const other = await openHouse('other');
  for (const kind of ['organisations', 'offers']) {
    const path = join(folder, 'csv-first', `${kind}.csv`);
    const counts = await importFile(other.ctx, other.imports, {
      path,
      list: kind,
      key: null,
      map: new Map(),
      dryRun: false,
    });
    expect(counts).toMatchObject({ refused: 0, unclear: 0, new: rowsOf(first[`${kind}.csv`]).length });
  }
  const again = await write(other, 'csv', 'csv-again');
  await other.database.close();
  for (const kind of ['organisations.csv', 'offers.csv']) expect(facts(again[kind])).toEqual(facts(first[kind]));
}, 60_000);

/** Rows without what another register says otherwise: its ids, its days, and texts in further languages (a list has one). */
function facts(text: string | undefined): string[] {
  return rowsOf(text)
    .map((row) => Object.entries(row).filter(([name]) => !/^(id|confirmedOn|saidOn)$|:/.test(name)))
    .map((cells) => cells.map(([name, cell]) => `${name}=${cell}`).join('\n'))
    .toSorted();
}

test('a name that begins like a formula comes back as it was', async () => {
  const other = await openHouse('formula');
  const path = join(folder, 'formula.csv');
  await writeFile(path, 'Name;Telefon;Ort\r\n=Gleich e. V.;+49371123456;Kaltenried\r\n@home Treff;;Kaltenried\r\n');
  const load = (from: string, list: string) =>
    importFile(other.ctx, other.imports, { path: from, list, key: null, map: new Map(), dryRun: false });
  const first = await load(path, 'Formeln');
  const out = await write(other, 'csv', 'formula-out');
  expect(new Set(rowsOf(out['organisations.csv']).map(({ name }) => name))).toEqual(
    new Set(["'=Gleich e. V.", "'@home Treff"]),
  );
  await takeBack(other.imports, first.import);
  await load(join(folder, 'formula-out', 'organisations.csv'), 'Wieder');
  expect(facts((await write(other, 'csv', 'formula-again'))['organisations.csv'])).toEqual(
    facts(out['organisations.csv']),
  );
  const claims = (await write(other, 'claims', 'formula-claims'))['claims.jsonl'];
  expect([claims?.includes('"=Gleich e. V."'), claims?.includes("'=Gleich")]).toEqual([true, false]);
  await other.database.close();
}, 60_000);

test('a list taken in and taken back leaves the claims as they were, to the byte', async () => {
  const before = await write(county, 'claims', 'claims-before', true);
  const path = join(folder, 'list.csv');
  await writeFile(
    path,
    'Name;Telefon;Ort\r\nVerein am Wehr e. V.;+49371123456;Kaltenried\r\nTreff Ost;;Kaltenried\r\n',
  );
  const taken = await importFile(county.ctx, county.imports, {
    path,
    list: 'Neue Liste',
    key: null,
    map: new Map(),
    dryRun: false,
  });
  const between = await write(county, 'claims', 'claims-between', true);
  expect(between['claims-intern.jsonl']).toContain('Verein am Wehr');
  await takeBack(county.imports, taken.import);
  expect(await write(county, 'claims', 'claims-after', true)).toEqual(before);
}, 60_000);

test('claims come with their history, in a fixed order and without numbers of the database', async () => {
  const own = await openHouse('history');
  const id = idFor('turning');
  const at = (day: string) => new Date(`${day}T08:00:00Z`);
  await own.imports.db.write(async (tx) => {
    const own = aSource(at('2026-01-01'), { kind: 'own', speaker: id, publisher: 'Wir', licence: 'own' });
    const said = await insertSource(tx, own, 0);
    const listed = await insertSource(tx, { ...own, kind: 'list', publisher: 'Liste' }, 0);
    const claim = (field: string, value: string, source: number, more = {}) =>
      newClaim({ subject: id, field, value, source, sourceKind: 'own', saidAt: at('2026-01-01'), ...more });
    await say(tx, REGISTER, {
      subjects: [{ id, kind: 'organisation' }],
      at: at('2026-01-01'),
      claims: [
        claim('name', 'Alt', said),
        claim('district', 'Geheimviertel', said, { scope: 'partner' }),
        claim('district', 'Listenviertel', listed, { sourceKind: 'list' }),
      ],
    });
    const { rows } = { rows: await tx.selectFrom('claim').select('id').where('field', '=', 'name').execute() };
    await say(tx, REGISTER, {
      claims: [claim('name', 'Neu', said, { saidAt: at('2026-05-01') })],
      end: rows.map((row) => ({ subject: id, id: row.id })),
      at: at('2026-05-01'),
    });
  });
  const open = await write(own, 'claims', 'history-open');
  const all = await write(own, 'claims', 'history-all', true);
  await own.database.close();
  const lines = (open['claims.jsonl'] ?? '')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.map(({ value, retractedAt }) => [value, retractedAt])).toEqual([
    ['Alt', '2026-05-01T08:00:00.000Z'],
    ['Neu', null],
  ]);
  expect(Object.keys(lines[0] ?? {})).not.toContain('id');
  const keys = (open['sources.jsonl'] ?? '')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { key: string }).key);
  expect(keys).toContain(lines[0]?.['source']);
  // Where the organisation keeps its word to partners, the list does not speak in its place.
  expect(open['claims.jsonl']).not.toMatch(/Geheimviertel|Listenviertel/);
  expect(all['claims-intern.jsonl']).toMatch(/Geheimviertel[^]*Listenviertel|Listenviertel[^]*Geheimviertel/);
});

test('every object of the HSDS export fits the schemas of HSDS 3.1', async () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  for (const name of (await readdir('test/fixtures/hsds')).filter((file) => file.endsWith('.json'))) {
    ajv.addSchema(JSON.parse(await readFile(join('test/fixtures/hsds', name), 'utf8')) as object, name);
  }
  const files = await write(county, 'hsds', 'hsds', false, fixedClock('2027-01-02T09:00:00Z'));
  const schemas = {
    'organizations.json': 'organization.json',
    'services.json': 'service.json',
    'taxonomies.json': 'taxonomy.json',
    'taxonomy_terms.json': 'taxonomy_term.json',
  };
  const ids = new Set<string>();
  for (const [file, schema] of Object.entries(schemas)) {
    const things = JSON.parse(files[file] ?? '') as { id: string }[];
    expect(things.length).toBeGreaterThan(0);
    for (const thing of things) {
      ids.add(thing.id);
      expect([thing.id, ajv.validate(schema, thing) ? null : ajv.errorsText()]).toEqual([thing.id, null]);
    }
  }
  const services = JSON.parse(files['services.json'] ?? '') as {
    organization_id?: string;
    status: string;
    attributes: { taxonomy_term_id?: string }[];
  }[];
  expect(services).toHaveLength(388);
  for (const { organization_id, attributes } of services) {
    expect(ids.has(organization_id ?? '')).toBe(true);
    for (const { taxonomy_term_id } of attributes)
      if (taxonomy_term_id !== undefined) expect(ids.has(taxonomy_term_id)).toBe(true);
  }
  expect(new Set(services.map(({ status }) => status))).toEqual(new Set(['active', 'inactive']));
  expect(JSON.stringify(files)).not.toContain('Leinensteig 28');
});
