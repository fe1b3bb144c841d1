import type { Hono } from 'hono';
import { NotFoundError } from '../../../platform/errors.ts';
import { idAt, keepNowhere, type Env, type Request } from '../../../platform/http/index.ts';
import { languagesForm, readNumber } from '../forms-show.ts';
import { versionsPath } from '../paths.ts';
import { findHistory, findVersion } from '../store-history.ts';
import { findSignatures, findStanding } from '../store.ts';
import type { AgreementPages } from './pages.ts';
import { VersionPage } from './versions-one.tsx';
import { VersionsPage } from './versions-list.tsx';

/** `/vereinbarungen/:id/fassungen`, and one version as it stood. */
export function addVersionPages(web: Hono<Env>, { frame }: AgreementPages): void {
  web.get(versionsPath(':id'), async (c) => {
    const agreement = begin(c);
    const seen = await c.var.read.db.read(async (db) => ({
      standing: await findStanding(db, agreement),
      history: await findHistory(db, agreement),
      signatures: await findSignatures(db, agreement),
    }));
    return c.html(<VersionsPage frame={await frame(c)} {...seen} />);
  });
  web.get(`${versionsPath(':id')}/:number`, async (c) => {
    const agreement = begin(c);
    const number = readNumber(c.req.param('number'));
    if (number === null) throw new NotFoundError();
    const seen = await c.var.read.db.read(async (db) => ({
      ...(await findVersion(db, agreement, number)),
      standing: await findStanding(db, agreement),
      history: await findHistory(db, agreement),
      signatures: await findSignatures(db, agreement),
    }));
    const all = languagesForm.parse(c.req.query()).sprachen === 'alle';
    return c.html(<VersionPage frame={await frame(c)} all={all} {...seen} />);
  });
}

function begin(c: Request): string {
  keepNowhere(c);
  return idAt(c);
}
