import type { Hono } from 'hono';
import { pageNumber } from '../../../plain/page-number.ts';
import { saying, type Words } from '../../../plain/words.ts';
import { context, leaveNotice, type Env } from '../../../platform/http/index.ts';
import {
  Button,
  DataTable,
  EmptyState,
  Buttons,
  Facts,
  Form,
  LinkButton,
  Page,
  PageTitle,
  Pager,
  Part,
  BackLink,
  ReadersNote,
  type Frame,
} from '../../../ui/index.ts';
import { findSourcesOf, showValue, Spoken } from '../../claims/index.ts';
import { isOver, type Import } from '../import.ts';
import { forgetList } from '../keep-list.ts';
import { fieldNamed, type List } from '../list.ts';
import { may } from '../may.ts';
import { showRows, type ListedRow } from '../show-list.ts';
import { countListed } from '../store-listed.ts';
import { findImports } from '../store.ts';
import { keepersOnly, listAt, type ListPages } from './access.ts';
import { isolated } from '../../../plain/isolated.ts';
import { ATTRIBUTED, Contact, LicenceName } from './licence.tsx';
import { DueChip } from './lists.tsx';

const PAGE_ROWS = 50;

/** `/listen/:id`: one list, who keeps it and what for; the source page of everything it says. */
export function addOneListPage(web: Hono<Env>, { frame, alikeOf }: ListPages): void {
  web.get('/listen/:id', async (c) => {
    const list = await listAt(c);
    const page = pageNumber(c.req.query('seite'));
    const isKeeper = may.keepLists(c.var.actor) === true;
    const shown = await c.var.read.db.read(async (db) => {
      const standing = (await countListed(db)).get(list.id) ?? { rows: 0, gone: 0 };
      const [last] = await findSourcesOf(db, list.id);
      return {
        count: standing.rows + standing.gone,
        gone: standing.gone,
        lastTaken: standing.rows + standing.gone === 0 ? null : (last?.retrievedAt ?? null),
        listed: await showRows(db, list, { page, size: PAGE_ROWS, alikeOf }),
        imports: isKeeper ? await findImports(db, list.id) : [],
      };
    });
    const { rows, closed } = shown.listed;
    return c.html(
      <ListPage
        frame={await frame(c)}
        isKeeper={isKeeper}
        list={list}
        page={page}
        now={c.var.read.clock.now()}
        {...shown}
        rows={rows}
        closed={closed}
      />,
    );
  });
  web.post('/listen/:id/entfernen', async (c) => {
    keepersOnly(c);
    const { id, title } = await listAt(c);
    await forgetList(context(c), id);
    leaveNotice(c, saying('lists.forget.done', { list: title }));
    return c.redirect('/listen', 303);
  });
}

function ListPage({
  frame,
  isKeeper,
  list,
  page,
  now,
  count,
  gone,
  lastTaken,
  rows,
  closed,
  imports,
}: {
  readonly frame: Frame;
  readonly isKeeper: boolean;
  readonly list: List;
  readonly page: number;
  readonly now: Date;
  readonly count: number;
  readonly gone: number;
  readonly lastTaken: Date | null;
  readonly rows: readonly ListedRow[];
  /** How many rows of this page the reader does not see. */
  readonly closed: number;
  readonly imports: readonly Import[];
}) {
  const { words } = frame;
  const none = <span class="soft">{words.say('lists.one.notSaid')}</span>;
  const text = (value: string) => (value === '' ? none : <bdi>{value}</bdi>);
  return (
    <Page frame={frame} title={list.title} alternates readers={isKeeper ? 'keepers' : 'public'}>
      <PageTitle
        back={<BackLink href="/listen">{words.say('lists.all.title')}</BackLink>}
        above={words.say('lists.one.above')}
        title={<bdi>{list.title}</bdi>}
        below={list.purpose === '' ? undefined : <bdi>{list.purpose}</bdi>}
      />
      <p>
        <DueChip frame={frame} list={list} lastTaken={lastTaken} now={now} />
      </p>
      <Facts
        facts={[
          { term: words.say('lists.describe.publisher'), value: text(list.publisher) },
          { term: words.say('lists.describe.role'), value: text(list.role) },
          { term: words.say('lists.describe.licence'), value: <LicenceName words={words} licence={list.licence} /> },
          ...(lastTaken === null || !ATTRIBUTED.has(list.licence)
            ? []
            : [
                {
                  term: words.say('lists.one.attribution'),
                  value: words.say('lists.one.attribution.text', {
                    publisher: isolated(words, list.publisher),
                    title: isolated(words, list.title),
                    licence: isolated(words, words.say(`lists.licence.${list.licence}`)),
                    day: words.day(lastTaken),
                  }),
                },
              ]),
          { term: words.say('lists.describe.rhythm'), value: words.say(`lists.rhythm.${list.rhythm}`) },
          {
            term: words.say('lists.describe.takedownContact'),
            value: list.takedownContact === '' ? none : <Contact at={list.takedownContact} />,
          },
          { term: words.say('lists.one.lastTaken'), value: lastTaken === null ? none : words.day(lastTaken) },
        ]}
      />
      {isKeeper ? (
        <Buttons>
          <LinkButton href={`/listen/neu?liste=${list.id}`} icon="upload">
            {words.say('lists.one.bringIn')}
          </LinkButton>
          <LinkButton tone="quiet" href={`/listen/${list.id}/beschreibung`}>
            {words.say('lists.describe')}
          </LinkButton>
        </Buttons>
      ) : null}
      {imports.length === 0 ? null : <History frame={frame} imports={imports} />}
      {isKeeper && count === 0 && imports.every(isOver) ? <Forget words={words} list={list} /> : null}
      <Part title={words.say('lists.one.rows', { count })}>
        {gone === 0 ? null : <p class="soft">{words.say('lists.one.gone', { count: gone })}</p>}
        {rows.length === 0 && closed === 0 ? <EmptyState title={words.say('lists.one.none')} icon="list" /> : null}
        {rows.length === 0 ? null : <RowsTable frame={frame} list={list} rows={rows} />}
        {closed === 0 ? null : <p class="soft">{words.say('lists.one.closed', { count: closed })}</p>}
        <Pager words={words} page={page} pages={Math.ceil(count / PAGE_ROWS)} href={(to) => `?seite=${to}`} />
      </Part>
    </Page>
  );
}

