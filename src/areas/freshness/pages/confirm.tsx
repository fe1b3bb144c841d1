import type { Hono } from 'hono';
import { context, leaveNotice, type Env } from '../../../platform/http/index.ts';
import { dayOf, type Day } from '../../../plain/time.ts';
import { saying } from '../../../plain/words.ts';
import {
  BackLink,
  Button,
  Buttons,
  Form,
  LinkButton,
  Notice,
  Page,
  PageTitle,
  Part,
  ReadersNote,
  type Frame,
} from '../../../ui/index.ts';
import { confirmByLink, withdrawByLink } from '../answer.ts';
import { isOpen, type Ask } from '../confirmation-ask.ts';
import type { Entry } from '../entry.ts';
import { makeTakeUpToken } from '../take-up.ts';
import { takeAnswerBack } from '../take-answer-back.ts';
import { askAt, nameOf, type FreshnessPages } from './access.ts';
import { AnsweredPage } from './answered.tsx';
import { ShownFacts } from './shown-facts.tsx';

/** `/bestaetigen/:token`: what stands in public, and the three answers. Looking never answers. */
export function addConfirmPages(web: Hono<Env>, pages: FreshnessPages): void {
  const { frame } = pages;
  const path = '/bestaetigen/:token';
  web.get(path, async (c) => {
    const at = await askAt(c, pages);
    const now = c.var.read.clock.now();
    return c.html(
      isOpen(at.ask) ? (
        <ConfirmPage frame={await frame(c)} {...at} today={dayOf(now)} />
      ) : (
        <AnsweredPage frame={await frame(c)} {...at} now={now} />
      ),
    );
  });
  web.post(path, async (c) => {
    const { ask, token } = await askAt(c, pages);
    if (isOpen(ask)) await confirmByLink(context(c), pages, token);
    return c.redirect(`/bestaetigen/${token}`, 303);
  });
  web.get(`${path}/nicht-zeigen`, async (c) => {
    const { ask, entry, token } = await askAt(c, pages);
    if (!isOpen(ask)) return c.redirect(`/bestaetigen/${token}`, 303);
    return c.html(<WithdrawPage frame={await frame(c)} entry={entry} token={token} />);
  });
  web.post(`${path}/nicht-zeigen`, async (c) => {
    const { ask, token } = await askAt(c, pages);
    if (isOpen(ask)) await withdrawByLink(context(c), pages, token);
    return c.redirect(`/bestaetigen/${token}`, 303);
  });
  web.post(`${path}/zurueck`, async (c) => {
    const { token } = await askAt(c, pages);
    await takeAnswerBack(context(c), pages, token);
    leaveNotice(c, saying('freshness.undo.done'));
    return c.redirect(`/bestaetigen/${token}`, 303);
  });
  web.post(`${path}/stimme`, async (c) => {
    const { token } = await askAt(c, pages);
    const takeUp = await makeTakeUpToken(context(c), pages, token);
    return c.redirect(`/organisationen/${takeUp.organisation}/stimme/${takeUp.token}`, 303);
  });
}

interface Shown {
  readonly frame: Frame;
  readonly entry: Entry;
  readonly token: string;
}

function ConfirmPage({ frame, entry, token, today }: Shown & { readonly ask: Ask; readonly today: Day }) {
  const { words } = frame;
  const name = nameOf(entry.account, words);
  return (
    <Page frame={frame} title={words.say('freshness.confirm.title')} noindex readers="own">
      <PageTitle
        above={<bdi>{name}</bdi>}
        title={words.say('freshness.confirm.title')}
        below={words.say('freshness.confirm.text')}
      />
      <ShownFacts words={words} entry={entry} today={today} />
      <Part title={words.say('freshness.confirm.answer')}>
        <Form action={`/bestaetigen/${token}`} label={words.say('freshness.confirm.answer')}>
          <Buttons>
            <Button icon="check">{words.say('freshness.confirm.yes')}</Button>
            <LinkButton tone="quiet" href={`/bestaetigen/${token}/aendern`}>
              {words.say('freshness.confirm.no')}
            </LinkButton>
            <LinkButton tone="quiet" href={`/bestaetigen/${token}/nicht-zeigen`}>
              {words.say('freshness.confirm.never')}
            </LinkButton>
          </Buttons>
          <ReadersNote words={words} scope="public">
            {words.say('freshness.confirm.readers')}
          </ReadersNote>
        </Form>
      </Part>
    </Page>
  );
}

function WithdrawPage({ frame, entry, token }: Shown) {
  const { words } = frame;
  const name = nameOf(entry.account, words);
  return (
    <Page frame={frame} title={words.say('freshness.withdraw.title')} noindex readers="own">
      <PageTitle
        back={<BackLink href={`/bestaetigen/${token}`}>{words.say('freshness.confirm.title')}</BackLink>}
        above={<bdi>{name}</bdi>}
        title={words.say('freshness.withdraw.title')}
        below={words.say('freshness.withdraw.text')}
      />
      <Notice>
        <p>{words.say('freshness.withdraw.back')}</p>
      </Notice>
      <Form action={`/bestaetigen/${token}/nicht-zeigen`} label={words.say('freshness.withdraw.title')}>
        <ReadersNote words={words} scope="own">
          {words.say('freshness.withdraw.readers')}
        </ReadersNote>
        <Button tone="end" icon="close">
          {words.say('freshness.withdraw.go')}
        </Button>
      </Form>
    </Page>
  );
}
