import type { Child } from 'hono/jsx';
import type { Words } from '../plain/words.ts';
import { Icon } from './icons/icon.tsx';

/** What every field of a form says. All texts are already in words. */
export interface FieldProps {
  readonly words: Words;
  readonly name: string;
  /** What the form is about, where the same form stands more than once on a page: part of the id, not of the name. */
  readonly of?: string | undefined;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | null | undefined;
  /** What is not optional is needed; only the optional is marked, except where at least one of several is needed. */
  readonly optional?: boolean | 'one of several' | undefined;
}

/** The id of a field's first control, where the summary of errors leads to. */
export function fieldId(name: string, of?: string): string {
  return of === undefined ? `field-${name}` : `field-${name}-${of}`;
}

/** The attributes that tie a control to its hint and its error. */
export function wiring(field: FieldProps) {
  const { name, error, optional } = field;
  const told = describedBy(field);
  return {
    id: fieldId(name, field.of),
    name,
    required: optional !== true && optional !== 'one of several',
    'aria-describedby': told,
    'aria-invalid': hasError(error) ? ('true' as const) : undefined,
  };
}

function describedBy({ name, of, hint, error }: FieldProps): string | undefined {
  const id = fieldId(name, of);
  const ids = [...(hint === undefined ? [] : [`${id}-hint`]), ...(hasError(error) ? [`${id}-error`] : [])];
  return ids.length === 0 ? undefined : ids.join(' ');
}

/** Label, hint and error around one control. */
export function FieldFrame({ field, children }: { readonly field: FieldProps; readonly children?: Child }) {
  return (
    <div class={hasError(field.error) ? 'field faulty' : 'field'}>
      <label for={fieldId(field.name, field.of)}>
        {field.label}
        <Optional field={field} />
      </label>
      <FieldTold field={field} />
      {children}
    </div>
  );
}

/** A question with several controls: the question is the legend. */
export function GroupFrame({ field, children }: { readonly field: FieldProps; readonly children?: Child }) {
  return (
    <fieldset class={hasError(field.error) ? 'field faulty' : 'field'} aria-describedby={describedBy(field)}>
      <legend>
        {field.label}
        <Optional field={field} />
      </legend>
      <FieldTold field={field} />
      {children}
    </fieldset>
  );
}

function Optional({ field }: { readonly field: FieldProps }) {
  return field.optional === true ? <span class="soft"> ({field.words.say('ui.field.optional')})</span> : null;
}

function FieldTold({ field }: { readonly field: FieldProps }) {
  const id = fieldId(field.name, field.of);
  return (
    <>
      {field.hint === undefined ? null : (
        <p class="hint" id={`${id}-hint`}>
          {field.hint}
        </p>
      )}
      {hasError(field.error) ? (
        <p class="error with-icon" id={`${id}-error`}>
          <Icon name="warning" />
          <span>
            <span class="away">{field.words.say('ui.field.error')} </span>
            {field.error}
          </span>
        </p>
      ) : null}
    </>
  );
}

function hasError(error: string | null | undefined): boolean {
  return error !== null && error !== undefined && error !== '';
}
