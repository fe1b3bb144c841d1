import type { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { saying, type Saying } from '../../../plain/words.ts';
import { context, leaveNotice, readForm, type Env, type Request } from '../../../platform/http/index.ts';
import {
  BackLink,
  Button,
  Buttons,
  Card,
  EmptyState,
  ErrorSummary,
  Form,
  Page,
  PageTitle,
  Part,
  ReadersNote,
  TextField,
  type Frame,
} from '../../../ui/index.ts';
import { isFreshlySeen } from '../own-account.ts';
import { registerPasskey } from '../passkey-register.ts';
import { removePasskey } from '../passkey-remove.ts';
import { renamePasskey } from '../passkey-rename.ts';
import { findPasskeysOf, type OwnPasskey } from '../store-passkey.ts';
import { accountAt, deviceAt, keepNowhere, type PeoplePages } from './access.ts';
import { againPart } from './ask-again.tsx';
import { strengthened } from './second-step.tsx';
import { PASSKEY_ISLAND, PasskeyAdd } from './passkey-door.tsx';
import { siteAt } from './passkey-questions.ts';

const PATH = '/konto/passkeys';

/** `/konto/passkeys`: one's own keys; adding, naming and removing them. */
export function addPasskeyPages(web: Hono<Env>, pages: PeoplePages): void {
  const show = async (c: Request, problem: Problem | null = null) => {
    const account = accountAt(c);
    const { read, actor, words } = c.var;
    const passkeys = await read.db.read((db) => findPasskeysOf(db, account));
    const isFresh = await read.db.read((db) => isFreshlySeen(db, actor, read.clock.now()));
    const again = isFresh ? null : await againPart(c, words, words.say('people.passkey.new'));
    return <PasskeysPage frame={await pages.frame(c)} passkeys={passkeys} problem={problem} again={again} />;
  };
  web.get(PATH, async (c) => {
    keepNowhere(c);
    return c.html(await show(c));
  });
  web.post(PATH, async (c) => {
    const at = { site: await siteAt(c, pages), device: deviceAt(c) };
    const done = await registerPasskey(context(c), await readForm(c), at);
    if (!done.ok) return c.html(await show(c, { field: 'label', told: done.issue }), 422);
    if (done.value !== null)
      return strengthened(c, pages, done.value, { next: '/konto', told: 'people.passkey.added' });
    leaveNotice(c, saying('people.passkey.added'));
    return c.redirect(PATH, 303);
  });
  web.post(`${PATH}/:id`, async (c) => {
    const id = c.req.param('id');
    const done = await renamePasskey(context(c), id, { label: (await readForm(c))[`label-${id}`] });
    if (!done.ok) return c.html(await show(c, { field: `label-${id}`, told: done.issue }), 422);
    leaveNotice(c, saying('people.passkey.renamed'));
    return c.redirect(PATH, 303);
  });
  web.post(`${PATH}/:id/ende`, async (c) => {
    await removePasskey(context(c), c.req.param('id'));
    leaveNotice(c, saying('people.passkey.removed'));
    return c.redirect(PATH, 303);
  });
}

interface Problem {
  readonly field: string;
  readonly told: Saying;
}

function PasskeysPage({
  frame,
  passkeys,
  problem,
  again,
}: {
  readonly frame: Frame;
  readonly passkeys: readonly OwnPasskey[];
  readonly problem: Problem | null;
  /** Stands in place of the door while the owner was seen too long ago: a device makes no key in vain. */
  readonly again: Child | null;
}) {
  const { words } = frame;
  const errors = problem === null ? [] : [{ field: problem.field, text: words.tell(problem.told) }];
  const at = (field: string) => errors.find((each) => each.field === field)?.text;
  return (
    <Page
      frame={frame}
      title={words.say('people.passkey.title')}
      noindex
      readers="self"
      faulty={problem !== null}
      islands={problem === null ? [PASSKEY_ISLAND] : [PASSKEY_ISLAND, 'error-focus']}
    >
      <PageTitle
        back={<BackLink href="/konto">{words.say('people.passkey.toAccount')}</BackLink>}
        title={words.say('people.passkey.title')}
        below={words.say('people.passkey.text')}
      />
      <ErrorSummary words={words} errors={errors} />
      {passkeys.length === 0 ? <EmptyState title={words.say('people.passkey.none')} icon="lock" /> : null}
      {passkeys.map((each) => (
        <PasskeyCard words={words} passkey={each} error={at(`label-${each.id}`)} />
      ))}
      {again ?? (
        <Part title={words.say('people.passkey.new')}>
          <p>{words.say('people.passkey.new.text')}</p>
          <Form action={PATH} label={words.say('people.passkey.new')}>
            <TextField
              words={words}
              name="label"
              label={words.say('people.passkey.label')}
              hint={words.say('people.passkey.label.hint')}
              optional
              error={at('label')}
            />
            <ReadersNote words={words} scope="own">
              {words.say('people.passkey.readers')}
            </ReadersNote>
            <PasskeyAdd words={words} />
          </Form>
        </Part>
      )}
    </Page>
  );
}

function PasskeyCard({
  words,
  passkey: { id, label, madeOn, usedOn, isBackedUp },
  error,
}: {
  readonly words: Frame['words'];
  readonly passkey: OwnPasskey;
  readonly error: string | undefined;
}) {
  const name = label === '' ? words.say('people.passkey.unnamed') : label;
  const used =
    usedOn === null ? words.say('people.passkey.unused') : words.say('people.passkey.used', { day: words.day(usedOn) });
  const kept = words.say(isBackedUp ? 'people.passkey.backedUp' : 'people.passkey.oneDevice');
  return (
    <Card title={<bdi>{name}</bdi>} note={words.say('people.passkey.made', { day: words.day(madeOn) })}>
      <p>{used}</p>
      <p>{kept}</p>
      <Form action={`${PATH}/${id}`} label={words.say('people.passkey.rename')}>
        <TextField
          words={words}
          name={`label-${id}`}
          label={words.say('people.passkey.label')}
          value={label}
          error={error}
        />
        <Buttons>
          <Button tone="quiet">{words.say('people.passkey.rename')}</Button>
          <Button tone="end" formaction={`${PATH}/${id}/ende`}>
            {words.say('people.passkey.remove')}
          </Button>
        </Buttons>
      </Form>
    </Card>
  );
}
