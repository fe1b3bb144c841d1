import type { Child } from 'hono/jsx';
import { Facts, type Fact } from './facts.tsx';
import { Icon } from './icons/icon.tsx';
import type { IconName } from './icons/shapes.ts';

/** One thing set apart, framed by threads that cross at the corners. */
export function Card({
  title,
  note,
  children,
}: {
  readonly title?: Child;
  /** Where it comes from, below the title. */
  readonly note?: Child;
  readonly children?: Child;
}) {
  return (
    <section class="card">
      {title === undefined ? null : <h2>{title}</h2>}
      {note === undefined ? null : <p class="soft">{note}</p>}
      {children}
    </section>
  );
}

/** A card of facts; none where there are no facts. */
export function FactsCard({ title, facts }: { readonly title: string; readonly facts: readonly Fact[] }) {
  return facts.length === 0 ? null : (
    <Card title={title}>
      <Facts facts={facts} />
    </Card>
  );
}

/** Two or more cards side by side and equal in size. */
export function Pair({ children }: { readonly children?: Child }) {
  return <div class="pair">{children}</div>;
}

/** A way into a part of the house. The second thread is for the second door. */
export function Door({
  href,
  title,
  thread = 'first',
  icon,
  children,
}: {
  readonly href: string;
  readonly title: string;
  readonly thread?: 'first' | 'second';
  readonly icon?: IconName | undefined;
  readonly children?: Child;
}) {
  return (
    <a class={`card door ${thread}`} href={href}>
      <h2 class="with-icon">
        {icon === undefined ? null : <Icon name={icon} />}
        <span>{title}</span>
      </h2>
      <p>{children}</p>
    </a>
  );
}
