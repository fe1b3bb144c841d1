import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../../test/database.ts';
import { openGazetteer, rhoenauTable } from '../../areas/places/index.ts';
import { STRANGER, system } from '../../plain/actor.ts';
import { idFor } from '../../plain/ids.ts';
import { fixedClock, systemClock } from '../../platform/clock.ts';
import { APP_ROLE, type Database } from '../../platform/database/index.ts';
import { openFolder } from '../../platform/files/index.ts';
import { findNotes, headOf, note, verifyChain } from '../../platform/chain/index.ts';
import { readConfig } from '../config.ts';
import { seedCounty } from '../demo.ts';
import { MIGRATIONS } from '../migrations.ts';
import { REGISTER } from '../register.ts';
import { checkChains, type Bound } from './chains.ts';
import { checkNode, examine, type Patient } from './index.ts';
import { findWallGaps, isRoleTooStrong } from './walls.ts';

const clock = fixedClock('2026-11-21T09:00:00Z');
let database: Database;
let path: string;
let patient: Patient;

beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
  path = await mkdtemp(join(tmpdir(), 'geflecht-doctor-'));
  const folder = openFolder(path);
  const imports = {
    actor: system('test'),
    db: database.as(system('test')),
    clock,
    register: REGISTER,
    gazetteer: openGazetteer({ extra: [rhoenauTable()] }),
    pathOf: (file: string) => join(folder.uploads, basename(file)),
    removeFile: () => Promise.resolve(),
  };
  const config = readConfig({});
  if (!config.ok) throw new Error(config.issue);
  patient = { database, folder, imports, clock: systemClock, config: config.value, steps: [] };
  await seedCounty({ imports, clock });
}, 120_000);
afterAll(async () => {
  await database.close();
  await rm(path, { recursive: true });
});

async function wrong(): Promise<string[]> {
  return (await examine(patient)).filter(({ ok }) => !ok).map(({ name }) => name);
}

async function tables(): Promise<string[]> {
  const { rows } =
    await database.sql(`select relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and c.relname !~ '^kysely_migration' order by 1`);
  return rows.map(({ name }) => String(name));
}

test('every table has its wall, and the role of the app cannot climb over it', async () => {
  expect((await tables()).length).toBeGreaterThan(10);
  expect(await findWallGaps(database)).toEqual([]);
  expect(await isRoleTooStrong(database)).toBe(false);
});

test('without an actor there is not one row in any table', async () => {
  for (const table of await tables()) {
    const seen = await database.owner(async (tx) => {
      await sql.raw(`set local role ${APP_ROLE}`).execute(tx);
      return (await sql<{ count: number }>`select count(*)::integer as count from ${sql.table(table)}`.execute(tx))
        .rows;
    });
    expect([table, seen[0]?.count]).toEqual([table, 0]);
  }
  const { length } = await database.as(STRANGER).read((db) => db.selectFrom('subject').select('id').execute());
  expect(length).toBeGreaterThan(0);
});

test('a table without a wall is found, in every way in which a wall can be missing', async () => {
  await database.exec(
    'create table bare (id integer); create table half (id integer); alter table half enable row level security; alter table half force row level security',
  );
  expect(await findWallGaps(database)).toEqual(['bare', 'half']);
  await database.exec('drop table bare; drop table half; alter table claim no force row level security');
  expect(await findWallGaps(database)).toEqual(['claim']);
  await database.exec('alter table claim force row level security');
  expect(await findWallGaps(database)).toEqual([]);
});

test('a well installation is well, and looking changes nothing', async () => {
  const sum = async () =>
    (
      await database.sql(
        'select count(*)::integer as n, md5(string_agg(o::text, $1 order by subject, scope)) as sum from organisation o',
        [''],
      )
    )['rows'];
  const before = await sum();
  expect(await wrong()).toEqual([]);
  expect(await sum()).toEqual(before);
});

