import type { Child } from 'hono/jsx';

interface Shared {
  readonly children?: Child;
  readonly action?: string | undefined;
  readonly id?: string | undefined;
  /** Name of the form for screen readers, where no heading names it. */
  readonly label?: string | undefined;
}

/**
 * A form that writes. Errors come back from the server in the page's language (422),
 * so the browser's own messages are switched off.
 */
export function Form({
  children,
  action,
  id,
  label,
  csrf,
  files,
  hidden,
}: Shared & {
  /** A token against forged requests, where the installation uses one. */
  readonly csrf?: { readonly name: string; readonly value: string } | undefined;
  /** True when the form sends a file. */
  readonly files?: boolean;
  readonly hidden?: Readonly<Record<string, string>> | undefined;
}) {
  return (
    <form
      class="form"
      method="post"
      action={action}
      id={id}
      aria-label={label}
      enctype={files === true ? 'multipart/form-data' : undefined}
      novalidate
    >
      {csrf === undefined ? null : <input type="hidden" name={csrf.name} value={csrf.value} />}
      <Kept values={hidden} />
      {children}
    </form>
  );
}

/** A form that only asks: what was typed stands in the address afterwards. */
export function QueryForm({
  children,
  action,
  id,
  label,
  keep,
}: Shared & {
  /** Parts of the address that stay as they are. */
  readonly keep?: Readonly<Record<string, string>> | undefined;
}) {
  return (
    <form class="form" method="get" action={action} id={id} aria-label={label}>
      <Kept values={keep} />
      {children}
    </form>
  );
}

export function Kept({ values }: { readonly values: Readonly<Record<string, string>> | undefined }) {
  return (
    <>
      {Object.entries(values ?? {}).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  );
}
