import type { Hono } from 'hono';
import { NotFoundError } from '../../../platform/errors.ts';
import { idAt, keepNowhere, type Env } from '../../../platform/http/index.ts';
import { printVersion } from '../print.ts';
import { showPrint } from '../show-print.ts';
import { agreementPath } from '../paths.ts';
import type { AgreementPages } from './pages.ts';

/** `/vereinbarungen/:id/vereinbarung.pdf?fassung=N`: the same bytes for all of its partners. */
export function addPdfPage(web: Hono<Env>, { wordsIn }: AgreementPages): void {
  web.get(`${agreementPath(':id')}/vereinbarung.pdf`, async (c) => {
    const shown = await showPrint(c.var.read, { agreement: idAt(c), number: numberOf(c.req.query('fassung')) });
    const pdf = await printVersion({ ...shown, wordsIn });
    keepNowhere(c);
    c.header('content-type', 'application/pdf');
    c.header('content-disposition', `inline; filename="vereinbarung-${shown.version.number}.pdf"`);
    return c.body(Uint8Array.from(pdf).buffer);
  });
}

/** The number of a version as it stands in an address; what is no number leads nowhere. */
function numberOf(asked: string | undefined): number | null {
  if (asked === undefined || asked === '') return null;
  if (!/^[1-9]\d{0,5}$/.test(asked)) throw new NotFoundError();
  return Number(asked);
}
