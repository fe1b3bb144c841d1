import type { Hono } from 'hono';
import { awaitsSecondStep } from '../../../plain/actor.ts';
import { saying, type Saying, type Words } from '../../../plain/words.ts';
import { context, leaveNotice, readForm, type Env, type Request } from '../../../platform/http/index.ts';
import { Button, Form, LinkButton, Notice, Part, QrCode, type Frame } from '../../../ui/index.ts';
import type { FieldProblem } from '../account.ts';
import { codeForm, presentForm } from '../forms.ts';
import { pathHere } from '../next-page.ts';
import { prepareSecondStep } from '../prepare-second-step.ts';
import { showSecondStep, type ShownSecondStep } from '../show-second-step.ts';
import type { Strengthened } from '../strengthen.ts';
import { switchSecondStepOff, switchSecondStepOn } from '../switch-second-step.ts';
import {
  accountAt,
  deviceAt,
  enter,
  keepNowhere,
  SECOND_STEP as PATH,
  secondStepPath,
  type PeoplePages,
} from './access.ts';
import { CodeField, FormPage, KeyReaders, PresentField, problemsWith, toAccount } from './form-page.tsx';
import { PASSKEY_ISLAND, PasskeySignIn } from './passkey-door.tsx';
import { NewWordsPage } from './recover-parts.tsx';

/** `/konto/zweiter-schritt`: preparing, switching on and off; and where it is missing, the way on once it is there. */
export function addSecondStepPages(web: Hono<Env>, pages: PeoplePages): void {
  const { frame } = pages;
  const show = async (c: Request, next: string, problem: Saying | null = null) => {
    keepNowhere(c);
    const shown = await frame(c);
    const state = await showSecondStep(c.var.read, accountAt(c), shown.site);
    const page = { frame: shown, state, problem, next, awaits: awaitsSecondStep(c.var.actor) };
    return c.html(<SecondStepPage {...page} />, problem === null ? 200 : 422);
  };
  web.get(PATH, (c) => show(c, pathHere(c.req.query('weiter'), '/konto')));
  web.post(PATH, async (c) => {
    const { present, next } = presentForm.parse(await readForm(c));
    const done = await prepareSecondStep(context(c), present);
    const then = pathHere(next, '/konto');
    return done.ok ? c.redirect(secondStepPath(then), 303) : show(c, then, done.issue);
  });
  web.post(`${PATH}/an`, async (c) => {
    const { code, next } = codeForm.parse(await readForm(c));
    const done = await switchSecondStepOn(context(c), { code, device: deviceAt(c) });
    if (!done.ok) return show(c, pathHere(next, '/konto'), done.issue);
    return strengthened(c, pages, done.value, { next: pathHere(next, '/konto'), told: 'people.secondStep.isOn' });
  });
  web.post(`${PATH}/aus`, async (c) => {
    const done = await switchSecondStepOff(context(c), codeForm.parse(await readForm(c)));
    if (!done.ok) return show(c, '/konto', done.issue);
    leaveNotice(c, saying('people.secondStep.isOff'));
    return c.redirect('/konto', 303);
  });
}

/** On with the second factor that is there now; new recovery words are shown on the way. */
export async function strengthened(
  c: Request,
  { frame, origin }: PeoplePages,
  { session, words }: Strengthened,
  { next, told }: { readonly next: string; readonly told: string },
) {
  keepNowhere(c);
  enter(c, origin, session);
  if (words !== null) return c.html(<NewWordsPage frame={await frame(c)} words={words} next={next} isBack={false} />);
  leaveNotice(c, saying(told));
  return c.redirect(next, 303);
}

function SecondStepPage({
  frame,
  state,
  problem,
  next,
  awaits,
}: {
  readonly frame: Frame;
  readonly state: ShownSecondStep;
  readonly problem: Saying | null;
  readonly next: string;
  /** Whether what the account holds opens only after this. */
  readonly awaits: boolean;
}) {
  const { words } = frame;
  const problems = problemsWith(state.app === 'off' ? 'present' : 'code', problem);
  const hasOne = state.hasPasskey || state.app === 'on';
  return (
    <FormPage
      frame={frame}
      title={words.say('people.secondStep.title')}
      below={words.say('people.secondStep.text')}
      back={toAccount(words)}
      isOwn
      problems={problems}
      islands={awaits ? [PASSKEY_ISLAND] : []}
    >
      {awaits ? (
        <Notice tone="look" title={words.say('people.secondStep.needed.title')}>
          <p>{words.say('people.secondStep.needed')}</p>
        </Notice>
      ) : (
        <p>{words.say('people.secondStep.recommended')}</p>
      )}
      {awaits && hasOne ? (
        <ShowFirst words={words} hasPasskey={state.hasPasskey} next={next} />
      ) : (
        <AppPart frame={frame} state={state} problems={problems} next={next} />
      )}
      {awaits && !hasOne ? (
        <Part title={words.say('people.secondStep.passkey')}>
          <p>{words.say('people.secondStep.passkey.text')}</p>
          <p>
            <LinkButton href="/konto/passkeys" tone="quiet">
              {words.say('people.passkey.title')}
            </LinkButton>
          </p>
        </Part>
      ) : null}
    </FormPage>
  );
}

/** There is a second factor, but this session has not shown it: it begins anew, with it. */
function ShowFirst({
  words,
  hasPasskey,
  next,
}: {
  readonly words: Words;
  readonly hasPasskey: boolean;
  readonly next: string;
}) {
  return (
    <>
      <p>{words.say('people.secondStep.showFirst')}</p>
      {hasPasskey ? <PasskeySignIn words={words} next={next} /> : null}
      <Form action="/austritt" label={words.say('people.secondStep.signOut')}>
        <Button tone="quiet">{words.say('people.secondStep.signOut')}</Button>
      </Form>
    </>
  );
}

function AppPart({
  frame: { words },
  state,
  problems,
  next,
}: {
  readonly frame: Frame;
  readonly state: ShownSecondStep;
  readonly problems: readonly FieldProblem[];
  readonly next: string;
}) {
  if (state.app === 'none') return null;
  if (state.app === 'prepared')
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
          <Form action={`${PATH}/an`} hidden={{ next }} label={words.say('people.secondStep.first')}>
            <CodeField words={words} problems={problems} />
            <KeyReaders words={words} />
            <Button>{words.say('people.secondStep.switchOn')}</Button>
          </Form>
        </Part>
      </>
    );
  if (state.app === 'off')
    return (
      <Form action={PATH} hidden={{ next }} label={words.say('people.secondStep.prepare')}>
        <PresentField words={words} problems={problems} />
        <KeyReaders words={words} />
        <Button>{words.say('people.secondStep.prepare')}</Button>
      </Form>
    );
  return (
    <Form action={`${PATH}/aus`} label={words.say('people.secondStep.switchOff')}>
      <p>{words.say('people.secondStep.switchOff.text')}</p>
      <CodeField words={words} problems={problems} />
      <KeyReaders words={words} />
      <Button tone="end">{words.say('people.secondStep.switchOff')}</Button>
    </Form>
  );
}
