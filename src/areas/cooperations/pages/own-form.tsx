import type { Child } from 'hono/jsx';
import {
  BackLink,
  ErrorSummary,
  Form,
  Page,
  PageTitle,
  RadioField,
  type FormError,
  type Frame,
} from '../../../ui/index.ts';
import type { Named } from './access.ts';

/** A page with one form in the name of an organisation; whoever speaks for several says for which. */
export function OwnFormPage({
  frame,
  title,
  below,
  back,
  action,
  own,
  organisation,
  errors,
  children,
}: {
  readonly frame: Frame;
  readonly title: string;
  readonly below: string;
  readonly back: { readonly href: string; readonly label: string };
  readonly action: string;
  readonly own: readonly Named[];
  /** For which it is, as far as that is chosen. */
  readonly organisation: string;
  readonly errors: readonly FormError[];
  readonly children: Child;
}) {
  const { words } = frame;
  const isFaulty = errors.length > 0;
  const [only] = own.length === 1 ? own : [];
  return (
    <Page frame={frame} title={title} noindex readers="own" faulty={isFaulty}>
      <PageTitle back={<BackLink href={back.href}>{back.label}</BackLink>} title={title} below={below} />
      <ErrorSummary words={words} errors={errors} />
      <Form action={action} label={title} hidden={only === undefined ? undefined : { organisation: only.id }}>
        {only === undefined ? (
          <RadioField
            words={words}
            name="organisation"
            label={words.say('cooperations.begin.organisation')}
            choices={own.map(({ id, name }) => ({ value: id, label: name }))}
            value={organisation}
            error={errorOf(errors, 'organisation')}
          />
        ) : null}
        {children}
      </Form>
    </Page>
  );
}

/** What is wrong at one field. */
export function errorOf(errors: readonly FormError[], field: string): string | undefined {
  return errors.find((error) => error.field === field)?.text;
}
