import { isolated } from '../../../plain/isolated.ts';
import { Button, Buttons, Card, Form, LinkButton, Page, PageTitle, TextField, type Frame } from '../../../ui/index.ts';
import type { FieldProblem } from '../account.ts';
import { NewPassphraseFields, problemAt } from './account-fields.tsx';
import { FormPage, KeyReaders } from './form-page.tsx';

export const RECOVER = '/wiederherstellen';

/** The words of a code, numbered: German, whatever the language of the page. */
export function CodeWords({ code }: { readonly code: readonly string[] }) {
  return (
    <ol lang="de" dir="ltr">
      {code.map((word) => (
        <li>
          <b>{word}</b>
        </li>
      ))}
    </ol>
  );
}

/** Alias, printed words or code, and a new passphrase. */
export function WayBackPage({
  frame,
  way,
  typed,
  problems,
}: {
  readonly frame: Frame;
  readonly way: 'woerter' | 'code';
  readonly typed: { readonly alias?: string };
  readonly problems: readonly FieldProblem[];
}) {
  const { words } = frame;
  const isWords = way === 'woerter';
  const title = words.say(isWords ? 'people.recovery.words.title' : 'people.recovery.finish.title');
  return (
    <FormPage
      frame={frame}
      title={title}
      below={words.say('people.recovery.closes')}
      back={{ href: RECOVER, label: words.say('people.recovery.title') }}
      problems={problems}
    >
      <Form action={`${RECOVER}/${way}`} label={title}>
        <TextField
          words={words}
          name="alias"
          label={words.say('people.account.alias')}
          value={typed.alias}
          autocomplete="username"
        />
        <TextField
          words={words}
          name="code"
          label={words.say(isWords ? 'people.recovery.words.field' : 'people.recovery.finish.field')}
          hint={words.say('people.recovery.code.hint')}
          error={problemAt(words, problems, 'code')}
          autocomplete="off"
          lang="de"
        />
        <NewPassphraseFields words={words} problems={problems} />
        <KeyReaders words={words} />
        <Button icon="next">{words.say('people.recovery.go')}</Button>
      </Form>
    </FormPage>
  );
}

/** New recovery words, once: to print or to write down. */
export function NewWordsPage({
  frame,
  words: code,
  next,
  isBack,
}: {
  readonly frame: Frame;
  readonly words: readonly string[];
  readonly next: string;
  /** True after a recovery: then signing in comes next. */
  readonly isBack: boolean;
}) {
  const { words } = frame;
  const title = words.say(isBack ? 'people.recovery.done.title' : 'people.recovery.new.title');
  return (
    <Page frame={frame} title={title} noindex readers="self">
      <PageTitle title={title} below={words.say(isBack ? 'people.recovery.done.text' : 'people.recovery.new.text')} />
      <Card title={words.say('people.recovery.new.words')} note={words.say('people.recovery.new.once')}>
        <CodeWords code={code} />
        <p>
          {words.say('people.recovery.new.where', {
            site: isolated(words, frame.site),
            path: isolated(words, new URL(`${RECOVER}/woerter`, frame.url).href),
          })}
        </p>
      </Card>
      <Buttons>
        <LinkButton href={next}>
          {words.say(isBack ? 'people.recovery.done.signIn' : 'people.recovery.new.kept')}
        </LinkButton>
      </Buttons>
    </Page>
  );
}
