import type { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { awaitsSecondStep } from '../../../plain/actor.ts';
import { saying, type Words } from '../../../plain/words.ts';
import { context, leaveNotice, SILENT_DAYS, type Env } from '../../../platform/http/index.ts';
import {
  Button,
  Buttons,
  Facts,
  Form,
  LinkButton,
  Notice,
  Page,
  PageTitle,
  Part,
  type Frame,
} from '../../../ui/index.ts';
import { endSessions } from '../end-sessions.ts';
import { pathOfRole } from '../role.ts';
import { showAccount, type ShownAccount } from '../show-account.ts';
import { accountAt, keepNowhere, SECOND_STEP, type PeoplePages } from './access.ts';
import { findRecoveryNews, RecoveryNotice, type RecoveryNews } from './recover-notice.tsx';

/** `/konto`: oneself, one's roles, the ways in, the sessions; `POST /konto/sitzungen/…`: ending them. */
export function addAccountPage(web: Hono<Env>, { frame, namesOf, noticesFor }: PeoplePages): void {
  web.get('/konto', async (c) => {
    keepNowhere(c);
    const { read, words, actor } = c.var;
    const shown = await showAccount(read, accountAt(c));
    const organisations = shown.roles.flatMap(({ organisation }) => (organisation === null ? [] : [organisation]));
    const names = await read.db.read((db) => namesOf(db, organisations, words));
    const reader = { account: accountAt(c), kind: actor.kind };
    const news = await read.db.read((db) => findRecoveryNews(db, reader, read.clock.now()));
    const here = 'session' in actor ? actor.session : null;
    const page = { frame: await frame(c), shown, names, here, news, awaits: awaitsSecondStep(actor) };
    const above = await noticesFor?.(c);
    return c.html(<AccountPage {...page} above={above} />);
  });
  web.post('/konto/sitzungen/andere/ende', async (c) => {
    await endSessions(context(c), 'others');
    leaveNotice(c, saying('people.account.sessions.othersEnded'));
    return c.redirect('/konto', 303);
  });
  web.post('/konto/sitzungen/:id/ende', async (c) => {
    await endSessions(context(c), { only: c.req.param('id') });
    leaveNotice(c, saying('people.account.sessions.ended'));
    return c.redirect('/konto', 303);
  });
}

function AccountPage({
  frame,
  shown,
  names,
  here,
  news,
  awaits,
  above,
}: {
  readonly frame: Frame;
  readonly shown: ShownAccount;
  readonly names: ReadonlyMap<string, string>;
  readonly here: string | null;
  readonly news: RecoveryNews;
  /** Whether the second step is missing that the roles need. */
  readonly awaits: boolean;
  /** What whoever speaks for organisations has to know first. */
  readonly above: Child;
}) {
  const { words } = frame;
  const { own, soundsReal } = shown;
  return (
    <Page frame={frame} title={words.say('people.account.title')} noindex readers="self">
      <PageTitle title={words.say('people.account.title')} below={words.say('people.account.text')} />
      {above}
      <RecoveryNotice words={words} news={news} />
      {awaits ? (
        <Notice tone="look" title={words.say('people.secondStep.needed.title')}>
          <p>{words.say('people.secondStep.needed')}</p>
          <p>
            <LinkButton href={SECOND_STEP}>{words.say('people.secondStep.title')}</LinkButton>
          </p>
        </Notice>
      ) : null}
      {soundsReal ? (
        <Notice tone="look" title={words.say('people.account.soundsReal')}>
          <p>{words.say('people.account.soundsReal.text')}</p>
        </Notice>
      ) : null}
      <Part title={words.say('people.account.details')}>
        <Facts
          facts={[
            { term: words.say('people.account.alias'), value: <bdi>{own.alias}</bdi> },
            { term: words.say('people.account.language'), value: languageIn(frame, own.language) },
            {
              term: words.say('people.account.mail'),
              value: own.mail === null ? words.say('people.account.mail.none') : <bdi dir="ltr">{own.mail}</bdi>,
            },
          ]}
        />
        <Buttons>
          <LinkButton href="/konto/angaben" tone="quiet">
            {words.say('people.account.details.change')}
          </LinkButton>
          <LinkButton href="/konto/auskunft" tone="quiet">
            {words.say('people.account.disclosure')}
          </LinkButton>
        </Buttons>
      </Part>
      <Part title={words.say('people.account.roles')} id="aufgaben">
        <Roles words={words} roles={shown.roles} names={names} />
      </Part>
      <Part title={words.say('people.account.ways')} id="zugang">
        <WaysIn words={words} shown={shown} />
      </Part>
      <Part title={words.say('people.account.sessions')} id="sitzungen">
        <Sessions words={words} shown={shown} here={here} />
      </Part>
      <Part title={words.say('people.leave.title')}>
        <p>{words.say('people.leave.short')}</p>
        <LinkButton href="/konto/abschied" tone="quiet">
          {words.say('people.leave.title')}
        </LinkButton>
      </Part>
    </Page>
  );
}

function languageIn({ languages, words }: Frame, code: string): string {
  return languages.find((language) => language.code === code)?.ownName ?? words.languageName(code);
}

// words: people.account.role.*
function Roles({
  words,
  roles,
  names,
}: {
  readonly words: Words;
  readonly roles: ShownAccount['roles'];
  readonly names: ReadonlyMap<string, string>;
}) {
  if (roles.length === 0) return <p>{words.say('people.account.roles.none')}</p>;
  return (
    <ul class="rows">
      {roles.map(({ kind, organisation }) => (
        <li>
          <div class="row-main">
            {words.say(`people.account.role.${kind}`)}
            {organisation === null ? null : (
              <>
                {' '}
                <a href={`/organisationen/${organisation}`}>
                  <bdi>{names.get(organisation) ?? words.say('people.account.role.nameless')}</bdi>
                </a>
              </>
            )}
          </div>
          <div class="row-beside">
            <a href={pathOfRole({ kind, organisation })}>{words.say('people.role.see')}</a>
            {organisation === null ? null : (
              <>
                {' · '}
                <a href={`/organisationen/${organisation}/schutz`}>{words.say('people.account.protect')}</a>
              </>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

function WaysIn({ words, shown: { own } }: { readonly words: Words; readonly shown: ShownAccount }) {
  const set = (isSet: boolean): Child => words.say(isSet ? 'people.account.ways.set' : 'people.account.ways.notSet');
  return (
    <>
      <Facts
        facts={[
          { term: words.say('people.passphrase'), value: set(own.hasPassphrase) },
          { term: words.say('people.secondStep.title'), value: set(own.hasSecondStep) },
        ]}
      />
      <Buttons>
        <LinkButton href="/konto/passphrase" tone="quiet">
          {words.say(own.hasPassphrase ? 'people.passphrase.change' : 'people.passphrase.set')}
        </LinkButton>
        {own.hasPassphrase ? (
          <LinkButton href={SECOND_STEP} tone="quiet">
            {words.say('people.secondStep.title')}
          </LinkButton>
        ) : null}
        <LinkButton href="/konto/passkeys" tone="quiet">
          {words.say('people.passkey.title')}
        </LinkButton>
        <LinkButton href="/konto/wiederherstellung" tone="quiet">
          {words.say('people.recovery.account.title')}
        </LinkButton>
      </Buttons>
    </>
  );
}

function Sessions({
  words,
  shown: { sessions },
  here,
}: {
  readonly words: Words;
  readonly shown: ShownAccount;
  readonly here: string | null;
}) {
  return (
    <>
      <p>{words.say('people.account.sessions.silence', { days: SILENT_DAYS.other })}</p>
      <ul class="rows">
        {sessions.map(({ id, device, seenOn }) => (
          <li>
            <div class="row-main">
              <b>{device ?? words.say('people.account.sessions.device')}</b>
              <p class="soft">
                {id === here
                  ? words.say('people.account.sessions.here')
                  : words.say('people.account.sessions.seen', { day: words.day(seenOn) })}
              </p>
            </div>
            {id === here ? null : (
              <div class="row-beside">
                <Form action={`/konto/sitzungen/${id}/ende`}>
                  <Button tone="quiet">{words.say('people.account.sessions.end')}</Button>
                </Form>
              </div>
            )}
          </li>
        ))}
      </ul>
      {sessions.length < 2 ? null : (
        <Form action="/konto/sitzungen/andere/ende">
          <Button tone="quiet">{words.say('people.account.sessions.endOthers')}</Button>
        </Form>
      )}
    </>
  );
}
