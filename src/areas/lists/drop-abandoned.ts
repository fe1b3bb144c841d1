import { drop } from './drop.ts';
import { demand, may } from './may.ts';
import { findAbandoned } from './store-sweep.ts';
import type { ImportWork } from './work.ts';

const KEPT_MS = 30 * 24 * 3_600_000;

/** Gives up imports that nobody has worked on for 30 days, with their rows and their files. */
export async function dropAbandoned(work: ImportWork): Promise<number> {
  demand(may.keepLists(work.actor));
  const before = new Date(work.clock.now().getTime() - KEPT_MS);
  const abandoned = await work.db.read((db) => findAbandoned(db, before));
  for (const each of abandoned) await drop(work, each);
  return abandoned.length;
}