function Forget({ words, list }: { readonly words: Words; readonly list: List }) {
  return (
    <Form action={`/listen/${list.id}/entfernen`} label={words.say('lists.forget')}>
      <ReadersNote words={words} scope="public">
        {words.say('lists.forget.text')}
      </ReadersNote>
      <Button tone="end">{words.say('lists.forget')}</Button>
    </Form>
  );
}

function RowsTable({
  frame: { words },
  list,
  rows,
}: {
  readonly frame: Frame;
  readonly list: List;
  readonly rows: readonly ListedRow[];
}) {
  const kind = list.mapping?.subject ?? 'organisation';
  const folder = kind === 'offer' ? '/angebote' : '/organisationen';
  const place = fieldNamed(kind, 'place');
  const anyAlike = rows.some(({ alike }) => alike.length > 0);
  const anyGone = rows.some(({ goneOn }) => goneOn !== null);
  return (
    <DataTable<ListedRow>
      caption={words.say('lists.one.table')}
      quietCaption
      rows={rows}
      columns={[
        {
          label: words.say('claims.field.name'),
          names: true,
          cell: ({ subject, name, language }) => (
            <a href={`${folder}/${subject}`}>
              {name === null ? (
                words.say('lists.row.nameless')
              ) : (
                <Spoken words={words} language={language}>
                  {name}
                </Spoken>
              )}
            </a>
          ),
        },
        {
          label: words.say('claims.field.place'),
          cell: (row) =>
            row.place === null || place === null ? (
              ''
            ) : (
              <bdi>
                {showValue(place, row.place, words)
                  .map(({ text }) => text)
                  .join(', ')}
              </bdi>
            ),
        },
        ...(anyAlike
          ? [
              {
                label: words.say('lists.one.alike'),
                cell: ({ alike }: ListedRow) =>
                  alike.map(({ subject, title }) => (
                    <div>
                      <a href={`${folder}/${subject}`}>
                        {words.say('lists.one.alike.in', { title: isolated(words, title) })}
                      </a>
                    </div>
                  )),
              },
            ]
          : []),
        ...(anyGone
          ? [
              {
                label: words.say('lists.one.state'),
                cell: ({ goneOn }: ListedRow) =>
                  goneOn === null ? '' : words.say('lists.one.goneSince', { day: words.day(goneOn) }),
              },
            ]
          : []),
      ]}
    />
  );
}

function History({ frame: { words }, imports }: { readonly frame: Frame; readonly imports: readonly Import[] }) {
  const newest = imports.find(({ state }) => state === 'taken')?.id;
  return (
    <div class="import-history">
      <Part title={words.say('lists.history')}>
        <DataTable<Import>
          caption={words.say('lists.history')}
          quietCaption
          rows={imports}
          columns={[
            { label: words.say('lists.history.file'), names: true, cell: ({ fileName }) => <bdi>{fileName}</bdi> },
            { label: words.say('lists.history.when'), cell: ({ takenAt, madeAt }) => words.moment(takenAt ?? madeAt) },
            { label: words.say('lists.history.state'), cell: ({ state }) => words.say(`lists.state.${state}`) },
            { label: words.say('lists.history.counts'), cell: (each) => <Counted words={words} each={each} /> },
            {
              label: words.say('lists.history.do'),
              cell: ({ id, state }) => {
                if (state === 'taken')
                  return id === newest ? <a href={`/importe/${id}/zuruecknehmen`}>{words.say('lists.back')}</a> : '';
                return state === 'takenBack' || state === 'dropped' ? (
                  ''
                ) : (
                  <a href={`/importe/${id}`}>{words.say('lists.history.goOn')}</a>
                );
              },
            },
          ]}
        />
      </Part>
    </div>
  );
}

/** What an import has changed; what it left out leads to where that is explained. */
function Counted({ words, each: { id, state, counts } }: { readonly words: Words; readonly each: Import }) {
  const left = counts.unclear + counts.refused;
  return (
    <>
      {words.say('lists.history.changed', { new: counts.new, changed: counts.changed, vanished: counts.vanished })}
      {state === 'taken' && left > 0 ? (
        <div>
          <a href={`/importe/${id}/uebernahme`}>{words.say('lists.history.left', { count: left })}</a>
        </div>
      ) : null}
    </>
  );
}
