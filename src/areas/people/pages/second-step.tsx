import type { Hono } from 'hono';
import { saying, type Saying } from '../../../plain/words.ts';
import { context, leaveNotice, readForm, type Env, type Request } from '../../../platform/http/index.ts';
import {
  BackLink,
  Button,
  ErrorSummary,
  Form,
  Page,
  PageTitle,
  Part,
  QrCode,
  ReadersNote,
  TextField,
  type Frame,
} from '../../../ui/index.ts';
import { codeForm, presentForm } from '../forms.ts';
import { prepareSecondStep } from '../prepare-second-step.ts';
import { showSecondStep, type ShownSecondStep } from '../show-second-step.ts';
import { switchSecondStep } from '../switch-second-step.ts';
import { accountAt, keepNowhere, type PeoplePages } from './access.ts';

const PATH = '/konto/zweiter-schritt';

/** `/konto/zweiter-schritt`: preparing, switching on and off. */
export function addSecondStepPages(web: Hono<Env>, { frame }: PeoplePages): void {
  const show = async (c: Request, problem: Saying | null) => {
    keepNowhere(c);
    const shown = await frame(c);
    const state = await showSecondStep(c.var.read, accountAt(c), shown.site);
    return c.html(<SecondStepPage frame={shown} state={state} problem={problem} />, problem === null ? 200 : 422);
  };
  web.get(PATH, (c) => show(c, null));
  web.post(PATH, async (c) => {
    const done = await prepareSecondStep(context(c), presentForm.parse(await readForm(c)).present);
    return done.ok ? c.redirect(PATH, 303) : show(c, done.issue);
  });
  web.post(`${PATH}/an`, async (c) => {
    const done = await switchSecondStep(context(c), { to: 'on', code: codeForm.parse(await readForm(c)).code });
    if (!done.ok) return show(c, done.issue);
    leaveNotice(c, saying('people.secondStep.isOn'));
    return c.redirect('/konto', 303);
  });
  web.post(`${PATH}/aus`, async (c) => {
    const done = await switchSecondStep(context(c), { to: 'off', code: codeForm.parse(await readForm(c)).code });
    if (!done.ok) return show(c, done.issue);
    leaveNotice(c, saying('people.secondStep.isOff'));
    return c.redirect('/konto', 303);
  });
}

function SecondStepPage({
  frame,
  state,
  problem,
}: {
  readonly frame: Frame;
  readonly state: ShownSecondStep;
  readonly problem: Saying | null;
}) {
  const { words } = frame;
  const error = problem === null ? null : words.tell(problem);
  const field = state.kind === 'off' ? 'present' : 'code';
  return (
    <Page
      frame={frame}
      title={words.say('people.secondStep.title')}
      noindex
      readers="self"
      faulty={error !== null}
      islands={error === null ? [] : ['error-focus']}
    >
      <PageTitle
        back={<BackLink href="/konto">{words.say('people.account.title')}</BackLink>}
        title={words.say('people.secondStep.title')}
        below={words.say('people.secondStep.text')}
      />
      <ErrorSummary words={words} errors={error === null ? [] : [{ field, text: error }]} />
      <StateOf frame={frame} state={state} error={error} />
    </Page>
  );
}

function StateOf({
  frame: { words },
  state,
  error,
}: {
  readonly frame: Frame;
  readonly state: ShownSecondStep;
  readonly error: string | null;
}) {
  const readers = (
    <ReadersNote words={words} scope="own">
      {words.say('people.signIn.readers')}
    </ReadersNote>
  );
  const code = (
    <TextField
      words={words}
      name="code"
      label={words.say('people.signIn.code')}
      hint={words.say('people.signIn.code.hint')}
      error={error}
      autocomplete="one-time-code"
      width="short"
    />
  );
  if (state.kind === 'off')
    return (
      <Form action={PATH} label={words.say('people.secondStep.prepare')}>
        <TextField
          words={words}
          name="present"
          kind="password"
          label={words.say('people.passphrase.present')}
          error={error}
          autocomplete="current-password"
        />
        {readers}
        <Button>{words.say('people.secondStep.prepare')}</Button>
      </Form>
    );
  if (state.kind === 'on')
    return (
      <Form action={`${PATH}/aus`} label={words.say('people.secondStep.switchOff')}>
        <p>{words.say('people.secondStep.switchOff.text')}</p>
        {code}
        {readers}
        <Button tone="end">{words.say('people.secondStep.switchOff')}</Button>
      </Form>
    );
  return (
    <>
      <Part title={words.say('people.secondStep.scan')}>
        <p>{words.say('people.secondStep.scan.text')}</p>
        <QrCode text={state.address} label={words.say('people.secondStep.scan')} />
        <p>
          {words.say('people.secondStep.key')}{' '}
          <code dir="ltr" translate="no">
            {state.secret}
          </code>
        </p>
      </Part>
      <Part title={words.say('people.secondStep.first')}>
        <Form action={`${PATH}/an`} label={words.say('people.secondStep.first')}>
          {code}
          {readers}
          <Button>{words.say('people.secondStep.switchOn')}</Button>
        </Form>
      </Part>
    </>
  );
}
