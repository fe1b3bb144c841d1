import type { Hono } from 'hono';
import { context, readForm, type Env, type Request } from '../../../platform/http/index.ts';
import { Button, ErrorSummary, Form, Page, PageTitle, ReadersNote, TextField, type Frame } from '../../../ui/index.ts';
import { enterCode } from '../enter-code.ts';
import { codeForm } from '../forms.ts';
import { CODE_WORDS } from '../print-letter.ts';
import { keepPrivate, type FreshnessPages } from './access.ts';

/** `/bestaetigen`: the words of a letter, typed on whatever is at hand. */
export function addCodePages(web: Hono<Env>, pages: FreshnessPages): void {
  const answer = async (c: Request, error?: string) => <CodePage frame={await pages.frame(c)} error={error} />;
  web.get('/bestaetigen', async (c) => {
    keepPrivate(c);
    return c.html(await answer(c));
  });
  web.post('/bestaetigen', async (c) => {
    keepPrivate(c);
    const form = codeForm.safeParse(await readForm(c));
    const entered = await enterCode(context(c), pages, form.success ? form.data.code : '');
    if (entered.ok) return c.redirect(`/bestaetigen/${entered.value}`, 303);
    const isSlowed = entered.issue.key === 'freshness.code.wait';
    // The code is not put into the page again: a screen is looked at by others too.
    return c.html(await answer(c, c.var.words.tell(entered.issue)), isSlowed ? 429 : 422);
  });
}

function CodePage({ frame, error }: { readonly frame: Frame; readonly error: string | undefined }) {
  const { words } = frame;
  const isFaulty = error !== undefined;
  return (
    <Page frame={frame} title={words.say('freshness.code.title')} noindex faulty={isFaulty}>
      <PageTitle
        title={words.say('freshness.code.title')}
        below={words.say('freshness.code.text', { count: CODE_WORDS })}
      />
      <ErrorSummary words={words} errors={error === undefined ? [] : [{ field: 'code', text: error }]} />
      <Form action="/bestaetigen" label={words.say('freshness.code.title')}>
        <TextField
          words={words}
          name="code"
          label={words.say('freshness.code.label')}
          hint={words.say('freshness.code.hint')}
          autocomplete="off"
          lang="de"
          error={error}
        />
        <ReadersNote words={words} scope="own">
          {words.say('freshness.code.readers')}
        </ReadersNote>
        <Button icon="next">{words.say('freshness.code.go')}</Button>
      </Form>
    </Page>
  );
}
