import { gatherStatistics, type Transaction } from '../../platform/database/index.ts';
import { ConflictError } from '../../platform/errors.ts';
import { dayOf } from '../../plain/time.ts';
import { saying } from '../../plain/words.ts';
import type { Claim, NewClaim } from './claim.ts';
import { withoutHidden } from './named.ts';
import { project } from './project.ts';
import type { Register } from './projection.ts';
import { followCarriers } from './follow-carriers.ts';
import { projectAll, showNow } from './say.ts';
import { holdFamilies } from './store-hold.ts';
import { holdVeils, takeVeils } from './store-protected.ts';
import {
  endClaims,
  findPreparedClaims,
  insertClaims,
  insertSubjects,
  type NewSubject,
  type StoredClaim,
} from './store.ts';
import { knownOf } from './store-known.ts';
import { endProjections, removeProjections, writeProjections } from './store-projection.ts';
import {
  findPendingRevision,
  insertRevision,
  lockRevisions,
  noteSubjects,
  setRevisionState,
  touchedSince,
} from './store-revision.ts';
import type { RevisionTable } from './tables.ts';
import { NO_VEIL, veil } from './veil.ts';

/**
 * Begins a change in many steps that readers see at once, by `publishRevision`, or never.
 * There is one at a time: a second one is told to wait.
 */
export async function beginRevision(tx: Transaction, kind: RevisionTable['kind'], at: Date): Promise<number> {
  await lockRevisions(tx);
  if ((await findPendingRevision(tx)) !== null) throw new ConflictError(saying('claims.revision.otherUnderWay'));
  return insertRevision(tx, kind, at);
}

/** A step: subjects that did not exist before, with everything that is said about them. */
export async function reviseNew(
  tx: Transaction,
  register: Register,
  revision: number,
  step: { readonly subjects: readonly NewSubject[]; readonly claims: readonly NewClaim[] },
): Promise<void> {
  await holdVeils(tx);
  // All that is known of new ones is said here, so nobody has to be asked when they were heard of.
  const said = Map.groupBy(step.claims, (claim) => claim.subject);
  const heard = step.subjects.map((subject) => ({ ...subject, ...heardOf(said.get(subject.id) ?? []) }));
  await insertSubjects(tx, heard, revision);
  await insertClaims(tx, step.claims, revision);
  await noteSubjects(
    tx,
    revision,
    step.subjects.map(({ id }) => id),
  );
  await showNow(tx, register, await followCarriers(tx, register, step.claims));
  const known = await knownOf(
    tx,
    step.subjects.map(({ id }) => id),
  );
  const shown = Map.groupBy(await withoutHidden(tx, step.claims), (claim) => claim.subject);
  await writeProjections(
    tx,
    register,
    step.subjects.map(({ id, kind }) => ({
      since: revision,
      projected: veil(
        register.fields[kind],
        project(
          register.fields[kind],
          id,
          (shown.get(id) ?? []).map((claim) => ({ ...claim, id: 0, retractedAt: null })),
        ),
        known.get(id)?.veil ?? NO_VEIL,
      ),
    })),
  );
}

/** The day of the last word among these, as `keepHeardOn` counts it. */
function heardOf(claims: readonly NewClaim[]): Pick<NewSubject, 'heardOn'> {
  const moments = claims.map(({ saidAt, confirmedAt }) => Math.max(saidAt.getTime(), confirmedAt?.getTime() ?? 0));
  return moments.length === 0 ? {} : { heardOn: dayOf(new Date(Math.max(...moments))) };
}

/** A step: new claims about subjects that exist, and claims that end. */
export async function reviseKnown(
  tx: Transaction,
  register: Register,
  revision: number,
  step: {
    readonly claims: readonly NewClaim[];
    readonly end: readonly Pick<Claim, 'subject' | 'id'>[];
    readonly at: Date;
  },
): Promise<void> {
  const subjects = [...new Set([...step.claims, ...step.end].map(({ subject }) => subject))];
  await holdFamilies(tx, subjects);
  await insertClaims(tx, step.claims, revision);
  await endClaims(tx, step.end, revision, step.at);
  await showNow(tx, register, await followCarriers(tx, register, step.claims));
  await prepare(tx, register, revision, subjects, (claim) => claim);
}

/** Makes a revision visible, in one moment. What others changed meanwhile is taken in. */
export async function publishRevision(tx: Transaction, register: Register, revision: number): Promise<void> {
  // Alone: who is just speaking has not touched anything yet that could be seen here.
  await takeVeils(tx);
  const touched = await touchedSince(tx, revision);
  if (touched.length > 0) {
    await removeProjections(tx, register, touched, { since: revision });
    await prepare(tx, register, revision, touched, (claim) => claim);
  }
  await setRevisionState(tx, revision, 'current');
  await gatherStatistics(tx, [
    'subject',
    'claim',
    'revision_subject',
    ...register.projections.map(({ table }) => table),
  ]);
}

/**
 * Notes some subjects and their families as touched by the revision, and prepares what readers will see of them once
 * it is published. `seen` says how a claim will look then; null leaves it out.
 */
export async function prepare(
  tx: Transaction,
  register: Register,
  revision: number,
  subjects: readonly string[],
  seen: (claim: StoredClaim) => StoredClaim | null,
): Promise<void> {
  const families = await holdFamilies(tx, subjects);
  await noteSubjects(tx, revision, families.all);
  const prepared = (await findPreparedClaims(tx, families.all)).map(seen).filter((claim) => claim !== null);
  const claims = await withoutHidden(tx, prepared);
  // Another of the family may have been prepared in an earlier step.
  const again = families.heads.filter((head) => families.membersOf(head).length > 1);
  if (again.length > 0) await removeProjections(tx, register, again, { since: revision });
  await endProjections(tx, register, families.all, revision);
  const dated = projectAll(register, families, claims);
  await writeProjections(
    tx,
    register,
    dated.map(({ projected }) => ({ since: revision, projected })),
  );
}
