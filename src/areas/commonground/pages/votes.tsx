import type { Hono } from 'hono';
import type { Answer } from '../../../engines/opinion/index.ts';
import type { Env } from '../../../platform/http/index.ts';
import { BackLink, DataTable, EmptyState, Page, PageTitle } from '../../../ui/index.ts';
import { nameOf } from '../ballot.ts';
import { phaseOn } from '../conversation.ts';
import { DOOR_PATH } from '../paths.ts';
import type { Statement } from '../statement.ts';
import { findStatementsInside } from '../store-statement.ts';
import { joinedAt } from './door.tsx';
import { today, type ConversationPages } from './pages.ts';
import { Question, SaidText } from './parts.tsx';

// words: commonground.answer.*
/** `/g/:token/stimmen`: one's own answers on this device; each leads to where it is changed or taken back. */
export function addVotesPage(web: Hono<Env>, pages: ConversationPages): void {
  web.get(`${DOOR_PATH}/:token/stimmen`, async (c) => {
    const { words } = c.var;
    const { conversation, path, mark, answers } = await joinedAt(c, pages);
    if (mark === null) return c.redirect(path, 303);
    const statements = await c.var.read.db.read((db) => findStatementsInside(db, conversation.id));
    const answered = statements.flatMap((statement) => {
      const answer = answers[statement.id];
      return answer === undefined ? [] : [{ statement, answer }];
    });
    const isOpen = phaseOn(conversation, today(c)) === 'open';
    const title = words.say('commonground.votes.title');
    return c.html(
      <Page frame={await pages.frame(c)} title={title} noindex readers="self">
        <PageTitle
          back={<BackLink href={path}>{words.say('commonground.vote.back')}</BackLink>}
          above={<Question words={words} conversation={conversation} />}
          title={title}
          below={words.say('commonground.votes.text')}
        />
        {answered.length === 0 ? <EmptyState title={words.say('commonground.votes.none')} icon="list" /> : null}
        {answered.length === 0 ? null : (
          <DataTable
            caption={title}
            quietCaption
            columns={[
              {
                label: words.say('commonground.log.statement'),
                cell: ({ statement }: Answered) => {
                  const text = <SaidText words={words} statement={statement} />;
                  return isOpen ? <a href={`${path}/aussage?id=${statement.id}&back=stimmen`}>{text}</a> : text;
                },
                names: true,
              },
              {
                label: words.say('commonground.votes.answer'),
                cell: ({ answer }: Answered) => words.say(`commonground.answer.${nameOf(answer)}`),
              },
            ]}
            rows={answered}
          />
        )}
      </Page>,
    );
  });
}

interface Answered {
  readonly statement: Statement;
  readonly answer: Answer;
}
