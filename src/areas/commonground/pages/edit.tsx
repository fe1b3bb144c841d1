import type { Hono } from 'hono';
import {
  context,
  leaveNotice,
  readForm,
  type Env,
  type FormFields,
  type Request,
} from '../../../platform/http/index.ts';
import { saying } from '../../../plain/words.ts';
import { BackLink, Button, Form } from '../../../ui/index.ts';
import { changeConversation } from '../change.ts';
import { SPOKEN, type Conversation } from '../conversation.ts';
import { readPlan, sayInput, type Problem } from '../forms.ts';
import { CONVERSATIONS_PATH } from '../paths.ts';
import { notYetSaid } from '../say-later.ts';
import { FormPage } from './form-page.tsx';
import { keptAt, stewardReaders, today, type ConversationPages } from './pages.ts';
import { questionOf, WritingReaders } from './parts.tsx';
import { PlanFields, typedPlan } from './plan-form.tsx';

const PATH = `${CONVERSATIONS_PATH}/:id/bearbeiten`;

/** `/gespraeche/:id/bearbeiten`: all of it before the beginning; its end, the parking place and what is missing in a language after. */
export function addEditConversationPage(web: Hono<Env>, pages: ConversationPages): void {
  const page = async (c: Request, typed: FormFields | null, problems: readonly Problem[]) => {
    const { words } = c.var;
    const conversation = await keptAt(c);
    const path = `${CONVERSATIONS_PATH}/${conversation.id}`;
    const title = words.say('commonground.edit.title');
    return (
      <FormPage
        frame={await pages.frame(c)}
        back={<BackLink href={path}>{questionOf(words, conversation)}</BackLink>}
        title={title}
        below={conversation.begunOn === null ? undefined : words.say('commonground.edit.running')}
        readers={stewardReaders(conversation)}
        problems={problems}
      >
        <Form action={`${path}/bearbeiten`} label={title}>
          <PlanFields
            {...{ words, problems }}
            typed={typed ?? typedPlan(conversation)}
            language={conversation.languages[0] ?? 'de'}
            running={conversation.begunOn === null ? null : conversation}
          />
          <WritingReaders words={words} conversation={conversation} />
          <Button>{words.say('commonground.edit.go')}</Button>
        </Form>
      </FormPage>
    );
  };
  web.get(PATH, async (c) => c.html(await page(c, null, [])));
  web.post(PATH, async (c) => {
    const conversation = await keptAt(c);
    const typed = await readForm(c);
    // What can no longer change is not in the form: it is read from what is there.
    const hasBegun = conversation.begunOn !== null;
    const whole = hasBegun ? { ...typedPlan(conversation), ...changeableIn(typed, conversation) } : typed;
    const plan = readPlan(whole, conversation.languages[0] ?? 'de', hasBegun ? today(c) : null);
    if (!plan.ok) return c.html(await page(c, typed, plan.issue), 422);
    await changeConversation(context(c), conversation.id, plan.value);
    leaveNotice(c, saying('commonground.edit.done'));
    return c.redirect(`${CONVERSATIONS_PATH}/${conversation.id}`, 303);
  });
}

/** What the short form sends: the end, the parking places, also the emptied ones, and what was not yet said in a language. */
function changeableIn(typed: FormFields, conversation: Conversation): FormFields {
  const missing = SPOKEN.flatMap((code) => notYetSaid(conversation, code).map((field) => sayInput(field, code)));
  const kept = Object.entries(typed).filter(
    ([name]) => name === 'endsOn' || name.startsWith('topic') || missing.includes(name),
  );
  return Object.fromEntries(kept);
}
