import type { Hono } from 'hono';
import { saying } from '../../../plain/words.ts';
import { context, leaveNotice, readForm, type Env } from '../../../platform/http/index.ts';
import { Button, Form, ReadersNote, SelectField, TextField, type Frame } from '../../../ui/index.ts';
import { UNLIKE_A_NAME, type FieldProblem } from '../account.ts';
import { changeDetails } from '../change-details.ts';
import { detailsForm } from '../forms.ts';
import { showAccount } from '../show-account.ts';
import { accountAt, keepNowhere, type PeoplePages } from './access.ts';
import { problemAt } from './account-fields.tsx';
import { FormPage, toAccount } from './form-page.tsx';

interface Details {
  readonly alias: string;
  readonly language: string;
  readonly mail: string;
}

/** `/konto/angaben`: alias, language and mail address. */
export function addDetailsPages(web: Hono<Env>, { frame }: PeoplePages): void {
  web.get('/konto/angaben', async (c) => {
    keepNowhere(c);
    const { own } = await showAccount(c.var.read, accountAt(c));
    return c.html(<DetailsPage frame={await frame(c)} typed={{ ...own, mail: own.mail ?? '' }} problems={[]} />);
  });
  web.post('/konto/angaben', async (c) => {
    keepNowhere(c);
    const shown = await frame(c);
    const typed = detailsForm.parse(await readForm(c));
    const { own } = await showAccount(c.var.read, accountAt(c));
    const language = shown.languages.some(({ code }) => code === typed.language) ? typed.language : own.language;
    const done = await changeDetails(context(c), { ...typed, language });
    if (!done.ok) return c.html(<DetailsPage frame={shown} typed={typed} problems={done.issue} />, 422);
    leaveNotice(c, saying('people.account.details.changed'));
    return c.redirect('/konto', 303);
  });
}

function DetailsPage({
  frame,
  typed,
  problems,
}: {
  readonly frame: Frame;
  readonly typed: Details;
  readonly problems: readonly FieldProblem[];
}) {
  const { words, languages } = frame;
  const title = words.say('people.account.details');
  return (
    <FormPage frame={frame} title={title} back={toAccount(words)} isOwn problems={problems}>
      <Form action="/konto/angaben" label={title}>
        <TextField
          words={words}
          name="alias"
          label={words.say('people.account.alias')}
          hint={words.say('people.account.alias.change.hint')}
          value={typed.alias}
          error={problemAt(words, problems, 'alias')}
          doubt={{ unlike: UNLIKE_A_NAME, text: words.say('people.account.alias.soundsReal') }}
          autocomplete="username"
        />
        <SelectField
          words={words}
          name="language"
          label={words.say('people.account.language')}
          hint={words.say('people.account.language.hint')}
          choices={languages.map(({ code, ownName }) => ({ value: code, label: ownName }))}
          value={typed.language}
          empty={null}
        />
        <TextField
          words={words}
          name="mail"
          kind="email"
          optional
          label={words.say('people.account.mail')}
          hint={words.say('people.account.mail.hint')}
          value={typed.mail}
          error={problemAt(words, problems, 'mail')}
          autocomplete="email"
        />
        <ReadersNote words={words} scope="own">
          {words.say('people.account.readers')}
        </ReadersNote>
        <Button>{words.say('people.account.save')}</Button>
      </Form>
    </FormPage>
  );
}
