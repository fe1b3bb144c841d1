import { mkdir } from 'node:fs/promises';
import type { Gazetteer } from '../../areas/places/index.ts';
import { STRANGER, system } from '../../plain/actor.ts';
import { dayOf } from '../../plain/time.ts';
import type { Words } from '../../plain/words.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import { exportClaims } from './export-claims.ts';
import { exportCsv } from './export-csv.ts';
import { exportHsds } from './export-hsds.ts';
import type { Written } from './written.ts';

export const EXPORT_FORMATS = ['csv', 'claims', 'hsds'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportWork {
  readonly database: Pick<Database, 'as'>;
  readonly gazetteer: Gazetteer;
  readonly clock: Clock;
  /** The language of what is spelled out. */
  readonly words: Words;
}

/**
 * Writes the register into a folder. Without `all` it is read as a stranger reads it, so that the wall of the
 * database itself keeps everything else out; with `all` the names of the files say so. HSDS is for everyone:
 * `all` changes nothing there.
 */
export async function exportRegister(
  work: ExportWork,
  format: ExportFormat,
  folder: string,
  all: boolean,
): Promise<Written> {
  await mkdir(folder, { recursive: true });
  const database = work.database.as(all ? system('export') : STRANGER);
  const mark = all ? '-intern' : '';
  if (format === 'csv') return exportCsv(database, folder, mark);
  if (format === 'claims') return exportClaims(database, folder, mark);
  const { words, gazetteer, clock } = work;
  return exportHsds(work.database.as(STRANGER), folder, { words, gazetteer, today: dayOf(clock.now()) });
}
