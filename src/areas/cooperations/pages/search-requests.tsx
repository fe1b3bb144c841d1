import type { Hono } from 'hono';
import { isKeeper, organisationsOf, rankOf, speaksFor, type Actor } from '../../../plain/actor.ts';
import { isId } from '../../../plain/ids.ts';
import { dayOf } from '../../../plain/time.ts';
import { saying, type Words } from '../../../plain/words.ts';
import { NotFoundError } from '../../../platform/errors.ts';
import { context, keepNowhere, leaveNotice, readForm, type Env, type Request } from '../../../platform/http/index.ts';
import {
  BackLink,
  Button,
  Chip,
  EmptyState,
  Form,
  LinkButton,
  Notice,
  Page,
  Pager,
  PageTitle,
  ReadersNote,
  Row,
  Rows,
  SelectField,
  type Frame,
} from '../../../ui/index.ts';
import { beginCooperation } from '../begin.ts';
import { endSearch } from '../end-search.ts';
import { LONGEST_TITLE } from '../forms.ts';
import { requestPath, SEARCH_REQUESTS_PATH, WORKING_TOGETHER_PATH } from '../paths.ts';
import type { SearchRequest } from '../search-request.ts';
import { countSearchRequests, findSearchRequest, findSearchRequests } from '../store-search-request.ts';
import { ownOrganisations, type CooperationPages, type Named } from './access.ts';
import { pageAt, type Paged } from './paged.ts';

const PAGE_SIZE = 20;

/** `/gesuche`: what organisations look for in others; whoever answers begins something and asks them. */
export function addSearchRequestPages(web: Hono<Env>, pages: CooperationPages): void {
  web.get(SEARCH_REQUESTS_PATH, async (c) => {
    demandReader(c);
    const { words, read, actor } = c.var;
    const { requests, names, paged } = await read.db.read(async (db) => {
      const today = dayOf(read.clock.now());
      const paged = pageAt(c, await countSearchRequests(db, today), PAGE_SIZE);
      const found = await findSearchRequests(db, today, paged);
      const seekers = found.map(({ organisation }) => organisation);
      return { requests: found, paged, names: await pages.namesOf(db, [...new Set(seekers)], words) };
    });
    const own = await ownOrganisations(c, pages);
    const frame = await pages.frame(c);
    const fields = new Map(pages.fieldsOfAction(words).map(({ value, label }) => [value, label]));
    return c.html(<ListPage {...{ frame, actor, requests, paged, names, own, fields }} />);
  });
  web.post(`${SEARCH_REQUESTS_PATH}/:id/antwort`, async (c) => {
    const request = await requestAt(c);
    const own = organisationsOf(c.var.actor);
    const chosen = (await readForm(c))['organisation'];
    const organisation = own.find((id) => id === chosen) ?? own[0];
    if (organisation === undefined || own.includes(request.organisation)) throw new NotFoundError();
    const title = request.expertise.slice(0, LONGEST_TITLE).toWellFormed();
    const id = await beginCooperation(context(c), { organisation, title });
    leaveNotice(c, saying('cooperations.sought.answered'));
    return c.redirect(requestPath(id, request.organisation), 303);
  });
  web.post(`${SEARCH_REQUESTS_PATH}/:id/ende`, async (c) => {
    const { id, organisation } = await requestAt(c);
    if (!speaksFor(c.var.actor, organisation)) throw new NotFoundError();
    await endSearch(context(c), { id, organisation });
    leaveNotice(c, saying('cooperations.sought.ended'));
    return c.redirect(SEARCH_REQUESTS_PATH, 303);
  });
}

/** Whoever speaks for an organisation, and whoever keeps the register; for everybody else there is no such page. */
export function demandReader(c: Request): void {
  keepNowhere(c);
  const { actor } = c.var;
  if (organisationsOf(actor).length === 0 && !isKeeper(actor)) throw new NotFoundError();
}

