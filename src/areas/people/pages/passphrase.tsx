import type { Hono } from 'hono';
import { saying } from '../../../plain/words.ts';
import { context, leaveNotice, readForm, type Env } from '../../../platform/http/index.ts';
import { Button, Form, ReadersNote, type Frame } from '../../../ui/index.ts';
import type { FieldProblem } from '../account.ts';
import { changePassphrase } from '../change-passphrase.ts';
import { passphraseForm } from '../forms.ts';
import { showAccount } from '../show-account.ts';
import type { OwnAccount } from '../store-account.ts';
import { accountAt, deviceAt, enter, keepNowhere, type PeoplePages } from './access.ts';
import { NewPassphraseFields } from './account-fields.tsx';
import { FormPage, PresentField, toAccount } from './form-page.tsx';

/** `/konto/passphrase`: a new passphrase, with the present one. */
export function addPassphrasePages(web: Hono<Env>, { frame, origin }: PeoplePages): void {
  web.get('/konto/passphrase', async (c) => {
    keepNowhere(c);
    const { own } = await showAccount(c.var.read, accountAt(c));
    return c.html(<PassphrasePage frame={await frame(c)} own={own} problems={[]} />);
  });
  web.post('/konto/passphrase', async (c) => {
    keepNowhere(c);
    const shown = await frame(c);
    const { own } = await showAccount(c.var.read, accountAt(c));
    const typed = passphraseForm.parse(await readForm(c));
    const done = await changePassphrase(context(c), { ...typed, site: shown.site, device: deviceAt(c) });
    if (!done.ok) return c.html(<PassphrasePage frame={shown} own={own} problems={done.issue} />, 422);
    enter(c, origin, done.value);
    leaveNotice(c, saying('people.passphrase.changed'));
    return c.redirect('/konto', 303);
  });
}

function PassphrasePage({
  frame,
  own,
  problems,
}: {
  readonly frame: Frame;
  readonly own: OwnAccount;
  readonly problems: readonly FieldProblem[];
}) {
  const { words } = frame;
  const title = words.say(own.hasPassphrase ? 'people.passphrase.change' : 'people.passphrase.set');
  return (
    <FormPage
      frame={frame}
      title={title}
      below={words.say('people.passphrase.change.text')}
      back={toAccount(words)}
      isOwn
      problems={problems}
    >
      <Form action="/konto/passphrase" label={title}>
        {own.hasPassphrase ? <PresentField words={words} problems={problems} /> : null}
        <NewPassphraseFields words={words} problems={problems} />
        <ReadersNote words={words} scope="own">
          {words.say('people.passphrase.readers')}
        </ReadersNote>
        <Button>{title}</Button>
      </Form>
    </FormPage>
  );
}
