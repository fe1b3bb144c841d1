import type { Hono } from 'hono';
import { context, leaveNotice, readForm, type Env, type Request } from '../../../platform/http/index.ts';
import { saying, type Saying } from '../../../plain/words.ts';
import { confirmAll } from '../confirm-all.ts';
import { takeConfirmationBack } from '../confirm.ts';
import { languagesForm, readYes } from '../forms-show.ts';
import { agreementPath, confirmPath, readPath } from '../paths.ts';
import { showAgreement, type AgreementShown } from '../show-agreement.ts';
import { idAt, keepNowhere } from './access.ts';
import type { AgreementPages } from './pages.ts';
import { ConfirmPage } from './show-confirm.tsx';
import { AgreementPage } from './show-page.tsx';

/** `/vereinbarungen/:id`: the newest version as a document; `…/zustimmung`: to say yes, and to take it back. */
export function addShowPages(web: Hono<Env>, { frame }: AgreementPages): void {
  const seen = (c: Request): Promise<AgreementShown> => {
    keepNowhere(c);
    const id = idAt(c);
    return c.var.read.db.read((db) => showAgreement(db, c.var.actor, id));
  };
  const answer = async (c: Request, shown: AgreementShown, trouble: Saying | null = null) => {
    const all = languagesForm.parse(c.req.query()).sprachen === 'alle';
    const page = <AgreementPage frame={await frame(c)} shown={shown} all={all} trouble={trouble} />;
    return c.html(page, trouble === null ? 200 : 409);
  };
  const path = agreementPath(':id');
  web.get(path, async (c) => answer(c, await seen(c)));
  web.get(confirmPath(':id'), async (c) => c.html(<ConfirmPage frame={await frame(c)} shown={await seen(c)} />));
  web.post(confirmPath(':id'), async (c) => {
    const { own } = await seen(c);
    const agreement = idAt(c);
    const { hashes, paragraph } = readYes(await readForm(c));
    const { confirmed, movedOn } = await confirmAll(context(c), { agreement, partner: own, hashes });
    if (movedOn > 0) return answer(c, await seen(c), saying('agreements.show.movedOn', { count: movedOn }));
    if (confirmed > 0) leaveNotice(c, saying('agreements.show.confirmed', { count: confirmed }));
    return c.redirect(paragraph === null ? agreementPath(agreement) : readPath(agreement, paragraph), 303);
  });
  web.post(`${confirmPath(':id')}/zurueck`, async (c) => {
    const { own } = await seen(c);
    const agreement = idAt(c);
    const { hashes, paragraph } = readYes(await readForm(c));
    for (const hash of hashes) {
      const taken = await takeConfirmationBack(context(c), { agreement, partner: own, hash });
      if (!taken.ok) return answer(c, await seen(c), saying('agreements.show.yesIsSigned'));
    }
    leaveNotice(c, saying('agreements.show.takenBack'));
    return c.redirect(paragraph === null ? agreementPath(agreement) : readPath(agreement, paragraph), 303);
  });
}
