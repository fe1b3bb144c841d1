import type { Hono } from 'hono';
import { context, idAt, leaveNotice, type Env, type Request } from '../../../platform/http/index.ts';
import type { Reader } from '../../../platform/database/index.ts';
import { saying } from '../../../plain/words.ts';
import {
  BackLink,
  Button,
  Buttons,
  Facts,
  Form,
  LinkButton,
  Page,
  PageTitle,
  RelatedLinks,
} from '../../../ui/index.ts';
import { beginConversation } from '../begin.ts';
import { phaseOn, type Conversation } from '../conversation.ts';
import { dropConversation } from '../drop.ts';
import { endConversation } from '../end.ts';
import { may } from '../may.ts';
import { CONVERSATIONS_PATH, DOOR_PATH } from '../paths.ts';
import { takeStand } from '../take-stand.ts';
import { countBallots } from '../store-ballot.ts';
import { countCodes, findDoor, findDoorInside } from '../store-door.ts';
import { findStatements } from '../store-statement.ts';
import { findStands } from '../store-stand.ts';
import { conversationAt, keptAt, pageReaders, today, type ConversationPages } from './pages.ts';
import { daysOf, Question, questionOf, SaysParts, TakenFromPart } from './parts.tsx';
import { stewardName } from './steward-field.tsx';
import { StewardPart } from './steward-part.tsx';

const PATH = `${CONVERSATIONS_PATH}/:id`;

// words: commonground.phase.*
/** `/gespraeche/:id`: what it is about; for whoever looks after it also what is to be done. */
export function addConversationPage(web: Hono<Env>, pages: ConversationPages): void {
  web.get(PATH, async (c) => {
    const { words } = c.var;
    const { conversation, isSteward, isKept } = await conversationAt(c);
    const phase = phaseOn(conversation, today(c));
    const { door, stands, statements, codes, people, names } = await c.var.read.db.read(async (db) => ({
      door: await doorFor(db, c, conversation, isSteward),
      stands: await findStands(db, conversation.id),
      statements: await findStatements(db, conversation.id),
      codes: isKept ? await countCodes(db, conversation.id) : 0,
      people: isKept ? await countBallots(db, conversation.id) : 0,
      names: await pages.namesOf(db, conversation.steward === null ? [] : [conversation.steward], words),
    }));
    const path = `${CONVERSATIONS_PATH}/${conversation.id}`;
    return c.html(
      <Page
        frame={await pages.frame(c)}
        title={questionOf(words, conversation)}
        noindex={!conversation.isPublic}
        readers={pageReaders(conversation)}
      >
        <PageTitle
          back={<BackLink href={CONVERSATIONS_PATH}>{words.say('commonground.title')}</BackLink>}
          above={words.say(`commonground.phase.${conversation.takenFrom === null ? phase : 'archived'}`)}
          title={<Question words={words} conversation={conversation} />}
        />
        {door === null || phase !== 'open' ? null : (
          <Buttons>
            <LinkButton icon="next" href={door}>
              {words.say('commonground.join.toDoor')}
            </LinkButton>
          </Buttons>
        )}
        {stands.length === 0 ? null : (
          <Buttons>
            <LinkButton tone={phase === 'open' ? 'quiet' : 'main'} icon="list" href={`${path}/ergebnis`}>
              {words.say('commonground.result.title')}
            </LinkButton>
          </Buttons>
        )}
        {isKept ? (
          <StewardPart
            {...{ words, conversation, path, statements, codes, people }}
            phase={phase}
            counted={stands[0]?.result.participants ?? null}
            isOver={stands[0]?.isLast === true}
          />
        ) : null}
        <Facts
          facts={[
            {
              term: words.say('commonground.facts.steward'),
              value: <bdi>{stewardName(words, names, conversation.steward)}</bdi>,
            },
            {
              term: words.say('commonground.facts.days'),
              value: daysOf(words, conversation),
            },
            ...(conversation.takenFrom === null
              ? [
                  {
                    term: words.say('commonground.form.entry'),
                    value: words.say(`commonground.entry.${conversation.entry}`),
                  },
                ]
              : []),
            {
              term: words.say('commonground.facts.languages'),
              value: words.list(conversation.languages.map((code) => words.languageName(code))),
            },
          ]}
        />
        <SaysParts words={words} conversation={conversation} />
        <TakenFromPart words={words} conversation={conversation} />
        {isSteward && !isKept ? (
          <Form action={`${path}/verwerfen`} label={words.say('commonground.drop.go')}>
            <p>{words.say('commonground.takeIn.drop')}</p>
            <Button tone="end">{words.say('commonground.drop.go')}</Button>
          </Form>
        ) : null}
        {conversation.takenFrom === null ? (
          <RelatedLinks
            title={words.say('commonground.more')}
            links={[{ href: `${path}/protokoll`, label: words.say('commonground.log.title') }]}
          />
        ) : null}
      </Page>,
    );
  });
  web.post(`${PATH}/beginnen`, async (c) => {
    const { id } = await keptAt(c);
    const begun = await beginConversation(context(c), id);
    leaveNotice(c, begun.ok ? saying('commonground.begin.done') : begun.issue);
    return c.redirect(`${CONVERSATIONS_PATH}/${id}`, 303);
  });
  web.post(`${PATH}/verwerfen`, async (c) => {
    await dropConversation(context(c), idAt(c));
    leaveNotice(c, saying('commonground.drop.done'));
    return c.redirect(CONVERSATIONS_PATH, 303);
  });
  web.post(`${PATH}/beenden`, async (c) => {
    const { id } = await keptAt(c);
    await endConversation(context(c), id);
    leaveNotice(c, saying('commonground.end.done'));
    return c.redirect(`${CONVERSATIONS_PATH}/${id}`, 303);
  });
  web.post(`${PATH}/stand`, async (c) => {
    const { id } = await keptAt(c);
    const taken = await takeStand(context(c), id);
    leaveNotice(c, taken.ok ? saying('commonground.stand.done') : taken.issue);
    return c.redirect(`${CONVERSATIONS_PATH}/${id}${taken.ok ? '/ergebnis' : ''}`, 303);
  });
}

/** Where this reader can join from here: nothing that is not public has its link on a page. */
async function doorFor(db: Reader, c: Request, conversation: Conversation, isSteward: boolean): Promise<string | null> {
  const { id, entry, isPublic } = conversation;
  const isAsked = may.join(c.var.actor, { entry, phase: 'open' }) === true;
  const token = isSteward ? await findDoor(db, id) : isPublic && isAsked ? await findDoorInside(db, id) : null;
  return token === null ? null : `${DOOR_PATH}/${token}`;
}
