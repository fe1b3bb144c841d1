import type { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import type { Saying, Words } from '../../../plain/words.ts';
import { context, readForm, type Env, type FormFields, type Request } from '../../../platform/http/index.ts';
import { InputError } from '../../../platform/errors.ts';
import { Button, Form, Part } from '../../../ui/index.ts';
import { confirmAgain } from '../confirm-again.ts';
import { againForm } from '../forms.ts';
import { pathHere } from '../next-page.ts';
import { NotFreshError } from '../own-account.ts';
import { findOwnAccount } from '../store-account.ts';
import { findPasskeysOf } from '../store-passkey.ts';
import { accountAt, keepNowhere, type PeoplePages } from './access.ts';
import { FormPage, KeyReaders, PresentField, problemsWith } from './form-page.tsx';
import { PASSKEY_ISLAND, PasskeyAgain } from './passkey-door.tsx';
import { siteAt } from './passkey-questions.ts';

const AGAIN = '/konto/nochmal';

/** What is never carried through a page: keys, and what belongs to the asking itself. */
const SECRET = /^(?:present|passphrase|passphraseAgain|code|passkey.*|again.*)$/;

/**
 * Whatever below `paths` finds that the owner was seen too long ago asks for a key. The form of before goes on with
 * it, so that nothing has to be typed again.
 */
export function addAskAgain(web: Hono<Env>, pages: PeoplePages, paths: readonly string[]): void {
  for (const path of paths) {
    web.use(path, async (c, next) => {
      if (c.req.method !== 'POST') return next();
      const typed = await formAt(c);
      const { again, againPassphrase } = againForm.parse(typed);
      if (again !== '') {
        const proof = isFilled(typed['passkeyAnswer']) ? { answer: typed } : { passphrase: againPassphrase };
        const done = await confirmAgain(context(c), proof, await siteAt(c, pages));
        if (!done.ok) return c.html(await askAgain(c, pages, typed, done.issue), 422);
      }
      await next();
      // A page may still be on its way, though its type does not say so: nobody waits for it behind this one.
      if (c.error instanceof NotFreshError)
        c.res = await Promise.resolve(c.html(await askAgain(c, pages, typed, null), 409));
      return undefined;
    });
  }
  web.post(AGAIN, async (c) => {
    const { next } = againForm.parse(await readForm(c));
    return c.redirect(pathHere(next, '/konto'), 303);
  });
}

/** Forms only; what is none is for the page itself to refuse. */
async function formAt(c: Request): Promise<FormFields> {
  return readForm(c).catch((error: unknown) => {
    if (error instanceof InputError) return {};
    throw error;
  });
}

function isFilled(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

async function askAgain(c: Request, pages: PeoplePages, typed: FormFields, problem: Saying | null) {
  keepNowhere(c);
  // What a device has just made cannot be sent a second time: that page is opened again instead.
  const isMade = isFilled(typed['passkeyAnswer']) && typed['again'] === undefined;
  const carried = isMade ? { next: c.req.path } : typed;
  const frame = await pages.frame(c);
  const { words } = frame;
  return (
    <FormPage
      frame={frame}
      title={words.say('people.again.title')}
      below={words.say('people.again.text')}
      isOwn
      problems={problemsWith('againPassphrase', problem)}
      islands={[PASSKEY_ISLAND]}
    >
      <AgainForm
        words={words}
        action={isMade ? AGAIN : c.req.path}
        carried={carried}
        ways={await waysAt(c)}
        problem={problem}
      />
    </FormPage>
  );
}

/** Instead of a part of a page that opens only with a key: shows it, and comes back. */
export async function againPart(c: Request, words: Words, title: string): Promise<Child> {
  return (
    <Part title={title}>
      <p>{words.say('people.again.text')}</p>
      <AgainForm words={words} action={AGAIN} carried={{ next: c.req.path }} ways={await waysAt(c)} problem={null} />
    </Part>
  );
}

interface Ways {
  readonly hasPassphrase: boolean;
  readonly hasPasskey: boolean;
}

async function waysAt(c: Request): Promise<Ways> {
  const account = accountAt(c);
  return c.var.read.db.read(async (db) => ({
    hasPassphrase: (await findOwnAccount(db, account))?.hasPassphrase === true,
    hasPasskey: (await findPasskeysOf(db, account)).length > 0,
  }));
}

function AgainForm({
  words,
  action,
  carried,
  ways: { hasPassphrase, hasPasskey },
  problem,
}: {
  readonly words: Words;
  readonly action: string;
  readonly carried: FormFields;
  readonly ways: Ways;
  readonly problem: Saying | null;
}) {
  const kept = Object.entries(carried).filter(([name]) => !SECRET.test(name));
  return (
    <Form action={action} hidden={{ again: 'yes' }} label={words.say('people.again.title')}>
      {kept.flatMap(([name, values]) =>
        [values].flat().map((value) => <input type="hidden" name={name} value={value} />),
      )}
      {hasPassphrase ? (
        <PresentField words={words} problems={problemsWith('againPassphrase', problem)} name="againPassphrase" />
      ) : null}
      <KeyReaders words={words} />
      {hasPassphrase ? <Button icon="next">{words.say('people.again.go')}</Button> : null}
      {hasPasskey ? <PasskeyAgain words={words} /> : null}
    </Form>
  );
}
