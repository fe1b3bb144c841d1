import type { WriteDatabase } from '../../platform/context.ts';
import { demand, may, type Keeper } from './may.ts';
import { rebuild } from './rebuild.ts';
import { showNow } from './say.ts';
import { checksums } from './store-projection.ts';
import { countSubjects, sampleSubjects } from './store-export.ts';

export interface Checked {
  readonly subjects: number;
  /** How many of them were compared: all of a register of ordinary size, a sample of a large one. */
  readonly compared: number;
  /** Names of projections that differ from what the claims give. */
  readonly different: readonly string[];
}

/** Compares the projections with what the claims give, and changes nothing: everything is undone again. */
export async function checkProjections(keeper: Keeper, most: number): Promise<Checked> {
  demand(may.keepRegister(keeper.actor));
  const subjects = await keeper.db.read(countSubjects);
  const db = undoing(keeper.db);
  if (subjects <= most) {
    const { same } = await rebuild({ ...keeper, db });
    return { subjects, compared: subjects, different: Object.keys(same).filter((table) => same[table] !== true) };
  }
  return db.write(async (tx) => {
    const sample = await sampleSubjects(tx, most);
    const before = await checksums(tx, keeper.register);
    await showNow(tx, keeper.register, sample);
    const after = await checksums(tx, keeper.register);
    const different = Object.keys(before).filter((table) => before[table] !== after[table]);
    return { subjects, compared: sample.length, different };
  });
}

class UndoError extends Error {
  override readonly name = 'UndoError';
}

/** A database whose writing is answered and then undone. */
function undoing(db: WriteDatabase): WriteDatabase {
  return {
    read: (work) => db.read(work),
    write: async (work) => {
      const kept: Awaited<ReturnType<typeof work>>[] = [];
      await db
        .write(async (tx) => {
          kept.push(await work(tx));
          throw new UndoError();
        })
        .catch((error: unknown) => {
          if (!(error instanceof UndoError)) throw error;
        });
      const [result] = kept;
      if (result === undefined) throw new Error('nothing was worked out');
      return result;
    },
  };
}
