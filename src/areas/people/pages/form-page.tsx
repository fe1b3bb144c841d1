import type { Child } from 'hono/jsx';
import type { Saying, Words } from '../../../plain/words.ts';
import { BackLink, ErrorSummary, Page, PageTitle, ReadersNote, TextField, type Frame } from '../../../ui/index.ts';
import type { FieldProblem } from '../account.ts';
import { problemAt, tellProblems } from './account-fields.tsx';

/** A page around one form: its title, what was wrong with what came, and the form. */
export function FormPage({
  frame,
  title,
  below,
  back,
  isOwn = false,
  problems = [],
  islands = [],
  children,
}: {
  readonly frame: Frame;
  readonly title: string;
  readonly below?: string;
  readonly back?: { readonly href: string; readonly label: string };
  /** Whether only whoever is signed in reads what stands here. */
  readonly isOwn?: boolean;
  readonly problems?: readonly FieldProblem[];
  readonly islands?: readonly string[];
  readonly children: Child;
}) {
  const isFaulty = problems.length > 0;
  return (
    <Page
      frame={frame}
      title={title}
      noindex
      readers={isOwn ? 'self' : 'public'}
      faulty={isFaulty}
      islands={isFaulty ? [...islands, 'error-focus'] : islands}
    >
      <PageTitle
        back={back === undefined ? undefined : <BackLink href={back.href}>{back.label}</BackLink>}
        title={title}
        below={below}
      />
      <ErrorSummary words={frame.words} errors={tellProblems(frame.words, problems)} />
      {children}
    </Page>
  );
}

/** The way back to one's own account. */
export function toAccount(words: Words): { readonly href: string; readonly label: string } {
  return { href: '/konto', label: words.say('people.account.title') };
}

/** What is wrong with the only field of a form. */
export function problemsWith(field: string, told: Saying | null): readonly FieldProblem[] {
  return told === null ? [] : [{ field, told }];
}

interface FieldProps {
  readonly words: Words;
  readonly problems: readonly FieldProblem[];
}

/** The passphrase that one has. */
export function PresentField({ words, problems, name = 'present' }: FieldProps & { readonly name?: string }) {
  return (
    <TextField
      words={words}
      name={name}
      kind="password"
      label={words.say('people.passphrase.present')}
      error={problemAt(words, problems, name)}
      autocomplete="current-password"
    />
  );
}

/** Six digits from an app. */
export function CodeField({ words, problems }: FieldProps) {
  return (
    <TextField
      words={words}
      name="code"
      label={words.say('people.signIn.code')}
      hint={words.say('people.signIn.code.hint')}
      error={problemAt(words, problems, 'code')}
      autocomplete="one-time-code"
      width="short"
    />
  );
}

/** What one signs in with is for nobody to read. */
export function KeyReaders({ words }: { readonly words: Words }) {
  return (
    <ReadersNote words={words} scope="own">
      {words.say('people.signIn.readers')}
    </ReadersNote>
  );
}
