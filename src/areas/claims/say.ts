import type { Transaction } from '../../platform/database/index.ts';
import type { Claim, NewClaim } from './claim.ts';
import type { SubjectKind } from './field.ts';
import { project } from './project.ts';
import type { Register } from './projection.ts';
import { standing } from './stand.ts';
import {
  endClaims,
  findClaims,
  insertClaims,
  insertSubjects,
  kindsOf,
  type NewSubject,
  type StoredClaim,
} from './store.ts';
import { removeShown, writeProjections, type Dated } from './store-projection.ts';
import { findHiddenRevisions, touchSubjects } from './store-revision.ts';

/** What is said at once, outside of any list: an organisation's own word, a correction by a role. */
export interface Saying {
  readonly subjects?: readonly NewSubject[];
  readonly claims: readonly NewClaim[];
  /** Earlier claims of the same speaker that this replaces. They stay as history. */
  readonly end?: readonly Pick<Claim, 'subject' | 'id'>[];
  readonly at: Date;
}

/** Says something and shows it, in the caller's transaction. */
export async function say(tx: Transaction, register: Register, saying: Saying): Promise<void> {
  await insertSubjects(tx, saying.subjects ?? [], 0);
  await insertClaims(tx, saying.claims, 0);
  await endClaims(tx, saying.end ?? [], 0, saying.at);
  const touched = new Set([
    ...saying.claims.map((claim) => claim.subject),
    ...(saying.end ?? []).map(({ subject }) => subject),
  ]);
  await touchSubjects(tx, [...touched], saying.at);
  await showNow(tx, register, [...touched]);
}

/** Rebuilds what readers see of some subjects now; what a revision under way has prepared stays. */
export async function showNow(tx: Transaction, register: Register, subjects: readonly string[]): Promise<void> {
  if (subjects.length === 0) return;
  const hidden = await findHiddenRevisions(tx);
  const dated = projectAll(register, await kindsOf(tx, subjects), await findClaims(tx, subjects));
  await removeShown(tx, register, subjects, hidden);
  await writeProjections(tx, register, dated);
}

/**
 * Projects subjects from their claims. The revision of a row is the newest that brought or ended
 * one of its subject's claims, so that projecting again from nothing gives the same bytes.
 */
export function projectAll(
  register: Register,
  kinds: ReadonlyMap<string, SubjectKind>,
  claims: readonly StoredClaim[],
): readonly Dated[] {
  const bySubject = Map.groupBy(claims, (claim) => claim.subject);
  return [...bySubject].flatMap(([subject, said]) => {
    const kind = kinds.get(subject);
    if (kind === undefined) return [];
    const since = said.reduce((newest, claim) => Math.max(newest, claim.since, claim.until ?? 0), 0);
    return [{ since, projected: project(register.fields[kind], subject, standing(said)) }];
  });
}
