import type { Hono } from 'hono';
import { accountOf } from '../../../plain/actor.ts';
import type { Saying } from '../../../plain/words.ts';
import { context, readForm, type Env } from '../../../platform/http/index.ts';
import { Button, Form, LinkButton, Part, TextField, type Frame } from '../../../ui/index.ts';
import { secondStepForm, signInForm } from '../forms.ts';
import { pathHere } from '../next-page.ts';
import { signIn } from '../sign-in.ts';
import { takeSecondStep } from '../take-second-step.ts';
import { deviceAt, goOn, keepNowhere, type PeoplePages } from './access.ts';
import { problemAt } from './account-fields.tsx';
import { CodeField, FormPage, KeyReaders, problemsWith } from './form-page.tsx';
import { PASSKEY_ISLAND, PasskeySignIn } from './passkey-door.tsx';

const HOME = '/konto';

/** `GET` and `POST /anmelden`, `POST /anmelden/code`. */
export function addSignInPages(web: Hono<Env>, pages: PeoplePages): void {
  const { frame, origin } = pages;
  web.get('/anmelden', async (c) => {
    keepNowhere(c);
    const next = pathHere(c.req.query('weiter'), HOME);
    if (accountOf(c.var.actor) !== null) return c.redirect(next, 303);
    return c.html(<SignInPage frame={await frame(c)} alias="" next={next} problem={null} />);
  });
  web.post('/anmelden', async (c) => {
    keepNowhere(c);
    const typed = signInForm.parse(await readForm(c));
    const next = pathHere(typed.next, HOME);
    const { alias, passphrase } = typed;
    const done = await signIn(context(c), { alias, passphrase, device: deviceAt(c) });
    if (!done.ok)
      return c.html(<SignInPage frame={await frame(c)} alias={alias} next={next} problem={done.issue} />, 422);
    if ('step' in done.value)
      return c.html(<CodePage frame={await frame(c)} step={done.value.step} next={next} problem={null} />);
    return goOn(c, origin, done.value.session, next);
  });
  web.post('/anmelden/code', async (c) => {
    keepNowhere(c);
    const { step, code, ...typed } = secondStepForm.parse(await readForm(c));
    const next = pathHere(typed.next, HOME);
    const done = await takeSecondStep(context(c), { step, code, device: deviceAt(c) });
    if (done.ok) return goOn(c, origin, done.value, next);
    const { told, over } = done.issue;
    const shown = { frame: await frame(c), next, problem: told };
    return c.html(over ? <SignInPage {...shown} alias="" /> : <CodePage {...shown} step={step} />, 422);
  });
}

function SignInPage({
  frame,
  alias,
  next,
  problem,
}: {
  readonly frame: Frame;
  readonly alias: string;
  readonly next: string;
  readonly problem: Saying | null;
}) {
  const { words } = frame;
  const title = words.say('people.signIn.title');
  const problems = problemsWith('alias', problem);
  return (
    <FormPage
      frame={frame}
      title={title}
      below={words.say('people.signIn.text')}
      problems={problems}
      islands={[PASSKEY_ISLAND]}
    >
      <Form action="/anmelden" hidden={{ next }} label={title}>
        <TextField
          words={words}
          name="alias"
          label={words.say('people.account.alias')}
          value={alias}
          error={problemAt(words, problems, 'alias')}
          autocomplete="username"
        />
        <TextField
          words={words}
          name="passphrase"
          kind="password"
          label={words.say('people.passphrase')}
          autocomplete="current-password"
        />
        <KeyReaders words={words} />
        <Button icon="next">{words.say('people.signIn.go')}</Button>
      </Form>
      <PasskeySignIn words={words} next={next} />
      <Part title={words.say('people.signIn.none')}>
        <p>{words.say('people.signIn.none.text')}</p>
      </Part>
      <Part title={words.say('people.signIn.lost')}>
        <p>{words.say('people.signIn.lost.text')}</p>
        <p>
          <LinkButton href="/wiederherstellen" tone="quiet">
            {words.say('people.signIn.lost.go')}
          </LinkButton>
        </p>
      </Part>
    </FormPage>
  );
}

function CodePage({
  frame,
  step,
  next,
  problem,
}: {
  readonly frame: Frame;
  readonly step: string;
  readonly next: string;
  readonly problem: Saying | null;
}) {
  const { words } = frame;
  const problems = problemsWith('code', problem);
  return (
    <FormPage
      frame={frame}
      title={words.say('people.signIn.code.title')}
      below={words.say('people.signIn.code.text')}
      problems={problems}
    >
      <Form action="/anmelden/code" hidden={{ step, next }} label={words.say('people.signIn.code.title')}>
        <CodeField words={words} problems={problems} />
        <KeyReaders words={words} />
        <Button icon="next">{words.say('people.signIn.go')}</Button>
      </Form>
    </FormPage>
  );
}
