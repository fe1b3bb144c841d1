import type { ReadContext } from '../../platform/context.ts';
import { findAuditHead } from './print-head.ts';
import type { Printed } from './print-sheet.ts';
import { findSignatures, findStanding } from './store.ts';
import { findVersion } from './store-history.ts';

/** A version with all that binds paper to it; the one that stands if no number is asked for. 404 for whoever is no partner. */
export async function showPrint(
  { db }: ReadContext,
  { agreement, number }: { readonly agreement: string; readonly number: number | null },
): Promise<Omit<Printed, 'wordsIn'>> {
  return db.read(async (tx) => {
    const { version, hash } =
      number === null ? await findStanding(tx, agreement) : await findVersion(tx, agreement, number);
    const signatures = await findSignatures(tx, agreement);
    return { version, hash, signatures, head: await findAuditHead(tx, { version, hash }, signatures) };
  });
}