async function requestAt(c: Request): Promise<SearchRequest> {
  demandReader(c);
  const id = c.req.param('id') ?? '';
  const { db, clock } = c.var.read;
  const request = isId(id) ? await db.read((reader) => findSearchRequest(reader, id, dayOf(clock.now()))) : null;
  if (request === null) throw new NotFoundError();
  return request;
}

interface Listed {
  readonly frame: Frame;
  readonly actor: Actor;
  readonly requests: readonly SearchRequest[];
  readonly paged: Paged;
  readonly names: ReadonlyMap<string, string>;
  readonly own: readonly Named[];
  readonly fields: ReadonlyMap<string, string>;
}

function ListPage({ frame, actor, requests, paged, names, own, fields }: Listed) {
  const { words } = frame;
  const title = words.say('cooperations.sought.title');
  return (
    <Page frame={frame} title={title} noindex readers="network">
      <PageTitle
        back={<BackLink href={WORKING_TOGETHER_PATH}>{words.say('cooperations.overview.title')}</BackLink>}
        title={title}
        below={words.say('cooperations.sought.text')}
      />
      {own.length === 0 ? null : rankOf(actor) === 'account' ? (
        <Notice>
          <p>{words.say('cooperations.may.confirmed')}</p>
        </Notice>
      ) : (
        <p>
          <LinkButton href={`${SEARCH_REQUESTS_PATH}/neu`} icon="plus">
            {words.say('cooperations.sought.new')}
          </LinkButton>
        </p>
      )}
      {requests.length === 0 ? <EmptyState title={words.say('cooperations.sought.none')} /> : null}
      <Rows label={title}>
        {requests.map((request) => (
          <Row
            level={2}
            href={`/organisationen/${request.organisation}`}
            title={<bdi>{names.get(request.organisation) ?? words.say('cooperations.unnamed')}</bdi>}
            beside={
              <>
                {request.field === null ? null : <Chip>{fields.get(request.field) ?? request.field}</Chip>}
                {request.language === null ? null : <Chip icon="language">{words.languageName(request.language)}</Chip>}
              </>
            }
          >
            <p dir="auto">{words.say('cooperations.sought.seeks', { expertise: request.expertise })}</p>
            <p dir="auto">{words.say('cooperations.sought.gives', { offered: request.offered })}</p>
            <p class="soft">{words.say('cooperations.sought.until', { day: words.day(request.until) })}</p>
            <Answer words={words} request={request} own={own} isOwn={speaksFor(actor, request.organisation)} />
          </Row>
        ))}
      </Rows>
      <Pager words={words} page={paged.page} pages={paged.pages} href={(to) => `?seite=${to}`} />
    </Page>
  );
}

function Answer({
  words,
  request: { id },
  own,
  isOwn,
}: {
  readonly words: Words;
  readonly request: SearchRequest;
  readonly own: readonly Named[];
  readonly isOwn: boolean;
}) {
  const path = `${SEARCH_REQUESTS_PATH}/${id}`;
  if (isOwn)
    return (
      <Form action={`${path}/ende`} label={words.say('cooperations.sought.end')}>
        <ReadersNote words={words} scope="network">
          {words.say('cooperations.sought.readers')}
        </ReadersNote>
        <Button tone="end">{words.say('cooperations.sought.end')}</Button>
      </Form>
    );
  if (own.length === 0) return null;
  return (
    <Form action={`${path}/antwort`} label={words.say('cooperations.sought.answer')}>
      {own.length === 1 ? null : (
        <SelectField
          words={words}
          name="organisation"
          label={words.say('cooperations.begin.organisation')}
          choices={own.map((one) => ({ value: one.id, label: one.name }))}
          value={own[0]?.id}
          empty={null}
        />
      )}
      <ReadersNote words={words} scope="own">
        {words.say('cooperations.sought.answer.readers')}
      </ReadersNote>
      <Button tone="quiet">{words.say('cooperations.sought.answer')}</Button>
    </Form>
  );
}
