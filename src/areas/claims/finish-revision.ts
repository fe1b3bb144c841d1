import type { WriteDatabase } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { demand, may, type Keeper } from './may.ts';
import { showNow } from './say.ts';
import type { StoredClaim } from './store.ts';
import { takeVeils } from './store-protected.ts';
import { keepHeardOn } from './store-heard.ts';
import { keepProjections, removeProjections } from './store-projection.ts';
import { beginRevision, prepare } from './revise.ts';
import { holdFamilies } from './store-hold.ts';
import {
  findPendingRevision,
  nextKnownSubjects,
  nextSubjects,
  removeEmptySubjects,
  removeRevision,
  setRevisionState,
  touchedSince,
  undoClaims,
  type NextSubjects,
} from './store-revision.ts';

/** Subjects a step: small enough that readers of the embedded database wait a blink at most. */
const STEP = 250;

/**
 * After publishing: removes the rows that went with the revision, and notes when its subjects were heard of; new ones
 * need neither. Can be repeated.
 */
export async function tidyRevision({ db, actor, register }: Keeper, revision: number): Promise<void> {
  demand(may.keepRegister(actor));
  await eachStep(
    db,
    revision,
    async (tx, subjects) => {
      const families = await holdFamilies(tx, subjects);
      await removeProjections(tx, register, subjects, { until: revision });
      await keepHeardOn(tx, families, families.all);
    },
    nextKnownSubjects,
  );
}

/** Gives up a revision that was not published: everything is as if it had never begun. Can be repeated. */
export async function discardRevision({ db, actor, register }: Keeper, revision: number): Promise<void> {
  demand(may.keepRegister(actor));
  await eachStep(db, revision, async (tx, subjects) => {
    await holdFamilies(tx, subjects);
    await removeProjections(tx, register, subjects, { since: revision });
    await keepProjections(tx, register, subjects, revision);
    await undoClaims(tx, revision, subjects);
    await removeEmptySubjects(tx, revision, subjects);
  });
  await db.write((tx) => removeRevision(tx, revision));
}

/** Gives up takings-back that an interruption left unpublished. */
export async function discardUnfinishedTakebacks(keeper: Keeper): Promise<void> {
  demand(may.keepRegister(keeper.actor));
  const revision = await keeper.db.write((tx) => findPendingRevision(tx, 'takeback'));
  if (revision !== null) await discardRevision(keeper, revision);
}

/**
 * Takes back a published revision: in one moment readers see the register without it. What is left
 * of it is removed by `finishWithdrawal`. `covered` is called in the transaction of that moment with
 * the number of the revision that hides it, for the caller to remember.
 */
export async function withdrawRevision(
  { db, actor, register }: Keeper,
  revision: number,
  at: Date,
  covered: (tx: Transaction, cover: number) => Promise<void>,
): Promise<number> {
  demand(may.keepRegister(actor));
  const cover = await db.write((tx) => beginRevision(tx, 'takeback', at));
  const without = (claim: StoredClaim) => {
    if (claim.since === revision) return null;
    return claim.until === revision ? { ...claim, until: null, retractedAt: null } : claim;
  };
  await eachStep(db, revision, async (tx, subjects) => {
    await prepare(tx, register, cover, subjects, without);
  });
  await db.write(async (tx) => {
    // What was protected since its step must not come back as it was before, and who is just speaking stays heard.
    await takeVeils(tx);
    const touched = await touchedSince(tx, cover);
    await removeProjections(tx, register, touched, { since: cover });
    await prepare(tx, register, cover, touched, without);
    await setRevisionState(tx, revision, 'withdrawn');
    await setRevisionState(tx, cover, 'current');
    await covered(tx, cover);
  });
  return cover;
}

/**
 * Removes for good what `withdrawRevision` has hidden; can be repeated after an interruption.
 * `finished` is called in the last transaction.
 */
export async function finishWithdrawal(
  { db, actor, register }: Keeper,
  revision: number,
  cover: number,
  finished: (tx: Transaction) => Promise<void>,
): Promise<void> {
  demand(may.keepRegister(actor));
  await eachStep(db, revision, async (tx, subjects) => {
    // Who has been forwarded since shows these claims through another.
    await removeProjections(tx, register, (await holdFamilies(tx, subjects)).all, { since: revision });
    await undoClaims(tx, revision, subjects);
    await showNow(tx, register, subjects);
    await removeEmptySubjects(tx, revision, subjects);
  });
  await db.write(async (tx) => {
    await removeRevision(tx, revision);
    await removeRevision(tx, cover);
    await finished(tx);
  });
}

async function eachStep(
  db: WriteDatabase,
  revision: number,
  work: (tx: Transaction, subjects: readonly string[]) => Promise<void>,
  nextOnes: NextSubjects = nextSubjects,
): Promise<void> {
  let after: string | null = null;
  for (;;) {
    const from: string | null = after;
    const subjects = await db.write(async (tx) => {
      const next = await nextOnes(tx, revision, from, STEP);
      if (next.length > 0) await work(tx, next);
      return next;
    });
    const last = subjects.at(-1);
    if (last === undefined) return;
    after = last;
  }
}
