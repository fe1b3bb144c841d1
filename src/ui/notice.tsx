import type { Child } from 'hono/jsx';
import { Icon } from './icons/icon.tsx';
import type { IconName } from './icons/shapes.ts';

/** `ok`: done, agreed. `look`: needs attention. `end`: refused, ended. `room`: a protected room. */
export type Tone = 'plain' | 'ok' | 'look' | 'end' | 'room';

const SIGN: Readonly<Record<Tone, IconName>> = {
  plain: 'info',
  ok: 'check',
  look: 'warning',
  end: 'close',
  room: 'lock',
};

/** Something to know before reading on. */
export function Notice({
  tone = 'plain',
  title,
  children,
}: {
  readonly tone?: Tone | undefined;
  readonly title?: string | undefined;
  readonly children?: Child;
}) {
  return (
    <div class={`notice ${tone}`}>
      <Icon name={SIGN[tone]} />
      <div>
        {title === undefined ? null : (
          <p>
            <b>{title}</b>
          </p>
        )}
        {children}
      </div>
    </div>
  );
}

/** One property in few words. */
export function Chip({
  tone = 'plain',
  icon,
  children,
}: {
  readonly tone?: Tone | undefined;
  readonly icon?: IconName | undefined;
  readonly children?: Child;
}) {
  return (
    <span class={`chip ${tone}`}>
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </span>
  );
}

/** Chips beside each other. */
export function Chips({ children }: { readonly children?: Child }) {
  return <span class="chips">{children}</span>;
}
