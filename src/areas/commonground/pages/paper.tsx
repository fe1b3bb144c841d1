import type { Hono } from 'hono';
import { context, keepNowhere, readForm, typedIn, type Env, type Request } from '../../../platform/http/index.ts';
import { BackLink, Button, Form, ReadersNote, RelatedLinks, TextField } from '../../../ui/index.ts';
import { enterCode } from '../enter-code.ts';
import type { Problem } from '../forms.ts';
import { CONVERSATIONS_PATH, DOOR_PATH } from '../paths.ts';
import { FormPage } from './form-page.tsx';
import { errorAt, joinedBefore, keepCode, type ConversationPages } from './pages.ts';
import { questionOf } from './parts.tsx';

/** `/g`: the address to type from paper; its words lead to the conversation. */
export function addPaperPage(web: Hono<Env>, pages: ConversationPages): void {
  web.get(DOOR_PATH, async (c) => {
    keepNowhere(c);
    return c.html(await paperPage(c, pages, []));
  });
  web.post(DOOR_PATH, async (c) => {
    keepNowhere(c);
    const entered = await enterCode(context(c), typedIn(await readForm(c), 'code'));
    if (!entered.ok) return c.html(await paperPage(c, pages, [{ input: 'code', told: entered.issue }]), 422);
    const { door, code } = entered.value;
    if (code !== null) keepCode(c, pages, { id: door.conversation }, code);
    return c.redirect(`${DOOR_PATH}/${door.token}`, 303);
  });
}

async function paperPage(c: Request, pages: ConversationPages, problems: readonly Problem[]) {
  const { words } = c.var;
  const title = words.say('commonground.paper.title');
  const joined = await joinedBefore(c, pages);
  return (
    <FormPage
      frame={await pages.frame(c)}
      back={<BackLink href={CONVERSATIONS_PATH}>{words.say('commonground.title')}</BackLink>}
      title={title}
      below={words.say('commonground.paper.text')}
      readers="public"
      problems={problems}
    >
      <RelatedLinks
        title={words.say('commonground.paper.joined')}
        links={joined.map(({ href, conversation }) => ({ href, label: questionOf(words, conversation) }))}
      />
      <Form action={DOOR_PATH} label={title}>
        <TextField
          words={words}
          name="code"
          label={words.say('commonground.paper.label')}
          hint={words.say('commonground.paper.hint')}
          error={errorAt(words, problems, 'code')}
          autocomplete="off"
          lang="de"
        />
        <ReadersNote words={words} scope="own">
          {words.say('commonground.paper.readers')}
        </ReadersNote>
        <Button icon="next">{words.say('commonground.paper.go')}</Button>
      </Form>
    </FormPage>
  );
}