test('what is not well is named', async () => {
  await database.exec(
    `update organisation set said_on = '2001-01-01' where subject = (select min(subject::text)::uuid from organisation)`,
  );
  expect(await wrong()).toEqual(['projections']);
  await database.exec('update claim set source = source + 100000 where id = (select min(id) from claim)');
  await writeFile(join(patient.folder.uploads, 'left'), '');
  await database.exec(`insert into revision (kind, state, made_at) values ('import', 'pending', now())`);
  expect(await wrong()).toEqual(['sources', 'revisions', 'projections', 'uploads']);
});

test('the chains of all organisations are verified, within a bound, and those that were cut off are named', async () => {
  const chains = [1, 2, 3].map((n) => idFor(`chain ${n}`));
  const first = chains[0] ?? '';
  const at = clock.now();
  await database.as(system('test')).write(async (tx) => {
    for (const chain of chains)
      for (const about of ['a', 'b', 'c'])
        await note(tx, chain, { at, act: 'protection.begun', byRole: 'system', about });
  });
  const told = async (bound?: Bound) => (await checkChains(patient, bound)).told;
  expect(await told()).toEqual({ key: 'app.doctor.chains.ok', values: { count: 3 } });
  expect(await told({ notes: 4, milliseconds: 60_000 })).toEqual({
    key: 'app.doctor.chains.some',
    values: { count: 2, all: 3 },
  });
  await database.sql(`update chain_note set about = 'x' where chain = $1 and number = 2`, [first]);
  expect(await told()).toEqual({ key: 'app.doctor.chains.broken', values: { chains: first } });
  await database.sql(`update chain_note set about = 'b' where chain = $1 and number = 2`, [first]);
  // What the role of the app may not, whoever has the database in hand can: then the kept head misses, and the doctor
  // misses the note of a protection.
  await expect(database.as(system('test')).write((tx) => sql`truncate chain_note`.execute(tx))).rejects.toThrow(
    'permission denied',
  );
  const head = headOf(await database.as(system('test')).read((db) => findNotes(db, first)));
  const organisation = await database.sql(`select id from subject where kind = 'organisation' order by id limit 1`);
  const id = String(organisation.rows[0]?.['id']);
  await database.sql(`insert into protection_term (id, organisation, since) values ($1, $1, now())`, [id]);
  await database.exec('truncate chain_note');
  expect(verifyChain(first, [], head).kind).toBe('head missing');
  expect(await told()).toEqual({ key: 'app.doctor.chains.broken', values: { chains: id } });
  await database.sql(`delete from protection_term where id = $1`, [id]);
  expect(await told()).toEqual({ key: 'app.doctor.chains.ok', values: { count: 0 } });
});

test('a folder that others can look into, a clock that is wrong, mail and backups that are missing are named', async () => {
  const looked = async (over: Partial<Patient>) =>
    (await examine({ ...patient, ...over })).filter(({ ok }) => !ok).map(({ name }) => name);
  const known = await wrong();
  await chmod(path, 0o755);
  expect(await looked({})).toEqual([...known, 'rights']);
  await chmod(path, 0o700);
  expect(await looked({ clock: fixedClock('2026-01-01T00:00:00Z') })).toContain('clock');
  const mail = { url: 'smtp://127.0.0.1:1', from: 'netz@example.org' };
  expect(await looked({ config: { ...patient.config, mail } })).toEqual([...known, 'mail']);
  const folder = join(path, 'backups');
  const config = { ...patient.config, backup: { folder, recipient: 'age1x' } };
  expect(await looked({ config })).toEqual([...known, 'backups']);
  await mkdir(folder);
  await writeFile(join(folder, 'geflecht-2020-01-01T00-00-00-000Z.age'), '');
  expect(await looked({ config })).toEqual([...known, 'backups']);
  await writeFile(join(folder, `geflecht-${new Date().toISOString().replaceAll(/[:.]/g, '-')}.age`), '');
  expect(await looked({ config })).toEqual(known);
});

test('an old Node is too old', () => {
  expect([checkNode('24.1.0').ok, checkNode('22.9.0').ok]).toEqual([true, false]);
});
