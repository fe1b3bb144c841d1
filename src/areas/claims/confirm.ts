import { asSystem, type Reader, type Transaction } from '../../platform/database/index.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { dayOf } from '../../plain/time.ts';
import type { Claim } from './claim.ts';
import type { FieldSet } from './field.ts';
import { inLanguages } from './project.ts';
import type { Register } from './projection.ts';
import { showNow } from './say.ts';
import { standing } from './stand.ts';
import { findClaims, knownOf } from './store.ts';
import { setConfirmed, setLapsed, type Confirmation } from './store-freshness.ts';
import { holdVeils } from './store-protected.ts';
import { touchSubjects } from './store-revision.ts';
import type { Veil } from './veil.ts';
import { decide } from './winner.ts';

/**
 * The claims of a subject that strangers are shown, one for each field and language. What only its silence hides
 * counts as shown: confirming brings it back. Pure.
 */
function publicWinners(
  fields: FieldSet,
  claims: readonly Claim[],
  { isProtected, isWithdrawn }: Veil,
): readonly Claim[] {
  if (isWithdrawn) return [];
  return [...fields.fields.values()].flatMap((field) => {
    if (isProtected && field.hidesInProtection) return [];
    return [...inLanguages(field, standing(claims)).values()].flatMap((spoken) => {
      const { wins } = decide(spoken);
      return wins === null || wins.scope !== 'public' ? [] : [wins];
    });
  });
}

/** Who stands by what is shown of a subject, and when. */
export interface Confirming {
  /** `contact` for whoever reads the function mailbox, `coordination`, or the words of a role. */
  readonly role: string;
  readonly at: Date;
}

/**
 * Confirms what strangers are shown of a subject, in all languages at once, and shows it, in the caller's
 * transaction. No value changes. Gives back what stood there before, for `unconfirm`.
 */
export async function confirm(
  tx: Transaction,
  register: Register,
  subject: string,
  { role, at }: Confirming,
): Promise<readonly Confirmation[]> {
  // Which claim holds is decided over all claims, also over those that the one who confirms may not read.
  return asSystem(tx, async () => {
    await holdVeils(tx);
    const winners = await findPublicWinners(tx, register, subject);
    await setConfirmed(
      tx,
      subject,
      winners.map(({ id }) => ({ id, at: dayStart(at), role })),
    );
    await setLapsed(tx, [subject], null);
    await touchSubjects(tx, [subject], at);
    await showNow(tx, register, [subject]);
    return winners.map(({ id, confirmedAt, confirmedByRole }) => ({ id, at: confirmedAt, role: confirmedByRole }));
  });
}

/** The day is enough: nobody has to know at which hour a volunteer answered. */
function dayStart(at: Date): Date {
  return new Date(`${dayOf(at)}T00:00:00Z`);
}

/** Takes a confirmation back. What somebody else has confirmed since then stays confirmed. */
export async function unconfirm(
  tx: Transaction,
  register: Register,
  subject: string,
  { before, since, at }: { readonly before: readonly Confirmation[]; readonly since: Date; readonly at: Date },
): Promise<void> {
  await asSystem(tx, async () => {
    await holdVeils(tx);
    const now = await findClaims(tx, [subject]);
    const ours = before.filter(({ id }) =>
      now.some((claim) => claim.id === id && claim.confirmedAt?.getTime() === dayStart(since).getTime()),
    );
    await setConfirmed(tx, subject, ours);
    await touchSubjects(tx, [subject], at);
    await showNow(tx, register, [subject]);
  });
}

/** What strangers are shown of a subject, read with all rights: for whoever proves to be its contact. */
export async function findPublicWinners(db: Reader, register: Register, subject: string): Promise<readonly Claim[]> {
  const known = (await knownOf(db, [subject])).get(subject);
  if (known === undefined) throw new NotFoundError();
  return publicWinners(register.fields[known.kind], await findClaims(db, [subject]), known.veil);
}
