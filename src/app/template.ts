import { migrate, openDatabase } from '../platform/database/index.ts';
import { prepareJobs } from '../platform/jobs/index.ts';
import { SILENT } from '../platform/log/index.ts';
import { MIGRATIONS } from './migrations.ts';

/** Makes an initialised embedded database in a folder: a new installation starts from a copy of it, at once. */
export async function makeTemplate(folder: string): Promise<void> {
  const database = await openDatabase({ url: null, folder, template: null });
  try {
    await migrate(database, MIGRATIONS);
    await prepareJobs(database, SILENT);
  } finally {
    await database.close();
  }
}
