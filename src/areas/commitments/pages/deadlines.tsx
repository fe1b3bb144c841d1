import type { Hono } from 'hono';
import { NotFoundError } from '../../../platform/errors.ts';
import type { Env } from '../../../platform/http/index.ts';
import { dayOf, type Day } from '../../../plain/time.ts';
import {
  Chip,
  EmptyState,
  Facets,
  MailsByHand,
  OtherForms,
  Page,
  PageTitle,
  Part,
  ReadersNote,
  Row,
  Rows,
  type Frame,
} from '../../../ui/index.ts';
import { findInForce } from '../../agreements/index.ts';
import { deadlinesOf, isOwn } from '../deadlines.ts';
import type { Standing } from '../commitment-word.ts';
import { findStandings } from '../find-standings.ts';
import { filterForm } from '../forms.ts';
import { CALENDARS_PATH, commitmentPath, DEADLINES_PATH } from '../paths.ts';
import { ownOrganisations, type CommitmentPages } from './pages.ts';
import { AgreementLink, hasWords, KeptButton, monthName, Said, StateChip, Who } from './parts.tsx';

/** `/fristen`: what all agreements of one's organisations promise, month by month. */
export function addDeadlinesPage(web: Hono<Env>, { frame, namesOf }: CommitmentPages): void {
  web.get(DEADLINES_PATH, async (c) => {
    const own = ownOrganisations(c);
    const { organisation } = filterForm.parse(c.req.query());
    if (organisation !== undefined && !own.includes(organisation)) throw new NotFoundError();
    const { db, clock } = c.var.read;
    const today = dayOf(clock.now());
    const { all, names, isAfter } = await db.read(async (reader) => {
      const all = await findStandings(reader, today);
      const isAfter = all.length === 0 && (await findInForce(reader)).length > 0;
      return { all, isAfter, names: await namesOf(reader, own, c.var.words) };
    });
    return c.html(
      <DeadlinesPage frame={await frame(c)} {...{ all, isAfter, own, names, chosen: organisation ?? null, today }} />,
    );
  });
}

interface DeadlinesView {
  readonly all: readonly Standing[];
  /** Whether all that was promised has ended. */
  readonly isAfter: boolean;
  readonly own: readonly string[];
  readonly names: ReadonlyMap<string, string>;
  /** Only the agreements of this organisation. */
  readonly chosen: string | null;
  readonly today: Day;
}

function DeadlinesPage({ frame, ...view }: DeadlinesView & { readonly frame: Frame }) {
  const { words } = frame;
  const { all, isAfter, chosen, today } = view;
  const own = chosen === null ? view.own : [chosen];
  const { past, months, undated, settled } = deadlinesOf(
    all.filter((one) => chosen === null || isPartner(one, chosen)),
    own,
    today,
  );
  const title = words.say('commitments.title');
  const list = (of: readonly Standing[]) => <List {...{ frame, own, of, today }} />;
  return (
    <Page frame={frame} title={title} noindex readers="own">
      <PageTitle title={title} below={words.say('commitments.text')} />
      <OwnFacets frame={frame} {...view} />
      {all.length === 0 ? (
        <EmptyState title={words.say(isAfter ? 'commitments.ended' : 'commitments.none')} icon="calendar">
          <p>{words.say(isAfter ? 'commitments.ended.text' : 'commitments.none.text')}</p>
        </EmptyState>
      ) : null}
      {past.length === 0 ? null : (
        <Part title={words.say('commitments.past')}>
          <p class="soft">{words.say('commitments.past.text')}</p>
          {list(past)}
        </Part>
      )}
      {months.map(({ month, of }) => (
        <Part title={monthName(month, words)} id={`m-${month}`}>
          {list(of)}
        </Part>
      ))}
      {undated.length === 0 ? null : <Part title={words.say('commitments.undated')}>{list(undated)}</Part>}
      {settled.length === 0 ? null : (
        <details class="more-fields">
          <summary>{words.say('commitments.settled', { count: settled.length })}</summary>
          {list(settled)}
        </details>
      )}
      <OtherForms
        label={words.say('commitments.otherForms')}
        forms={[{ href: CALENDARS_PATH, label: words.say('commitments.calendar.link'), icon: 'calendar' }]}
      />
      <ReadersNote words={words} scope="partner">
        {words.say('commitments.readers')}
      </ReadersNote>
      <MailsByHand frame={frame} />
    </Page>
  );
}

// words: commitments.kind.*
function List({
  frame: { words },
  own,
  of,
  today,
}: {
  readonly frame: Frame;
  readonly own: readonly string[];
  readonly of: readonly Standing[];
  readonly today: Day;
}) {
  return (
    <Rows>
      {of.map((one) => (
        <Row
          title={<Said words={words} one={one} />}
          href={commitmentPath(one)}
          beside={
            <>
              {isOwn(one, own) ? <Chip icon="people">{words.say('commitments.own')}</Chip> : null}
              <StateChip words={words} one={one} />
            </>
          }
        >
          <p>
            {hasWords(one) ? <>{words.say(`commitments.kind.${one.kind}`)} · </> : null}
            {one.day === null ? null : <>{words.day(one.day)} · </>}
            <Who words={words} one={one} own={own} />
          </p>
          <p class="soft">
            <AgreementLink words={words} one={one} />
          </p>
          {isOwn(one, own) && one.word === null && isNear(one, today) ? <KeptButton words={words} one={one} /> : null}
        </Row>
      ))}
    </Rows>
  );
}

/** What lies far ahead is rarely done by now: its page has the button. */
function isNear({ day }: Standing, today: Day): boolean {
  return day === null || day.slice(0, 7) <= nextMonth(today);
}

function nextMonth(today: Day): string {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
}

/** Whoever speaks for several organisations looks at one of them. */
function OwnFacets({ frame: { words }, all, own, names, chosen }: DeadlinesView & { readonly frame: Frame }) {
  if (own.length < 2) return null;
  const options = own.map((id) => ({
    label: names.get(id) ?? words.say('commitments.noName'),
    count: all.filter((one) => isPartner(one, id)).length,
    href: chosen === id ? DEADLINES_PATH : `${DEADLINES_PATH}?organisation=${id}`,
    chosen: chosen === id,
  }));
  const facet = { label: words.say('commitments.organisation'), options };
  return <Facets words={words} facets={[facet]} clear={DEADLINES_PATH} />;
}

function isPartner({ partners }: Standing, organisation: string): boolean {
  return partners.some(({ id }) => id === organisation);
}
