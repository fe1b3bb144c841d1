import { asSystem, type Transaction } from '../../platform/database/index.ts';
import type { Claim, NewClaim } from './claim.ts';
import { withoutHidden } from './named.ts';
import { projectFamily } from './project-family.ts';
import type { Register } from './projection.ts';
import { standing } from './stand.ts';
import { endClaims, findClaims, insertClaims, insertSubjects, type NewSubject, type StoredClaim } from './store.ts';
import { familiesOf, type Families } from './store-family.ts';
import { holdFamilies } from './store-hold.ts';
import { removeShown, writeProjections, type Dated } from './store-projection.ts';
import { keepHeardOn } from './store-heard.ts';
import { setLapsed } from './store-freshness.ts';
import { followCarriers } from './follow-carriers.ts';
import { holdVeils } from './store-protected.ts';
import { findHiddenRevisions, touchSubjects } from './store-revision.ts';
import { veil } from './veil.ts';

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
  const touched = [...new Set([...saying.claims, ...(saying.end ?? [])].map(({ subject }) => subject))];
  await asSystem(tx, () => holdFamilies(tx, touched));
  await insertSubjects(tx, saying.subjects ?? [], 0);
  await insertClaims(tx, saying.claims, 0);
  await endClaims(tx, saying.end ?? [], 0, saying.at);
  // What all readers see comes from all claims, also from those that the speaker may not read.
  await asSystem(tx, async () => {
    await touchSubjects(tx, touched, saying.at);
    // Whoever speaks again is heard again.
    await setLapsed(tx, [...new Set(saying.claims.map(({ subject }) => subject))], null);
    const veiled = await followCarriers(tx, register, saying.claims, saying.at);
    await showNow(tx, register, [...new Set([...touched, ...veiled])]);
  });
}

/** Rebuilds what readers see of some subjects and their families now; what a revision under way has prepared stays. */
export async function showNow(tx: Transaction, register: Register, subjects: readonly string[]): Promise<void> {
  if (subjects.length === 0) return;
  await holdVeils(tx);
  const hidden = await findHiddenRevisions(tx);
  const families = await familiesOf(tx, subjects);
  const claims = await withoutHidden(tx, await findClaims(tx, families.all));
  await removeShown(tx, register, families.all, hidden);
  await writeProjections(tx, register, projectAll(register, families, claims));
  await keepHeardOn(tx, families, families.all);
}

/**
 * Projects the heads of families from all their claims. The revision of a row is the newest that brought or ended
 * one of these, so that projecting again from nothing gives the same bytes.
 */
export function projectAll(register: Register, families: Families, claims: readonly StoredClaim[]): readonly Dated[] {
  const byHead = Map.groupBy(claims, ({ subject }) => families.headOf(subject));
  return [...byHead].flatMap(([head, said]) => {
    const of = families.known.get(head);
    if (of === undefined) return [];
    const fields = register.fields[of.kind];
    const since = said.reduce((newest, claim) => Math.max(newest, claim.since, claim.until ?? 0), 0);
    return [{ since, projected: veil(fields, projectFamily(fields, head, standing(said)), of.veil) }];
  });
}
