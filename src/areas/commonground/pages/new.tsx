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
import { addDays } from '../../../plain/time.ts';
import { saying } from '../../../plain/words.ts';
import { BackLink, Button, Form, ReadersNote, TextArea } from '../../../ui/index.ts';
import { LEAST_SEEDS } from '../conversation.ts';
import { readPlan, readSeeds, type Problem } from '../forms.ts';
import { CONVERSATIONS_PATH } from '../paths.ts';
import { prepareConversation } from '../prepare.ts';
import { LONGEST_STATEMENT } from '../statement.ts';
import { FormPage } from './form-page.tsx';
import { errorAt, today, writtenIn, type ConversationPages } from './pages.ts';
import { PlanFields } from './plan-form.tsx';
import { stewardField, stewardIn, stewardsAt } from './steward-field.tsx';

const PATH = `${CONVERSATIONS_PATH}/neu`;

/** `/gespraeche/neu`: question, days, who comes in, and the first statements. */
export function addNewConversationPage(web: Hono<Env>, pages: ConversationPages): void {
  web.get(PATH, async (c) => {
    const typed = { entry: 'link', opensOn: today(c), endsOn: addDays(today(c), 14) };
    return c.html(await newPage(c, pages, typed, []));
  });
  web.post(PATH, async (c) => {
    stewardsAt(c);
    const typed = await readForm(c);
    const steward = stewardIn(c, typed);
    const plan = readPlan(typed, writtenIn(c.var.words));
    const seeds = readSeeds(typed);
    if (!plan.ok || !seeds.ok) {
      const problems = [...(plan.ok ? [] : plan.issue), ...(seeds.ok ? [] : seeds.issue)];
      return c.html(await newPage(c, pages, typed, problems), 422);
    }
    const id = await prepareConversation(context(c), pages, { plan: { ...plan.value, steward }, seeds: seeds.value });
    leaveNotice(c, saying('commonground.new.done'));
    return c.redirect(`${CONVERSATIONS_PATH}/${id}`, 303);
  });
}

async function newPage(c: Request, pages: ConversationPages, typed: FormFields, problems: readonly Problem[]) {
  const { words } = c.var;
  const title = words.say('commonground.new.title');
  return (
    <FormPage
      frame={await pages.frame(c)}
      back={<BackLink href={CONVERSATIONS_PATH}>{words.say('commonground.title')}</BackLink>}
      title={title}
      below={words.say('commonground.new.text')}
      readers="self"
      problems={problems}
    >
      <Form action={PATH} label={title}>
        {await stewardField(c, pages, typed)}
        <PlanFields {...{ words, typed, problems }} language={writtenIn(words)}>
          <TextArea
            words={words}
            name="seeds"
            label={words.say('commonground.form.seeds')}
            hint={words.say('commonground.form.seeds.hint', { least: LEAST_SEEDS, most: LONGEST_STATEMENT })}
            value={typedIn(typed, 'seeds')}
            error={errorAt(words, problems, 'seeds')}
            rows={8}
          />
        </PlanFields>
        <ReadersNote words={words} scope="own">
          {words.say('commonground.form.readers')}
        </ReadersNote>
        <Button>{words.say('commonground.new.go')}</Button>
      </Form>
    </FormPage>
  );
}
