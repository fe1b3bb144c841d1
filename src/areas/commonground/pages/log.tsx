import type { Hono } from 'hono';
import type { Env, Request } from '../../../platform/http/index.ts';
import type { Words } from '../../../plain/words.ts';
import { BackLink, DataTable, EmptyState, Notice, Page, PageTitle, Part } from '../../../ui/index.ts';
import type { Conversation } from '../conversation.ts';
import type { Parked, ParkingChange } from '../parking.ts';
import { CONVERSATIONS_PATH, DOOR_PATH } from '../paths.ts';
import type { Statement } from '../statement.ts';
import {
  findModeration,
  findModerationInside,
  findStatements,
  findStatementsInside,
  type Moderation,
} from '../store-statement.ts';
import { conversationAt, doorAt, pageReaders, type ConversationPages } from './pages.ts';
import { ModerationRules, questionOf, SaidText, Topic } from './parts.tsx';

// words: commonground.reason.*
/** `/gespraeche/:id/protokoll` and `/g/:token/protokoll`: by which rules statements were declined. Without names. */
export function addLogPages(web: Hono<Env>, pages: ConversationPages): void {
  web.get(`${CONVERSATIONS_PATH}/:id/protokoll`, async (c) => {
    const { conversation } = await conversationAt(c);
    const { id } = conversation;
    const found = await c.var.read.db.read(async (db) => ({
      log: await findModeration(db, id),
      statements: await findStatements(db, id),
    }));
    const back = `${CONVERSATIONS_PATH}/${id}`;
    return c.html(await logPage(c, pages, { conversation, back, readers: pageReaders(conversation), ...found }));
  });
  web.get(`${DOOR_PATH}/:token/protokoll`, async (c) => {
    const { conversation, path } = await doorAt(c, pages);
    const found = await c.var.read.db.read(async (db) => ({
      log: await findModerationInside(db, conversation.id),
      statements: await findStatementsInside(db, conversation.id),
    }));
    const readers = pageReaders(conversation, true);
    return c.html(await logPage(c, pages, { conversation, back: path, readers, ...found }));
  });
}

async function logPage(
  c: Request,
  pages: ConversationPages,
  {
    conversation,
    back,
    readers,
    log,
    statements,
  }: {
    readonly conversation: Conversation;
    readonly back: string;
    readonly readers: ReturnType<typeof pageReaders>;
    readonly log: readonly Moderation[];
    readonly statements: readonly Statement[];
  },
) {
  const { words } = c.var;
  const title = words.say('commonground.log.title');
  const said = ({ statement }: Moderation) => {
    const found = statements.find(({ id }) => id === statement);
    return <SaidText words={words} statement={found} />;
  };
  return (
    <Page frame={await pages.frame(c)} title={title} noindex readers={readers}>
      <PageTitle
        back={<BackLink href={back}>{questionOf(words, conversation)}</BackLink>}
        title={title}
        below={words.say('commonground.log.text')}
      />
      {conversation.endedEarly ? (
        <Notice>
          <p>{words.say('commonground.log.ended', { day: words.day(conversation.endsOn) })}</p>
        </Notice>
      ) : null}
      {log.length === 0 ? (
        <EmptyState title={words.say('commonground.log.none')} icon="list" />
      ) : (
        <DataTable
          caption={title}
          quietCaption
          columns={[
            { label: words.say('commonground.log.day'), cell: ({ day }: Moderation) => words.day(day) },
            { label: words.say('commonground.log.statement'), cell: said, names: true },
            {
              label: words.say('commonground.log.act'),
              cell: ({ reason }: Moderation) =>
                reason === null
                  ? words.say('commonground.log.letIn')
                  : words.say('commonground.log.declined', { reason: words.say(`commonground.reason.${reason}`) }),
            },
          ]}
          rows={log}
        />
      )}
      <ParkingLog words={words} conversation={conversation} />
      <ModerationRules words={words} />
    </Page>
  );
}

type Moved = ParkingChange & Pick<Parked, 'topics'>;

// words: commonground.parked.parked commonground.parked.moved commonground.parked.taken-out
/** What became of hard topics while people take part. */
function ParkingLog({ words, conversation }: { readonly words: Words; readonly conversation: Conversation }) {
  const moved = conversation.parked
    .flatMap(({ topics, changes = [] }) => changes.map((change) => ({ topics, ...change })))
    .toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
  if (moved.length === 0) return null;
  const title = words.say('commonground.parked.title');
  return (
    <Part title={title}>
      <DataTable
        caption={title}
        quietCaption
        columns={[
          { label: words.say('commonground.log.day'), cell: ({ on }: Moved) => words.day(on) },
          {
            label: words.say('commonground.parked.topic'),
            cell: ({ topics }: Moved) => <Topic {...{ words, conversation, topics }} />,
            names: true,
          },
          {
            label: words.say('commonground.log.act'),
            cell: ({ act, day }: Moved) => words.say(`commonground.parked.${act}`, { day: words.day(day) }),
          },
        ]}
        rows={moved}
      />
    </Part>
  );
}
