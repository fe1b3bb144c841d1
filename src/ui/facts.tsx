import type { Child } from 'hono/jsx';
import { Icon } from './icons/icon.tsx';
import type { IconName } from './icons/shapes.ts';

export interface Fact {
  readonly term: string;
  readonly value: Child;
  /** When it was last confirmed and by which role, or who says otherwise. */
  readonly note?: Child;
  readonly icon?: IconName | undefined;
}

/** What is known about one thing, fact by fact. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl class="facts">
      {facts.map(({ term, value, note, icon }) => (
        <div>
          <dt class="with-icon">
            {icon === undefined ? null : <Icon name={icon} />}
            <span>{term}</span>
          </dt>
          <dd>
            {value}
            {note === undefined ? null : <p class="soft">{note}</p>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Honest sentences beside each other, each with what it rests on. Use `Marked` to let figures stand out. */
export function Statements({
  statements,
}: {
  readonly statements: readonly { readonly text: Child; readonly note?: Child }[];
}) {
  return (
    <ul class="statements">
      {statements.map(({ text, note }) => (
        <li>
          <p>{text}</p>
          {note === undefined ? null : <p class="soft">{note}</p>}
        </li>
      ))}
    </ul>
  );
}
