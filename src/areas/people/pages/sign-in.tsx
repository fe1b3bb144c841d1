import type { Hono } from 'hono';
import { accountOf } from '../../../plain/actor.ts';
import type { Saying } from '../../../plain/words.ts';
import { saying } from '../../../plain/words.ts';
import { context, leaveNotice, readForm, type Env, type Request } from '../../../platform/http/index.ts';
import {
  Button,
  ErrorSummary,
  Form,
  LinkButton,
  Page,
  PageTitle,
  Part,
  ReadersNote,
  TextField,
  type Frame,
} from '../../../ui/index.ts';
import { secondStepForm, signInForm } from '../forms.ts';
import { pathHere } from '../next-page.ts';
import { signIn } from '../sign-in.ts';
import { takeSecondStep } from '../take-second-step.ts';
import { deviceAt, enter, keepNowhere, type PeoplePages } from './access.ts';
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
    enter(c, origin, done.value.session);
    return goOn(c, next);
  });
  web.post('/anmelden/code', async (c) => {
    keepNowhere(c);
    const { step, code, ...typed } = secondStepForm.parse(await readForm(c));
    const next = pathHere(typed.next, HOME);
    const done = await takeSecondStep(context(c), { step, code, device: deviceAt(c) });
    if (done.ok) {
      enter(c, origin, done.value);
      return goOn(c, next);
    }
    const { told, over } = done.issue;
    const shown = { frame: await frame(c), next, problem: told };
    return c.html(over ? <SignInPage {...shown} alias="" /> : <CodePage {...shown} step={step} />, 422);
  });
}

function goOn(c: Request, next: string) {
  leaveNotice(c, saying('people.signIn.welcome'));
  return c.redirect(next, 303);
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
  const errors = problem === null ? [] : [{ field: 'alias', text: words.tell(problem) }];
  return (
    <Page
      frame={frame}
      title={words.say('people.signIn.title')}
      noindex
      faulty={problem !== null}
      islands={problem === null ? [PASSKEY_ISLAND] : [PASSKEY_ISLAND, 'error-focus']}
    >
      <PageTitle title={words.say('people.signIn.title')} below={words.say('people.signIn.text')} />
      <ErrorSummary words={words} errors={errors} />
      <Form action="/anmelden" hidden={{ next }} label={words.say('people.signIn.title')}>
        <TextField
          words={words}
          name="alias"
          label={words.say('people.account.alias')}
          value={alias}
          error={errors[0]?.text}
          autocomplete="username"
        />
        <TextField
          words={words}
          name="passphrase"
          kind="password"
          label={words.say('people.passphrase')}
          autocomplete="current-password"
        />
        <ReadersNote words={words} scope="own">
          {words.say('people.signIn.readers')}
        </ReadersNote>
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
    </Page>
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
  const errors = problem === null ? [] : [{ field: 'code', text: words.tell(problem) }];
  return (
    <Page
      frame={frame}
      title={words.say('people.signIn.code.title')}
      noindex
      faulty={problem !== null}
      islands={problem === null ? [] : ['error-focus']}
    >
      <PageTitle title={words.say('people.signIn.code.title')} below={words.say('people.signIn.code.text')} />
      <ErrorSummary words={words} errors={errors} />
      <Form action="/anmelden/code" hidden={{ step, next }} label={words.say('people.signIn.code.title')}>
        <TextField
          words={words}
          name="code"
          label={words.say('people.signIn.code')}
          hint={words.say('people.signIn.code.hint')}
          error={errors[0]?.text}
          autocomplete="one-time-code"
          width="short"
        />
        <ReadersNote words={words} scope="own">
          {words.say('people.signIn.readers')}
        </ReadersNote>
        <Button icon="next">{words.say('people.signIn.go')}</Button>
      </Form>
    </Page>
  );
}
