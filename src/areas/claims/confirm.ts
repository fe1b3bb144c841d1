import { asSystem, type Reader, type Transaction } from '../../platform/database/index.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { onlyDay } from '../../plain/time.ts';
import type { Claim } from './claim.ts';
import type { FieldSet } from './field.ts';
import { inLanguages } from './project.ts';
import type { Register } from './projection.ts';
import { showNow } from './say.ts';
import { standing } from './stand.ts';
import { findSaid } from './said.ts';
import { holdFamilies } from './store-hold.ts';
import { familiesOf } from './store-family.ts';
import { setConfirmed, setLapsed, type Confirmation } from './store-freshness.ts';
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
    await holdFamilies(tx, [subject]);
    const winners = await findPublicWinners(tx, register, subject);
    await setConfirmed(
      tx,
      winners.map((claim) => ({ subject: claim.subject, id: claim.id, at: onlyDay(at), role })),
    );
    const all = [...new Set([subject, ...winners.map((claim) => claim.subject)])];
    await setLapsed(tx, all, null);
    await touchSubjects(tx, all, at);
    await showNow(tx, register, all);
    return winners.map((claim) => ({
      subject: claim.subject,
      id: claim.id,
      at: claim.confirmedAt,
      role: claim.confirmedByRole,
    }));
  });
}

/** Takes a confirmation back. What somebody else has confirmed since then stays confirmed. */
export async function unconfirm(
  tx: Transaction,
  register: Register,
  subject: string,
  { before, since, at }: { readonly before: readonly Confirmation[]; readonly since: Date; readonly at: Date },
): Promise<void> {
  await asSystem(tx, async () => {
    // Who counted as the same then may be two again by now.
    const all = [...new Set([subject, ...before.map((claim) => claim.subject ?? subject)])];
    await holdFamilies(tx, all);
    const now = [...(await findSaid(tx, all)).values()].flat();
    const ours = before.flatMap((each) => {
      const claim = now.find(({ id }) => id === each.id);
      const isOurs = claim?.confirmedAt?.getTime() === onlyDay(since).getTime();
      return claim !== undefined && isOurs ? [{ ...each, subject: claim.subject }] : [];
    });
    await setConfirmed(tx, ours);
    await touchSubjects(tx, all, at);
    await showNow(tx, register, all);
  });
}

/** What strangers are shown of a subject, read with all rights: for whoever proves to be its contact. */
export async function findPublicWinners(db: Reader, register: Register, subject: string): Promise<readonly Claim[]> {
  const families = await familiesOf(db, [subject]);
  const known = families.known.get(subject);
  if (known === undefined) throw new NotFoundError();
  const said = (await findSaid(db, [subject])).get(subject) ?? [];
  return publicWinners(register.fields[known.kind], said, known.veil);
}
