import type { Hono } from 'hono';
import type { Env } from '../../../platform/http/index.ts';
import { Buttons, Chip, EmptyState, LinkButton, Page, PageTitle, Part, Row, Rows } from '../../../ui/index.ts';
import { isStewardOf, phaseOn, type Conversation } from '../conversation.ts';
import { CONVERSATIONS_PATH, DOOR_PATH, TAKE_IN_PATH } from '../paths.ts';
import { findConversations } from '../store.ts';
import { stewardsOf, today, type ConversationPages } from './pages.ts';
import { daysOf, Question, sayOf } from './parts.tsx';

// words: commonground.phase.*
/** `/gespraeche`: what everybody may look at, and first what one looks after oneself. */
export function addConversationListPage(web: Hono<Env>, pages: ConversationPages): void {
  web.get(CONVERSATIONS_PATH, async (c) => {
    const { words, actor } = c.var;
    const all = await c.var.read.db.read((db) => findConversations(db));
    const own = all.filter(({ steward }) => isStewardOf(actor, steward));
    const others = all.filter(({ steward }) => !isStewardOf(actor, steward));
    const title = words.say('commonground.title');
    const rows = (label: string, conversations: readonly Conversation[]) => (
      <Rows label={label}>
        {conversations.map((each) => (
          <Row
            href={`${CONVERSATIONS_PATH}/${each.id}`}
            title={<Question words={words} conversation={each} />}
            why={daysOf(words, each)}
            beside={
              <Chip>
                {words.say(`commonground.phase.${each.takenFrom === null ? phaseOn(each, today(c)) : 'archived'}`)}
              </Chip>
            }
          >
            {sayOf(words, each, 'purpose')?.text.split('\n')[0]}
          </Row>
        ))}
      </Rows>
    );
    return c.html(
      <Page frame={await pages.frame(c)} title={title}>
        <PageTitle title={title} below={words.say('commonground.list.text')} />
        <Buttons>
          {stewardsOf(c).length === 0 ? null : (
            <>
              <LinkButton icon="plus" href={`${CONVERSATIONS_PATH}/neu`}>
                {words.say('commonground.new.title')}
              </LinkButton>
              <LinkButton tone="quiet" href={TAKE_IN_PATH}>
                {words.say('commonground.takeIn.title')}
              </LinkButton>
            </>
          )}
          <LinkButton tone="quiet" icon="next" href={DOOR_PATH}>
            {words.say('commonground.paper.title')}
          </LinkButton>
        </Buttons>
        {own.length === 0 ? null : (
          <Part title={words.say('commonground.list.own')}>{rows(words.say('commonground.list.own'), own)}</Part>
        )}
        {own.length > 0 && others.length === 0 ? null : (
          <Part title={words.say('commonground.list.public')}>
            {others.length === 0 ? (
              <EmptyState title={words.say('commonground.list.none')} icon="list" />
            ) : (
              rows(words.say('commonground.list.public'), others)
            )}
          </Part>
        )}
      </Page>,
    );
  });
}
