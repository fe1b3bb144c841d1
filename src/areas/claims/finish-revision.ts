import type { WriteDatabase } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/index.ts';
import type { Register } from './projection.ts';
import { projectAll } from './say.ts';
import { findClaims, kindsOf } from './store.ts';
import { keepProjections, removeProjections, writeProjections } from './store-projection.ts';
import { beginRevision, prepare } from './revise.ts';
import {
  dropNotes, findRevision, nextSubjects, noteSubjects, removeEmptySubjects, removeRevision, setRevisionState, undoClaims,
} from './store-revision.ts';

/** Subjects a step: small enough that readers of the embedded database wait a blink at most. */
const STEP = 250;

/** After publishing: removes the rows that went with the revision. Can be repeated. */
export async function tidyRevision(db: WriteDatabase, register: Register, revision: number): Promise<void> {
  await eachStep(db, revision, (tx, subjects) => removeProjections(tx, register, subjects, { until: revision }));
}

/** Gives up a revision that was not published: everything is as if it had never begun. Can be repeated. */
export async function discardRevision(db: WriteDatabase, register: Register, revision: number): Promise<void> {
  await eachStep(db, revision, async (tx, subjects) => {
    await removeProjections(tx, register, subjects, { since: revision });
    await keepProjections(tx, register, subjects, revision);
    await undoClaims(tx, revision, subjects);
    await removeEmptySubjects(tx, revision, subjects);
  });
  await db.write((tx) => removeRevision(tx, revision));
}

/**
 * Takes back a published revision: readers see the register without it in one moment, then
 * its claims are removed. `before` is called in each step before subjects are removed, so that
 * the caller can let go of what points to them. Can be repeated after an interruption.
 *
 * @returns the number of the revision that hides it, for `finishWithdrawal`
 */
export async function withdrawRevision(
  db: WriteDatabase,
  register: Register,
  revision: number,
  at: Date,
): Promise<number> {
  const cover = await db.write((tx) => beginRevision(tx, 'takeback', at));
  await eachStep(db, revision, async (tx, subjects) => {
    await noteSubjects(tx, cover, subjects);
    await prepare(tx, register, cover, subjects, (claim) => {
      if (claim.since === revision) return null;
      return claim.until === revision ? { ...claim, until: null, retractedAt: null } : claim;
    });
  });
  await db.write(async (tx) => {
    await setRevisionState(tx, revision, 'withdrawn');
    await setRevisionState(tx, cover, 'current');
  });
  return cover;
}

/** Removes for good what `withdrawRevision` has hidden. */
export async function finishWithdrawal(
  db: WriteDatabase,
  register: Register,
  revision: number,
  cover: number,
  release: (tx: Transaction, subjects: readonly string[]) => Promise<void>,
): Promise<void> {
  await eachStep(db, revision, async (tx, subjects) => {
    await removeProjections(tx, register, subjects, { since: revision });
    await removeProjections(tx, register, subjects, { until: cover });
    await undoClaims(tx, revision, subjects);
    await release(tx, subjects);
    await removeProjections(tx, register, subjects, { since: cover });
    await writeProjections(tx, register, projectAll(register, await kindsOf(tx, subjects), await findClaims(tx, subjects)));
    await removeEmptySubjects(tx, revision, subjects);
  });
  await db.write(async (tx) => {
    await removeRevision(tx, revision);
    await dropNotes(tx, cover);
    await removeRevision(tx, cover);
  });
}

async function eachStep(
  db: WriteDatabase,
  revision: number,
  work: (tx: Transaction, subjects: readonly string[]) => Promise<void>,
): Promise<void> {
  let after: string | null = null;
  for (;;) {
    const from: string | null = after;
    const subjects = await db.write(async (tx) => {
      const next = await nextSubjects(tx, revision, from, STEP);
      if (next.length > 0) await work(tx, next);
      return next;
    });
    const last = subjects.at(-1);
    if (last === undefined) return;
    after = last;
  }
}
