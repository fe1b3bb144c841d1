import { NotFoundError } from '../../platform/errors.ts';
import type { ReadContext } from '../../platform/context.ts';
import { findAuditHead } from './print-head.ts';
import type { Printed } from './print-sheet.ts';
import { findSignatures, findVersions } from './store.ts';

/** A version with all that binds paper to it; the newest if no number is asked for. 404 for whoever is no partner. */
export async function showPrint(
  { db }: ReadContext,
  { agreement, number }: { readonly agreement: string; readonly number: number | null },
): Promise<Omit<Printed, 'wordsIn'>> {
  return db.read(async (tx) => {
    const versions = await findVersions(tx, agreement);
    const printed = number === null ? versions.at(-1) : versions.find(({ version }) => version.number === number);
    if (printed === undefined) throw new NotFoundError();
    const signatures = await findSignatures(tx, agreement);
    return { ...printed, signatures, head: await findAuditHead(tx, printed, signatures) };
  });
}
