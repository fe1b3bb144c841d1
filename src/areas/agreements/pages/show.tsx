import type { Hono } from 'hono';
import {
  context,
  idAt,
  keepNowhere,
  leaveNotice,
  readForm,
  type Env,
  type Request,
} from '../../../platform/http/index.ts';
import { saying, type Saying } from '../../../plain/words.ts';
import { askedAt } from '../../cooperations/index.ts';
import { confirmAll } from '../confirm-all.ts';
import { languagesForm, readYes } from '../forms-show.ts';
import { entryIn } from '../draft-paths.ts';
import { agreementPath, confirmPath, readPath } from '../paths.ts';
import { showAgreement, type AgreementShown } from '../show-agreement.ts';
import { takeConfirmationBack } from '../take-confirmation-back.ts';
import type { AgreementPages } from './pages.ts';
import { ConfirmPage } from './show-confirm.tsx';
import { AgreementPage } from './show-page.tsx';

/** `/vereinbarungen/:id`: the newest version as a document; `…/zustimmung`: to say yes, and to take it back. */
export function addShowPages(web: Hono<Env>, pages: AgreementPages): void {
  const { frame } = pages;
  const seen = async (c: Request): Promise<AgreementShown> => {
    keepNowhere(c);
    const id = idAt(c);
    const asked = await askedAt(c);
    return c.var.read.db.read((db) => showAgreement(db, c.var.actor, id, asked));
  };
  const answer = async (c: Request, shown: AgreementShown, trouble: Saying | null = null) => {
    const all = languagesForm.parse(c.req.query()).sprachen === 'alle';
    const saved = entryIn(c.req.query('gespeichert'));
    const page = <AgreementPage frame={await frame(c)} shown={shown} all={all} trouble={trouble} saved={saved} />;
    return c.html(page, trouble === null ? 200 : 409);
  };
  const path = agreementPath(':id');
  web.get(path, async (c) => answer(c, await seen(c)));
  web.get(confirmPath(':id'), async (c) =>
    c.html(<ConfirmPage frame={await frame(c)} shown={await seen(c)} errors={[]} />),
  );
  web.post(confirmPath(':id'), async (c) => {
    const shown = await seen(c);
    const { own } = shown;
    const agreement = idAt(c);
    const { hashes, paragraph } = readYes(await readForm(c));
    if (hashes.length === 0 && paragraph === null && shown.toConfirm.length > 0) {
      const errors = [{ text: c.var.words.say('agreements.show.confirm.none') }];
      return c.html(<ConfirmPage frame={await frame(c)} shown={shown} errors={errors} />, 422);
    }
    const asked = { agreement, partner: own, hashes };
    const { confirmed, movedOn } = await confirmAll(context(c), asked, pages);
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
