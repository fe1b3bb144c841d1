import { readdir, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { findBackups } from '../../platform/backup/index.ts';
import { findBeginning } from '../../platform/installation/index.ts';
import { countMail, isSmtpThere } from '../../platform/mail/index.ts';
import { bad, fine, type Check } from './check.ts';
import type { Patient } from './index.ts';

const GIGABYTE = 1024 ** 3;
const LEAST_FREE_GB = 1;
/** A restore or a new table needs the room once more. */
const LEAST_TIMES = 2;
const MOST_APART_MS = 30_000;
const HOUR_MS = 3_600_000;
const OLDEST_BACKUP_MS = 48 * HOUR_MS;
const FOR_OTHERS = 0o077;

/** Whether only the account of the program can look into its folder. */
export async function checkRights({ folder }: Patient): Promise<Check> {
  const { mode } = await stat(folder.path);
  const values = { folder: folder.path };
  return process.platform === 'win32' || (mode & FOR_OTHERS) === 0
    ? fine('rights', 'app.doctor.rights.ok', values)
    : bad('rights', 'app.doctor.rights.open', values);
}

/** The clock of this machine against that of the database, and against what happened before. */
export async function checkClock({ database, imports, clock }: Patient): Promise<Check> {
  const { rows } = await database.sql('select (extract(epoch from clock_timestamp()) * 1000)::float8 as now');
  const now = clock.now().getTime();
  const seconds = Math.round(Math.abs(now - Number(rows[0]?.['now'])) / 1_000);
  if (seconds * 1_000 > MOST_APART_MS) return bad('clock', 'app.doctor.clock.apart', { seconds });
  const begunAt = await imports.db.read((db) => findBeginning(db));
  return begunAt !== null && begunAt.getTime() > now
    ? bad('clock', 'app.doctor.clock.behind')
    : fine('clock', 'app.doctor.clock.ok');
}

export async function checkDisk({ folder }: Patient): Promise<Check> {
  const { bavail, bsize } = await statfs(folder.path);
  const free = bavail * bsize;
  const values = { free: Math.round((free / GIGABYTE) * 10) / 10, folder: folder.path };
  return free >= Math.max(LEAST_FREE_GB * GIGABYTE, LEAST_TIMES * (await bytesIn(folder.path)))
    ? fine('disk', 'app.doctor.disk.ok', values)
    : bad('disk', 'app.doctor.disk.full', values);
}

export async function checkMail({ imports, config, clock }: Patient): Promise<Check> {
  const { late, inOutbox } = await imports.db.read((db) => countMail(db, clock.now()));
  if (config.mail === null) return fine('mail', 'app.doctor.mail.outbox', { count: inOutbox });
  if (!(await isSmtpThere(config.mail.url, config.origin))) return bad('mail', 'app.doctor.mail.silent');
  return late > 0 ? bad('mail', 'app.doctor.mail.late', { count: late }) : fine('mail', 'app.doctor.mail.ok');
}

export async function checkBackups({ config, clock }: Patient): Promise<Check> {
  const { folder, recipient } = config.backup;
  if (folder === null || recipient === null) return fine('backups', 'app.doctor.backups.unset');
  const newest = (await findBackups(folder)).at(-1);
  if (newest === undefined) return bad('backups', 'app.doctor.backups.none', { folder });
  const hours = Math.round((clock.now().getTime() - newest.madeAt.getTime()) / HOUR_MS);
  return hours * HOUR_MS <= OLDEST_BACKUP_MS
    ? fine('backups', 'app.doctor.backups.ok', { hours })
    : bad('backups', 'app.doctor.backups.old', { hours, folder });
}

/** What vanishes while we look, as files of a living database do, counts as nothing. */
async function bytesIn(folder: string): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) bytes += await bytesIn(path);
    else bytes += (await stat(path).catch(() => ({ size: 0 }))).size;
  }
  return bytes;
}
