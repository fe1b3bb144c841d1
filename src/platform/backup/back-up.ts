import { chmod, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../database/index.ts';
import { dump, type Counts, type DumpOptions } from './dump.ts';
import { parseLine } from './lines.ts';
import { seal } from './seal.ts';

const NAME = /^geflecht-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z\.age$/;
const DAY_MS = 86_400_000;

/** As long as anything that was deleted may still lie in a backup. */
const KEPT_DAYS = 30;

export interface Backup extends Counts {
  readonly file: string;
  readonly bytes: number;
}

/**
 * Writes one sealed file with everything that this installation knows into a folder.
 *
 * @example
 * const { file } = await backUp(database, '/mnt/backup', ['age1…'], { site, now, leftOut, files });
 */
export async function backUp(
  database: Database,
  folder: string,
  recipients: readonly string[],
  options: DumpOptions,
): Promise<Backup> {
  if ((await mkdir(folder, { recursive: true })) !== undefined) await chmod(folder, 0o700);
  const file = join(folder, `geflecht-${options.now.toISOString().replaceAll(/[:.]/g, '-')}.age`);
  const counts = { tables: 0, rows: 0, files: 0 };
  await dump(database, options, (lines) => seal(counting(lines, counts), file, recipients));
  return { file, bytes: (await stat(file)).size, ...counts };
}

/** Removes backups that are older than they may be. Files with other names are never touched. */
export async function pruneBackups(folder: string, now: Date): Promise<readonly string[]> {
  const old = (await findBackups(folder)).filter(({ madeAt }) => now.getTime() - madeAt.getTime() > KEPT_DAYS * DAY_MS);
  for (const { file } of old) await rm(file, { force: true });
  return old.map(({ file }) => file);
}

/** The backups of a folder, oldest first. */
export async function findBackups(
  folder: string,
): Promise<readonly { readonly file: string; readonly madeAt: Date }[]> {
  const names = await readdir(folder).catch(() => []);
  // Their names begin with the moment, so this is the order of time.
  return [...names]
    .sort((a, b) => (a < b ? -1 : 1))
    .flatMap((name) => {
      const parts = NAME.exec(name);
      if (parts === null) return [];
      const [, day, hour, minute, second, ms] = parts;
      return [{ file: join(folder, name), madeAt: new Date(`${day}T${hour}:${minute}:${second}.${ms}Z`) }];
    });
}

async function* counting(
  lines: AsyncIterable<string>,
  counts: { tables: number; rows: number; files: number },
): AsyncGenerator<string> {
  for await (const text of lines) {
    if (text.startsWith('{"end"')) {
      const line = parseLine(text);
      if ('end' in line) Object.assign(counts, { tables: line.end.tables, rows: line.end.rows, files: line.end.files });
    }
    yield text;
  }
}
