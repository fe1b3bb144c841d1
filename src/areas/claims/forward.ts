import { asSystem, type Transaction } from '../../platform/database/index.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import { saying } from '../../plain/words.ts';
import { coverFamily, uncoverSplit } from './cover-twins.ts';
import type { Register } from './projection.ts';
import { showNow } from './say.ts';
import { familiesOf } from './store-family.ts';
import { setForwarded } from './store-forward.ts';
import { findNaming } from './store-named.ts';
import { changeFamilies } from './store-own-veil.ts';
import { takeVeils } from './store-protected.ts';
import { isUnderWay, touchSubjects } from './store-revision.ts';

/**
 * From now on a subject counts as another: what is said about either is shown there. Nothing is copied or rewritten.
 * Before anything else is written in the transaction: nobody else writes meanwhile what readers see.
 */
export async function forward(
  tx: Transaction,
  register: Register,
  { from, into, at }: { readonly from: string; readonly into: string; readonly at: Date },
): Promise<void> {
  await asSystem(tx, async () => {
    await takeVeils(tx);
    const before = await familiesOf(tx, [from, into]);
    const [one, other] = [before.known.get(from), before.known.get(into)];
    if (one === undefined || other === undefined) throw new NotFoundError();
    if (from === into || before.headOf(from) !== from || before.headOf(into) !== into)
      throw new ConflictError(saying('claims.forward.elsewhere'));
    if (one.kind !== other.kind) throw new ConflictError(saying('claims.forward.otherKind'));
    await demandNotUnderWay(tx, before.all);
    await changeFamilies(tx, before.all, () => setForwarded(tx, from, into));
    await showAnew(tx, register, before.all, await coverFamily(tx, register, before.all, at), at);
  });
}

/** A subject counts as itself again: everything is as if it had never been forwarded. */
export async function unforward(
  tx: Transaction,
  register: Register,
  { from, at }: { readonly from: string; readonly at: Date },
): Promise<void> {
  await asSystem(tx, async () => {
    await takeVeils(tx);
    const before = await familiesOf(tx, [from]);
    await demandNotUnderWay(tx, before.all);
    await changeFamilies(tx, before.all, () => setForwarded(tx, from, null));
    await showAnew(tx, register, before.all, await uncoverSplit(tx, before.all, at), at);
  });
}

async function demandNotUnderWay(tx: Transaction, subjects: readonly string[]): Promise<void> {
  if (await isUnderWay(tx, subjects)) throw new ConflictError(saying('claims.forward.underWay'));
}

async function showAnew(
  tx: Transaction,
  register: Register,
  members: readonly string[],
  others: readonly string[],
  at: Date,
): Promise<void> {
  const anew = [...new Set([...members, ...others, ...(await findNaming(tx, members))])];
  await touchSubjects(tx, anew, at);
  await showNow(tx, register, anew);
}
