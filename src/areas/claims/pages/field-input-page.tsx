import {
  BackLink,
  Button,
  Buttons,
  ErrorSummary,
  Form,
  LinkButton,
  Page,
  PageTitle,
  Part,
  ReadersNote,
  RelatedLinks,
  type Frame,
} from '../../../ui/index.ts';
import type { Child } from 'hono/jsx';
import type { Field } from '../field.ts';
import { BASE_NAME } from '../forms-names.ts';
import { FieldInput } from './field-input.tsx';
import { formErrors, type FieldForm } from './field-input-form.ts';

/** A link on the page of a form, in words already. */
export interface FormLink {
  readonly href: string;
  readonly label: string;
}

/** A page on which one part of a subject is written, with the ways to its other parts. */
export function FieldFormPage({
  frame,
  form,
  fields,
  title,
  about,
  text,
  back,
  action,
  preview,
  standBy,
  parts,
  children,
}: {
  readonly frame: Frame;
  readonly form: FieldForm;
  readonly fields: readonly Field[];
  /** What this part is about. */
  readonly title: string;
  /** Whose words these are. */
  readonly about: Child;
  readonly text: string;
  readonly back: FormLink;
  readonly action: string;
  /** The page as strangers see it. */
  readonly preview: FormLink | null;
  /** Where to confirm with one tap that everything still holds. */
  readonly standBy: string | null;
  readonly parts: readonly FormLink[];
  readonly children?: Child;
}) {
  const { words } = frame;
  const errors = formErrors(words, form.problems);
  const again = errors.length > 0;
  return (
    <Page
      frame={frame}
      title={title}
      noindex
      readers={form.desk.voice.kind === 'role' ? 'keepers' : 'own'}
      faulty={again}
      islands={again ? ['error-focus'] : []}
    >
      <PageTitle back={<BackLink href={back.href}>{back.label}</BackLink>} above={about} title={title} below={text} />
      <ErrorSummary words={words} errors={errors} />
      <Form action={action} label={title} hidden={{ [BASE_NAME]: form.desk.base }}>
        {children}
        {fields.map((field) => (
          <FieldInput form={form} field={field} />
        ))}
        <ReadersNote words={words} scope={form.desk.voice.kind === 'role' ? 'public' : 'own'}>
          {words.say(form.desk.voice.kind === 'role' ? 'claims.form.readers.role' : 'claims.form.readers')}
        </ReadersNote>
        <Buttons>
          <Button icon="check">{words.say('claims.form.save')}</Button>
          {preview === null ? null : (
            <LinkButton tone="quiet" icon="eye" href={preview.href}>
              {preview.label}
            </LinkButton>
          )}
        </Buttons>
      </Form>
      {standBy === null ? null : (
        <Part title={words.say('claims.form.standBy.title')}>
          <Form action={standBy} label={words.say('claims.form.standBy.title')}>
            <ReadersNote words={words} scope="public">
              {words.say('claims.form.standBy.text')}
            </ReadersNote>
            <Button tone="quiet" icon="check">
              {words.say('claims.form.standBy')}
            </Button>
          </Form>
        </Part>
      )}
      <RelatedLinks title={words.say('claims.form.parts')} links={parts} />
    </Page>
  );
}
