import { FieldFrame, wiring, type FieldProps } from './field.tsx';

export type TextKind = 'text' | 'search' | 'email' | 'tel' | 'url' | 'password' | 'number';

/** One line of text. `dir="auto"`, because a name may be written in any script. */
export function TextField(
  props: FieldProps & {
    readonly value?: string | undefined;
    readonly kind?: TextKind | undefined;
    readonly placeholder?: string | undefined;
    readonly autocomplete?: string | undefined;
    /** The language that is asked for, where it is not the page's. */
    readonly lang?: string | undefined;
    /** How many signs are expected; only sets the width. */
    readonly width?: 'short' | 'full' | undefined;
    /** A sentence beside whatever does not match `unlike`, as soon as it is typed. Nothing is refused for it. */
    readonly doubt?: { readonly unlike: string; readonly text: string } | undefined;
  },
) {
  return (
    <FieldFrame field={props}>
      <input
        {...wiring(props)}
        class={props.width === 'short' ? 'short' : undefined}
        type={props.kind ?? 'text'}
        value={props.value}
        placeholder={props.doubt === undefined ? props.placeholder : ' '}
        autocomplete={props.autocomplete}
        lang={props.lang}
        dir={props.kind === 'email' || props.kind === 'url' || props.kind === 'tel' ? 'ltr' : 'auto'}
        {...(props.doubt === undefined ? {} : doubted(props))}
      />
      {props.doubt === undefined ? null : (
        <p class="doubt" role="status">
          {props.doubt.text}
        </p>
      )}
    </FieldFrame>
  );
}

/** The browser compares, the style sheet shows the sentence; for the field itself it is no fault. */
function doubted({ doubt, error }: FieldProps & { readonly doubt?: { readonly unlike: string } | undefined }) {
  return { pattern: doubt?.unlike, 'aria-invalid': error ? ('true' as const) : ('false' as const) };
}

/** A day, as the browser's own calendar or typed as `2026-03-31`. */
export function DateField(
  props: FieldProps & {
    readonly value?: string | undefined;
    readonly min?: string | undefined;
    readonly max?: string | undefined;
  },
) {
  return (
    <FieldFrame field={props}>
      <input {...wiring(props)} class="short" type="date" value={props.value} min={props.min} max={props.max} />
    </FieldFrame>
  );
}

/** Several lines of text. */
export function TextArea(
  props: FieldProps & {
    readonly value?: string | undefined;
    readonly rows?: number | undefined;
    readonly lang?: string | undefined;
  },
) {
  return (
    <FieldFrame field={props}>
      <textarea {...wiring(props)} rows={props.rows ?? 5} lang={props.lang} dir="auto">
        {props.value ?? ''}
      </textarea>
    </FieldFrame>
  );
}
