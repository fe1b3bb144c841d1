import type { Hono } from 'hono';
import { InputError, NotFoundError } from '../../../platform/errors.ts';
import { context, leaveNotice, readForm, type Env, type Request } from '../../../platform/http/index.ts';
import { saying } from '../../../plain/words.ts';
import {
  BackLink,
  Button,
  Buttons,
  Card,
  Form,
  LinkButton,
  Notice,
  Page,
  PageTitle,
  ReadersNote,
  SelectField,
  type Frame,
} from '../../../ui/index.ts';
import { endCalendar } from '../end-calendar.ts';
import { CALENDAR_LANGUAGES, calendarForm } from '../forms.ts';
import { makeCalendar } from '../make-calendar.ts';
import { CALENDARS_PATH, DEADLINES_PATH, feedPath } from '../paths.ts';
import { findFeeds, type CalendarFeed } from '../store-calendar.ts';
import { ownOrganisations, type CommitmentPages } from './pages.ts';

/** `/fristen/kalender`: the address under which programs read the deadlines of an organisation. */
export function addCalendarsPage(web: Hono<Env>, pages: CommitmentPages): void {
  const page = async (c: Request, made: Made | null) => {
    const own = ownOrganisations(c);
    const { feeds, names } = await c.var.read.db.read(async (reader) => ({
      feeds: await findFeeds(reader, own),
      names: await pages.namesOf(reader, own, c.var.words),
    }));
    return <CalendarsPage frame={await pages.frame(c)} {...{ own, feeds, names, made }} />;
  };
  web.get(CALENDARS_PATH, async (c) => c.html(await page(c, null)));
  web.post(CALENDARS_PATH, async (c) => {
    const own = ownOrganisations(c);
    const form = calendarForm.safeParse(await readForm(c));
    if (!form.success) throw new InputError(saying('platform.input.unreadable'));
    const { organisation, what, language = 'de' } = form.data;
    if (!own.includes(organisation)) throw new NotFoundError();
    if (what === 'end') {
      await endCalendar(context(c), organisation);
      leaveNotice(c, saying('commitments.calendar.ended'));
      return c.redirect(CALENDARS_PATH, 303);
    }
    const token = await makeCalendar(context(c), pages, { organisation, language });
    // Shown by this answer and by none after it: nobody here can read the address again.
    return c.html(await page(c, { organisation, address: new URL(feedPath(token), pages.origin).href }));
  });
}

interface Made {
  readonly organisation: string;
  readonly address: string;
}

interface CalendarsView {
  readonly own: readonly string[];
  readonly feeds: readonly CalendarFeed[];
  readonly names: ReadonlyMap<string, string>;
  readonly made: Made | null;
}

function CalendarsPage({ frame, own, feeds, names, made }: CalendarsView & { readonly frame: Frame }) {
  const { words } = frame;
  const title = words.say('commitments.calendar.title');
  return (
    <Page frame={frame} title={title} noindex readers="own">
      <PageTitle
        back={<BackLink href={DEADLINES_PATH}>{words.say('commitments.title')}</BackLink>}
        title={title}
        below={words.say('commitments.calendar.what')}
      />
      {own.map((organisation) => (
        <Card title={<bdi>{names.get(organisation) ?? words.say('commitments.noName')}</bdi>}>
          {made?.organisation === organisation ? <Address frame={frame} address={made.address} /> : null}
          <Feed
            frame={frame}
            organisation={organisation}
            feed={feeds.find((one) => one.organisation === organisation) ?? null}
          />
        </Card>
      ))}
    </Page>
  );
}

/** The address, once. */
function Address({ frame: { words }, address }: { readonly frame: Frame; readonly address: string }) {
  return (
    <>
      <Notice tone="look" title={words.say('commitments.calendar.made')}>
        <p>{words.say('commitments.calendar.once')}</p>
      </Notice>
      <p>
        <code dir="ltr" class="breaks">
          {address}
        </code>
      </p>
      <Buttons>
        <LinkButton tone="quiet" icon="calendar" href={address.replace(/^https?:/, 'webcal:')}>
          {words.say('commitments.calendar.subscribe')}
        </LinkButton>
      </Buttons>
    </>
  );
}

function Feed({
  frame: { words },
  organisation,
  feed,
}: {
  readonly frame: Frame;
  readonly organisation: string;
  readonly feed: CalendarFeed | null;
}) {
  return (
    <>
      <p>
        {feed === null
          ? words.say('commitments.calendar.none')
          : words.say('commitments.calendar.there', {
              day: words.day(feed.madeOn),
              language: words.languageName(feed.language),
            })}
      </p>
      <Form action={CALENDARS_PATH} label={words.say('commitments.calendar.title')} hidden={{ organisation }}>
        <SelectField
          words={words}
          name="language"
          label={words.say('commitments.calendar.language')}
          hint={words.say('commitments.calendar.language.hint')}
          choices={CALENDAR_LANGUAGES.map((code) => ({ value: code, label: words.languageName(code) }))}
          value={feed?.language ?? (words.language === 'de-simple' ? 'de' : words.language)}
          empty={null}
        />
        <ReadersNote words={words} scope="public">
          {words.say('commitments.calendar.readers')}
        </ReadersNote>
        <Buttons>
          <Button icon="calendar" name="what" value="make" tone={feed === null ? 'main' : 'quiet'}>
            {words.say(feed === null ? 'commitments.calendar.make' : 'commitments.calendar.anew')}
          </Button>
          {feed === null ? null : (
            <Button tone="end" name="what" value="end">
              {words.say('commitments.calendar.end')}
            </Button>
          )}
        </Buttons>
        {feed === null ? null : <p class="soft">{words.say('commitments.calendar.anew.text')}</p>}
      </Form>
    </>
  );
}
