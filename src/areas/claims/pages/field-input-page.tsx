import {
  BackLink,
  Button,
  Buttons,
  ErrorSummary,
  Form,
  LinkButton,
  Notice,
  Page,
  PageTitle,
  Part,
  ReadersNote,
  RelatedLinks,
  type Frame,
} from '../../../ui/index.ts';
import type { Child } from 'hono/jsx';
import type { Field } from '../field.ts';
import { BASE_NAME, NEXT_NAME } from '../forms-names.ts';
import { FieldInput } from './field-input.tsx';
import { formErrors, type FieldForm } from './field-input-form.ts';

/** A link on the page of a form, in words already. */
export interface FormLink {
  readonly href: string;
  readonly label: string;
  readonly note?: string;
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
  adopt,
  next,
  preview,
  standBy,
  parts,
  told,
  hidden,
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
  /** Where everything that others say can be made the own word. */
  readonly adopt: string | null;
  /** The part that follows, to go on with after saving. */
  readonly next: { readonly value: string; readonly label: string } | null;
  /** The page as strangers see it. */
  readonly preview: FormLink | null;
  /** Where to confirm with one tap that everything still holds. */
  readonly standBy: string | null;
  readonly parts: readonly FormLink[];
  /** What is to be looked at before this is saved. */
  readonly told?: Child;
  /** What the form remembers besides. */
  readonly hidden?: Readonly<Record<string, string>>;
}) {
  const { words } = frame;
  const errors = formErrors(words, form.problems);
  const again = errors.length > 0;
  const isRole = form.desk.voice.kind === 'role';
  return (
    <Page frame={frame} title={title} noindex readers={isRole ? 'keepers' : 'own'} faulty={again}>
      <PageTitle back={<BackLink href={back.href}>{back.label}</BackLink>} above={about} title={title} below={text} />
      <ErrorSummary words={words} errors={errors} />
      {again ? <Notice tone="look" title={words.say('claims.form.unsaved', { part: title })} /> : null}
      {told}
      {adopt === null || again ? null : (
        <Notice title={words.say('claims.adopt.offer')}>
          <LinkButton tone="quiet" href={adopt}>
            {words.say('claims.adopt.look')}
          </LinkButton>
        </Notice>
      )}
      <Form action={action} label={title} hidden={{ ...hidden, [BASE_NAME]: form.desk.base }}>
        {form.desk.words.every(({ others }) => others.length === 0) ? null : (
          <p class="soft">{words.say(isRole ? 'claims.form.othersSay.role' : 'claims.form.othersSay.own')}</p>
        )}
        {fields.map((field) => (
          <FieldInput form={form} field={field} />
        ))}
        <ReadersNote words={words} scope={isRole ? 'public' : 'own'}>
          {words.say(isRole ? 'claims.form.readers.role' : 'claims.form.readers')}
        </ReadersNote>
        <Buttons>
          <Button icon="check">{words.say('claims.form.save')}</Button>
          {next === null ? null : (
            <Button tone="quiet" name={NEXT_NAME} value={next.value}>
              {words.say('claims.form.saveAndGoOn', { part: next.label })}
            </Button>
          )}
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
