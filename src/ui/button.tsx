import type { Child } from 'hono/jsx';
import { Icon } from './icons/icon.tsx';
import type { IconName } from './icons/shapes.ts';

/** `main`: the one thing this page is for. `quiet`: everything else. `end`: refuses, ends or takes back. */
export type ButtonTone = 'main' | 'quiet' | 'end';

interface Look {
  readonly children?: Child;
  readonly tone?: ButtonTone | undefined;
  readonly icon?: IconName | undefined;
}

/** Sends the form it stands in. With `name` and `value` the form knows which of its buttons was taken. */
export function Button({
  children,
  tone,
  icon,
  name,
  value,
  formaction,
}: Look & {
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly formaction?: string | undefined;
}) {
  return (
    <button class={look(tone)} type="submit" name={name} value={value} formaction={formaction}>
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A link that looks like a button: for the next step that is a page of its own. */
export function LinkButton({ children, tone, icon, href }: Look & { readonly href: string }) {
  return (
    <a class={look(tone)} href={href}>
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </a>
  );
}

/** The way back to the page above this one. */
export function BackLink({ href, children }: { readonly href: string; readonly children?: Child }) {
  return (
    <a class="back with-icon" href={href}>
      <Icon name="back" /> <span>{children}</span>
    </a>
  );
}

/** Buttons beside each other; below each other where it is narrow. */
export function Buttons({ children }: { readonly children?: Child }) {
  return <div class="buttons">{children}</div>;
}

export function look(tone: ButtonTone = 'main'): string {
  return tone === 'main' ? 'button' : `button ${tone}`;
}
