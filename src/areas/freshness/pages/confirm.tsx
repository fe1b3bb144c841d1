import type { Hono } from 'hono';
import { context, leaveNotice, readForm, type Env, type Request } from '../../../platform/http/index.ts';
import { dayOf, type Day } from '../../../plain/time.ts';
import { saying, type Saying } from '../../../plain/words.ts';
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
import { isOpen } from '../confirmation-ask.ts';
import type { Entry } from '../entry.ts';
import { SEEN, seenForm } from '../forms.ts';
import { makeTakeUpToken } from '../take-up.ts';
import { takeAnswerBack } from '../take-answer-back.ts';
import { findVoices } from '../voices.ts';
import { askAt, nameOf, type FreshnessPages } from './access.ts';
import { AnsweredPage } from './answered.tsx';
import { ShownFacts } from './shown-facts.tsx';

/** `/bestaetigen/:token`: what stands in public, and the three answers. Looking never answers. */
export function addConfirmPages(web: Hono<Env>, pages: FreshnessPages): void {
  const { frame } = pages;
  const path = '/bestaetigen/:token';
  const asked = async (c: Request, at: Shown, changed?: Saying) => (
    <ConfirmPage frame={await frame(c)} {...at} today={dayOf(c.var.read.clock.now())} changed={changed} />
  );
  web.get(path, async (c) => {
    const at = await askAt(c, pages);
    if (isOpen(at.ask)) return c.html(await asked(c, at));
    return c.html(<AnsweredPage frame={await frame(c)} {...at} now={c.var.read.clock.now()} />);
  });
  web.post(path, async (c) => {
    const { ask, token } = await askAt(c, pages);
    if (!isOpen(ask)) return c.redirect(`/bestaetigen/${token}`, 303);
    const { seen } = seenForm.parse(await readForm(c));
    const confirmed = await confirmByLink(context(c), pages, { token, seen });
    if (!confirmed.ok) return c.html(await asked(c, await askAt(c, pages), confirmed.issue), 409);
    return c.redirect(`/bestaetigen/${token}`, 303);
  });
  web.get(`${path}/nicht-zeigen`, async (c) => {
    const { ask, entry, token } = await askAt(c, pages);
    if (!isOpen(ask)) return c.redirect(`/bestaetigen/${token}`, 303);
    const today = dayOf(c.var.read.clock.now());
    const voices = await c.var.read.db.read((db) => findVoices(db, pages, ask.subject, today));
    return c.html(<WithdrawPage frame={await frame(c)} entry={entry} token={token} hasVoice={voices.length > 0} />);
  });
  web.post(`${path}/nicht-zeigen`, async (c) => {
    const { ask, token } = await askAt(c, pages);
    if (isOpen(ask) && (await withdrawByLink(context(c), pages, token)) === 'told') {
      leaveNotice(c, saying('freshness.withdraw.told'));
      return c.redirect(`/bestaetigen/${token}/nicht-zeigen`, 303);
    }
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
  readonly entry: Entry;
  readonly token: string;
}

interface Framed extends Shown {
  readonly frame: Frame;
}

function ConfirmPage({
  frame,
  entry,
  token,
  today,
  changed,
}: Framed & { readonly today: Day; readonly changed: Saying | undefined }) {
  const { words } = frame;
  const name = nameOf(entry.account, words);
  return (
    <Page frame={frame} title={words.say('freshness.confirm.title')} noindex readers="own">
      <PageTitle
        above={<bdi>{name}</bdi>}
        title={words.say('freshness.confirm.title')}
        below={words.say('freshness.confirm.text')}
      />
      {changed === undefined ? null : (
        <Notice tone="look" title={words.tell(changed)}>
          <p>{words.say('freshness.changed.look')}</p>
        </Notice>
      )}
      <ShownFacts words={words} entry={entry} today={today} />
      <Part title={words.say('freshness.confirm.answer')}>
        <Form
          action={`/bestaetigen/${token}`}
          label={words.say('freshness.confirm.answer')}
          hidden={{ [SEEN]: entry.seen }}
        >
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

function WithdrawPage({
  frame,
  entry,
  token,
  hasVoice,
}: Framed & {
  /** Somebody speaks for it with an account: a link is too weak to hide it. */
  readonly hasVoice: boolean;
}) {
  const { words } = frame;
  const name = nameOf(entry.account, words);
  return (
    <Page frame={frame} title={words.say('freshness.withdraw.title')} noindex readers="own">
      <PageTitle
        back={<BackLink href={`/bestaetigen/${token}`}>{words.say('freshness.confirm.title')}</BackLink>}
        above={<bdi>{name}</bdi>}
        title={words.say('freshness.withdraw.title')}
        below={words.say(hasVoice ? 'freshness.withdraw.voice' : 'freshness.withdraw.text')}
      />
      <Notice>
        <p>{words.say(hasVoice ? 'freshness.withdraw.voice.how' : 'freshness.withdraw.back')}</p>
        {hasVoice ? (
          <p>
            <a href="/anmelden">{words.say('freshness.withdraw.voice.signIn')}</a>
          </p>
        ) : null}
      </Notice>
      <Form action={`/bestaetigen/${token}/nicht-zeigen`} label={words.say('freshness.withdraw.title')}>
        <ReadersNote words={words} scope="own">
          {words.say(hasVoice ? 'freshness.withdraw.voice.readers' : 'freshness.withdraw.readers')}
        </ReadersNote>
        <Button tone={hasVoice ? 'quiet' : 'end'} icon={hasVoice ? 'mail' : 'close'}>
          {words.say(hasVoice ? 'freshness.withdraw.voice.go' : 'freshness.withdraw.go')}
        </Button>
      </Form>
    </Page>
  );
}
