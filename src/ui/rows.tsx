import type { Child } from 'hono/jsx';

/** Results below each other: a list, because lists come first. */
export function Rows({ children, label }: { readonly children?: Child; readonly label?: string | undefined }) {
  return (
    <ul class="rows" aria-label={label}>
      {children}
    </ul>
  );
}

/** One result: its name, what it is, what stands beside it, and why it is here. */
export function Row({
  title,
  href,
  beside,
  why,
  children,
  level = 3,
}: {
  /** The name; in another language as a `Passage`. */
  readonly title: Child;
  readonly href: string;
  /** Chips: freshness, conditions. */
  readonly beside?: Child;
  readonly why?: Child;
  readonly children?: Child;
  /** Level of the heading in the outline of the page. */
  readonly level?: 2 | 3;
}) {
  const name = <a href={href}>{title}</a>;
  return (
    <li>
      <div class="row-main">
        {level === 2 ? <h2 class="row-title">{name}</h2> : <h3 class="row-title">{name}</h3>}
        {children === undefined ? null : <div>{children}</div>}
        {why === undefined ? null : <p class="soft">{why}</p>}
      </div>
      {beside === undefined ? null : <div class="row-beside chips">{beside}</div>}
    </li>
  );
}
