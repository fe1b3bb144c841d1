import { ConflictError } from '../../platform/errors.ts';
import { saying } from '../../plain/words.ts';
import { demand, may, type Keeper } from './may.ts';
import { withoutHidden } from './named.ts';
import { projectAll } from './say.ts';
import { findClaims } from './store.ts';
import { familiesOf } from './store-family.ts';
import { walkSubjects } from './store-known.ts';
import { keepHeardOn } from './store-heard.ts';
import { takeVeils } from './store-protected.ts';
import { checksums, emptyProjections, writeProjections } from './store-projection.ts';
import { findHiddenRevisions } from './store-revision.ts';

export interface Rebuilt {
  readonly subjects: number;
  /** For each projection whether it had the same bytes before. */
  readonly same: Readonly<Record<string, boolean>>;
}

const STEP = 500;

/** Writes all projections anew from the claims alone, in one transaction, and says whether a byte changed. */
export async function rebuild({ db, actor, register }: Keeper): Promise<Rebuilt> {
  demand(may.keepRegister(actor));
  return db.write(async (tx) => {
    await takeVeils(tx);
    if ((await findHiddenRevisions(tx)).size > 0) throw new ConflictError(saying('claims.revision.otherUnderWay'));
    const before = await checksums(tx, register);
    await emptyProjections(tx, register);
    let subjects = 0;
    for (let after: string | null = null; ;) {
      const step = await walkSubjects(tx, after, STEP);
      const last = step.at(-1);
      if (last === undefined) break;
      after = last.id;
      subjects += step.length;
      const ids = step.map(({ id }) => id);
      const families = await familiesOf(tx, ids);
      const members = ids.filter((id) => families.headOf(id) === id).flatMap(families.membersOf);
      const claims = await withoutHidden(tx, await findClaims(tx, members));
      await writeProjections(tx, register, projectAll(register, families, claims));
      await keepHeardOn(tx, families, ids);
    }
    const now = await checksums(tx, register);
    const same = Object.fromEntries(register.projections.map(({ table }) => [table, before[table] === now[table]]));
    return { subjects, same };
  });
}
