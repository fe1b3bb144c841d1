import type { Child } from 'hono/jsx';
import { Icon } from './icons/icon.tsx';
import type { IconName } from './icons/shapes.ts';

/** The top of a page: the heading, a line above it (where am I) and one below (what is this). */
export function PageTitle({
  above,
  title,
  below,
  back,
}: {
  readonly above?: Child;
  readonly title: Child;
  readonly below?: Child;
  readonly back?: Child;
}) {
  return (
    <div class="page-title">
      {back}
      {above === undefined ? null : <p class="soft">{above}</p>}
      <h1>{title}</h1>
      {below === undefined ? null : <p class="lead">{below}</p>}
    </div>
  );
}

/** Main matter with a column beside it; below each other where it is narrow. */
export function Columns({
  side,
  sideFirst,
  children,
}: {
  readonly side: Child;
  /** True for what steers the main matter (facets), false for what adds to it. */
  readonly sideFirst?: boolean;
  readonly children?: Child;
}) {
  return sideFirst === true ? (
    <div class="columns side-first">
      <div>{side}</div>
      <div>{children}</div>
    </div>
  ) : (
    <div class="columns">
      <div>{children}</div>
      <div>{side}</div>
    </div>
  );
}

/** A part of a page under its own heading. */
export function Part({
  title,
  id,
  children,
}: {
  readonly title: string;
  readonly id?: string | undefined;
  readonly children?: Child;
}) {
  return (
    <section class="part" id={id}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Nothing here: says so kindly, and what can be done. */
export function EmptyState({
  title,
  icon,
  children,
}: {
  readonly title: string;
  readonly icon?: IconName | undefined;
  readonly children?: Child;
}) {
  return (
    <div class="empty">
      <p class="with-icon">
        <Icon name={icon ?? 'search'} /> <b>{title}</b>
      </p>
      {children}
    </div>
  );
}

/** A document to print on A4: what is around it on the screen stays off the paper. */
export function PrintSheet({
  title,
  below,
  children,
}: {
  readonly title: Child;
  readonly below?: Child;
  readonly children?: Child;
}) {
  return (
    <article class="sheet">
      <h1>{title}</h1>
      {below === undefined ? null : <p class="soft">{below}</p>}
      {children}
    </article>
  );
}

/** Links to the same list in another form: print, feed, calendar, file. */
export function OtherForms({
  label,
  forms,
}: {
  readonly label: string;
  readonly forms: readonly { readonly href: string; readonly label: string; readonly icon: IconName }[];
}) {
  return (
    <ul class="other-forms" aria-label={label}>
      {forms.map(({ href, label: name, icon }) => (
        <li>
          <a class="with-icon" href={href}>
            <Icon name={icon} /> <span>{name}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
