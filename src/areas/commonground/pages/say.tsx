import type { Hono } from 'hono';
import {
  context,
  leaveNotice,
  readForm,
  typedIn,
  type Env,
  type FormFields,
  type Request,
} from '../../../platform/http/index.ts';
import { saying } from '../../../plain/words.ts';
import {
  BackLink,
  Button,
  Buttons,
  Form,
  LinkButton,
  Notice,
  ReadersNote,
  TextField,
  type Frame,
} from '../../../ui/index.ts';
import { phaseOn, type Conversation } from '../conversation.ts';
import { readLanguage, readStatement, type Problem } from '../forms.ts';
import { DOOR_PATH } from '../paths.ts';
import { sayStatement } from '../say-statement.ts';
import { LONGEST_STATEMENT, type Statement } from '../statement.ts';
import { joinedAt, markAt } from './door.tsx';
import { FormPage } from './form-page.tsx';
import { errorAt, today, writtenIn, type ConversationPages } from './pages.ts';
import { LanguageField, ModerationRules, Question, StatementText } from './parts.tsx';

const PATH = `${DOOR_PATH}/:token/neu`;

/** `/g/:token/neu`: a statement of one's own; first what says much the same. */
export function addSayPage(web: Hono<Env>, pages: ConversationPages): void {
  const page = async (c: Request, typed: FormFields, problems: readonly Problem[], alike: readonly Statement[]) => {
    const { words } = c.var;
    const { conversation, path } = await joinedAt(c, pages);
    const own = writtenIn(words);
    const choices = [...new Set([...conversation.languages, own])];
    const title = words.say('commonground.say.title');
    return (
      <FormPage
        frame={await pages.frame(c)}
        back={<BackLink href={`${path}/aussage`}>{words.say('commonground.say.back')}</BackLink>}
        above={<Question words={words} conversation={conversation} />}
        title={title}
        below={words.say('commonground.say.text')}
        readers="self"
        problems={problems}
      >
        {alike.length === 0 ? null : (
          <Notice tone="look" title={words.say('commonground.say.alike')}>
            <ul>
              {alike.map((statement) => (
                <li>
                  <a href={`${path}/aussage?id=${statement.id}`}>
                    <StatementText words={words} statement={statement} />
                  </a>
                </li>
              ))}
            </ul>
          </Notice>
        )}
        <Form
          action={`${path}/neu`}
          label={title}
          hidden={alike.length === 0 ? undefined : { sure: typedIn(typed, 'text') }}
        >
          <TextField
            words={words}
            name="text"
            label={words.say('commonground.say.label')}
            hint={words.say('commonground.say.hint', { most: LONGEST_STATEMENT })}
            value={typedIn(typed, 'text')}
            error={errorAt(words, problems, 'text')}
          />
          {choices.length === 1 ? null : (
            <LanguageField
              {...{ words, choices }}
              label={words.say('commonground.say.language')}
              value={readLanguage(typed, own)}
            />
          )}
          <ReadersNote words={words} scope={conversation.isPublic ? 'public' : 'own'}>
            {words.say('commonground.say.readers')}
          </ReadersNote>
          <Buttons>
            <Button>{words.say(alike.length === 0 ? 'commonground.say.go' : 'commonground.say.goAnyway')}</Button>
            <LinkButton tone="quiet" href={`${path}/aussage`}>
              {words.say('commonground.say.back')}
            </LinkButton>
          </Buttons>
        </Form>
        <ModerationRules words={words} />
      </FormPage>
    );
  };
  web.get(PATH, async (c) => {
    const { conversation, path, mark } = await joinedAt(c, pages);
    if (mark === null || phaseOn(conversation, today(c)) !== 'open') return c.redirect(path, 303);
    return c.html(await page(c, {}, [], []));
  });
  web.post(PATH, async (c) => {
    const { conversation, path, mark } = await markAt(c, pages);
    const typed = await readForm(c);
    if (phaseOn(conversation, today(c)) === 'ended') {
      const frame = await pages.frame(c);
      return c.html(<TooLate {...{ frame, conversation, path }} text={typedIn(typed, 'text')} />, 403);
    }
    const text = readStatement(typed);
    if (!text.ok) return c.html(await page(c, typed, [text.issue], []), 422);
    const isSure = typedIn(typed, 'sure') === typedIn(typed, 'text');
    const language = readLanguage(typed, writtenIn(c.var.words));
    const said = await sayStatement(context(c), conversation, { mark, text: text.value, language, isSure });
    if (said.ok) {
      leaveNotice(c, saying('commonground.say.done'));
      return c.redirect(`${path}/aussage`, 303);
    }
    if ('told' in said.issue) return c.html(await page(c, typed, [{ input: 'text', told: said.issue.told }], []), 422);
    return c.html(await page(c, typed, [], said.issue.alike), 422);
  });
}

/** It has ended while somebody wrote: the words come back, and nothing is asked. */
function TooLate({
  frame,
  conversation,
  path,
  text,
}: {
  readonly frame: Frame;
  readonly conversation: Conversation;
  readonly path: string;
  readonly text: string;
}) {
  const { words } = frame;
  return (
    <FormPage
      frame={frame}
      back={<BackLink href={path}>{words.say('commonground.vote.back')}</BackLink>}
      above={<Question words={words} conversation={conversation} />}
      title={words.say('commonground.say.title')}
      readers="self"
      problems={[]}
    >
      <Notice title={words.say('commonground.join.ended', { day: words.day(conversation.endsOn) })}>
        <p>
          {words.say('commonground.say.label')}: <bdi>{text}</bdi>
        </p>
      </Notice>
    </FormPage>
  );
}
