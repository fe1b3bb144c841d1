import type { Request } from '../../../platform/http/index.ts';
import type { Archive } from '../archive.ts';
import type { PrintedVersion } from '../archive-zip.ts';
import { printVersion } from '../print.ts';
import { showPrint } from '../show-print.ts';
import type { AgreementPages } from './pages.ts';

/** Every version that somebody has signed, on paper. */
export async function printedVersions(
  c: Request,
  { wordsIn }: AgreementPages,
  { versions, signatures }: Archive,
): Promise<readonly PrintedVersion[]> {
  const signed = versions.filter(({ hash }) => signatures.some(({ version }) => version === hash));
  const printed: PrintedVersion[] = [];
  for (const { version } of signed) {
    const shown = await showPrint(c.var.read, { agreement: version.agreement, number: version.number });
    printed.push({ number: version.number, pdf: await printVersion({ ...shown, wordsIn }) });
  }
  return printed;
}
