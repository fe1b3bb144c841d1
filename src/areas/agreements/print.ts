import { typeset } from '../../platform/typeset/index.ts';
import { sheetOf, type Printed } from './print-sheet.ts';

/**
 * A version as a tagged PDF (PDF/UA-1), in all languages of the agreement: two of them beside each other, more one
 * after the other. Both partners get the same bytes.
 */
export async function printVersion(printed: Printed): Promise<Uint8Array> {
  return typeset(sheetOf(printed));
}
