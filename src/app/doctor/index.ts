import { readdir } from 'node:fs/promises';
import { checkProjections, countClaimsWithoutSource, findHiddenRevisions } from '../../areas/claims/index.ts';
import { findFilesInUse, unfinished } from '../../areas/lists/index.ts';
import type { Home } from '../home.ts';
import { MIGRATIONS } from '../migrations.ts';
import { isHouseClosed } from '../closed-house.ts';
import { checkChains } from './chains.ts';
import { bad, fine, type Check } from './check.ts';
import { checkBackups, checkClock, checkDisk, checkMail, checkRights } from './surroundings.ts';
import { findWallGaps, isRoleTooStrong } from './walls.ts';

export type { Check } from './check.ts';

export type Patient = Pick<Home, 'folder' | 'database' | 'imports' | 'clock' | 'config' | 'steps'>;

const NODE = 24;
const POSTGRES = 18;
/** Registers up to this size are compared wholly, larger ones by as many subjects. */
const MOST_COMPARED = 20_000;

/** Examines an installation that is open. Nothing is changed. */
export async function examine(home: Patient): Promise<readonly Check[]> {
  const checks: Check[] = [checkNode(process.versions.node)];
  for (const look of LOOKS) checks.push(await look(home));
  return checks;
}

/** What can be said before anything is open. */
export function checkNode(version: string): Check {
  const isNew = Number(version.split('.')[0]) >= NODE;
  return isNew
    ? fine('node', 'app.doctor.node.ok', { version })
    : bad('node', 'app.doctor.node.old', { version, needed: String(NODE) });
}

async function database({ database: db, folder }: Patient): Promise<Check> {
  const { rows } = await db.sql('show server_version');
  const version = String(rows[0]?.['server_version']);
  const values = { version, engine: db.engine, folder: folder.path, needed: String(POSTGRES) };
  return Number.parseInt(version, 10) >= POSTGRES
    ? fine('database', 'app.doctor.database.ok', values)
    : bad('database', 'app.doctor.database.old', values);
}

async function migrations({ database: db, steps }: Patient): Promise<Check> {
  const { rows } = await db.sql('select name from kysely_migration order by name');
  const taken = rows.map(({ name }) => String(name));
  const missing = MIGRATIONS.filter((step, at) => taken[at] !== `${String(at + 1).padStart(3, '0')}-${step.name}`).map(
    ({ name }) => name,
  );
  if (missing.length === 0 && steps.length > 0)
    return fine('migrations', 'app.doctor.migrations.taken', { steps: steps.join(', ') });
  return missing.length === 0
    ? fine('migrations', 'app.doctor.migrations.ok', { count: taken.length })
    : bad('migrations', 'app.doctor.migrations.missing', { steps: missing.join(', ') });
}

async function role({ database: db }: Patient): Promise<Check> {
  return (await isRoleTooStrong(db)) ? bad('role', 'app.doctor.role.strong') : fine('role', 'app.doctor.role.ok');
}

async function walls({ database: db }: Patient): Promise<Check> {
  const gaps = await findWallGaps(db);
  return gaps.length === 0
    ? fine('walls', 'app.doctor.walls.ok')
    : bad('walls', 'app.doctor.walls.open', { tables: gaps.join(', ') });
}

async function sources({ imports: { db } }: Patient): Promise<Check> {
  const count = await db.read(countClaimsWithoutSource);
  return count === 0
    ? fine('sources', 'app.doctor.sources.ok')
    : bad('sources', 'app.doctor.sources.missing', { count });
}

async function revisions({ imports: { db } }: Patient): Promise<Check> {
  const { size: count } = await db.read(findHiddenRevisions);
  return count === 0
    ? fine('revisions', 'app.doctor.revisions.ok')
    : bad('revisions', 'app.doctor.revisions.open', { count });
}

async function projections({ imports: work }: Patient): Promise<Check> {
  if ((await work.db.read(findHiddenRevisions)).size > 0) return bad('projections', 'app.doctor.projections.wait');
  const { different, compared } = await checkProjections(work, MOST_COMPARED);
  return different.length === 0
    ? fine('projections', 'app.doctor.projections.ok', { count: compared })
    : bad('projections', 'app.doctor.projections.different', { tables: different.join(', ') });
}

async function imports({ imports: work }: Patient): Promise<Check> {
  const { length: count } = await unfinished(work);
  return count === 0 ? fine('imports', 'app.doctor.imports.ok') : bad('imports', 'app.doctor.imports.open', { count });
}

async function uploads({ folder, imports: { db } }: Patient): Promise<Check> {
  const used = await db.read(findFilesInUse);
  const { length: count } = (await readdir(folder.uploads)).filter((name) => !used.has(name));
  return count === 0
    ? fine('uploads', 'app.doctor.uploads.ok')
    : bad('uploads', 'app.doctor.uploads.left', { count, folder: folder.uploads });
}

function door({ folder }: Patient): Promise<Check> {
  return Promise.resolve(fine('door', isHouseClosed(folder.path) ? 'app.doctor.door.closed' : 'app.doctor.door.open'));
}

const LOOKS: readonly ((home: Patient) => Promise<Check>)[] = [
  database,
  migrations,
  role,
  walls,
  sources,
  revisions,
  projections,
  imports,
  (home) => checkChains(home),
  checkDisk,
  uploads,
  checkRights,
  checkClock,
  checkMail,
  checkBackups,
  door,
];
