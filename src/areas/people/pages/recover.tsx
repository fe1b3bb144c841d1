import type { Hono } from 'hono';
import type { Result } from '../../../plain/result.ts';
import type { Context } from '../../../platform/context.ts';
import { context, readForm, type Env } from '../../../platform/http/index.ts';
import {
  Button,
  Card,
  Form,
  LinkButton,
  Page,
  PageTitle,
  Part,
  ReadersNote,
  TextField,
  type Frame,
} from '../../../ui/index.ts';
import type { FieldProblem } from '../account.ts';
import { askRecoveryForm, wayBackForm } from '../forms-recover.ts';
import { askForRecovery, type RecoveryAsked } from '../recover-ask.ts';
import { finishRecovery } from '../recover-finish.ts';
import { rescue, type WayBack } from '../rescue.ts';
import { keepNowhere, type PeoplePages } from './access.ts';
import { problemAt } from './account-fields.tsx';
import { FormPage, problemsWith } from './form-page.tsx';
import { CodeWords, NewWordsPage, RECOVER, WayBackPage } from './recover-parts.tsx';

type Open = (ctx: Context, back: WayBack) => Promise<Result<readonly string[], readonly FieldProblem[]>>;

const WAYS = { woerter: rescue, code: finishRecovery } as const satisfies Record<string, Open>;

/** `/wiederherstellen`: back in by printed words, or with the help of colleagues. */
export function addRecoverPages(web: Hono<Env>, { frame }: PeoplePages): void {
  web.get(RECOVER, async (c) => {
    keepNowhere(c);
    return c.html(<RecoverPage frame={await frame(c)} />);
  });
  web.post(`${RECOVER}/bitte`, async (c) => {
    keepNowhere(c);
    const typed = askRecoveryForm.parse(await readForm(c));
    const asked = await askForRecovery(context(c), typed);
    if (asked.ok) return c.html(<AskedPage frame={await frame(c)} asked={asked.value} />);
    const problems = problemsWith('alias', asked.issue);
    return c.html(<RecoverPage frame={await frame(c)} alias={typed.alias} problems={problems} />, 422);
  });
  for (const [way, open] of [
    ['woerter', WAYS.woerter],
    ['code', WAYS.code],
  ] as const) {
    web.get(`${RECOVER}/${way}`, async (c) => {
      keepNowhere(c);
      return c.html(<WayBackPage frame={await frame(c)} way={way} typed={{}} problems={[]} />);
    });
    web.post(`${RECOVER}/${way}`, async (c) => {
      keepNowhere(c);
      const typed = wayBackForm.parse(await readForm(c));
      const page = await frame(c);
      const done = await open(context(c), { ...typed, site: page.site });
      if (done.ok) return c.html(<NewWordsPage frame={page} words={done.value} next="/anmelden" isBack />);
      // The alias comes back, the words and the passphrase do not.
      const again = { alias: typed.alias };
      return c.html(<WayBackPage frame={page} way={way} typed={again} problems={done.issue} />, 422);
    });
  }
}

function RecoverPage({
  frame,
  alias,
  problems = [],
}: {
  readonly frame: Frame;
  readonly alias?: string;
  readonly problems?: readonly FieldProblem[];
}) {
  const { words } = frame;
  const title = words.say('people.recovery.title');
  return (
    <FormPage frame={frame} title={title} below={words.say('people.recovery.text')} problems={problems}>
      <Part title={words.say('people.recovery.words.title')}>
        <p>{words.say('people.recovery.words.text')}</p>
        <p>
          <LinkButton href={`${RECOVER}/woerter`}>{words.say('people.recovery.words.go')}</LinkButton>
        </p>
      </Part>
      <Part title={words.say('people.recovery.ask.title')}>
        <p>{words.say('people.recovery.ask.text')}</p>
        <Form action={`${RECOVER}/bitte`} label={words.say('people.recovery.ask.title')}>
          <TextField
            words={words}
            name="alias"
            label={words.say('people.account.alias')}
            hint={words.say('people.recovery.ask.hint')}
            value={alias}
            error={problemAt(words, problems, 'alias')}
            autocomplete="username"
          />
          <ReadersNote words={words} scope="own">
            {words.say('people.recovery.ask.readers')}
          </ReadersNote>
          <Button tone="quiet">{words.say('people.recovery.ask.go')}</Button>
        </Form>
      </Part>
      <Part title={words.say('people.recovery.finish.title')}>
        <p>{words.say('people.recovery.finish.text')}</p>
        <p>
          <LinkButton href={`${RECOVER}/code`} tone="quiet">
            {words.say('people.recovery.finish.go')}
          </LinkButton>
        </p>
      </Part>
      <Part title={words.say('people.recovery.alone.title')}>
        <p>{words.say('people.recovery.alone.text')}</p>
      </Part>
    </FormPage>
  );
}

function AskedPage({ frame, asked: { code, mark } }: { readonly frame: Frame; readonly asked: RecoveryAsked }) {
  const { words } = frame;
  return (
    <Page frame={frame} title={words.say('people.recovery.asked.title')} noindex readers="self">
      <PageTitle title={words.say('people.recovery.asked.title')} below={words.say('people.recovery.asked.text')} />
      <Card title={words.say('people.recovery.asked.mark')} note={words.say('people.recovery.asked.mark.text')}>
        <CodeWords code={mark} />
      </Card>
      <Card title={words.say('people.recovery.asked.code')} note={words.say('people.recovery.asked.code.text')}>
        <CodeWords code={code} />
      </Card>
      <Part title={words.say('people.recovery.asked.then')}>
        <ol>
          <li>{words.say('people.recovery.asked.then.call')}</li>
          <li>{words.say('people.recovery.asked.then.second')}</li>
          <li>{words.say('people.recovery.asked.then.wait')}</li>
          <li>{words.say('people.recovery.asked.then.back')}</li>
        </ol>
        <p>
          <LinkButton href={`${RECOVER}/code`} tone="quiet">
            {words.say('people.recovery.finish.go')}
          </LinkButton>
        </p>
      </Part>
    </Page>
  );
}
