import type { Child } from 'hono/jsx';
import type { Scope } from '../plain/scope.ts';
import type { Words } from '../plain/words.ts';
import { Icon } from './icons/icon.tsx';

// words: ui.readers.*
/** Who can read what is written here: one sentence, on every form. `children` where the scope does not say enough. */
export function ReadersNote({
  words,
  scope,
  children,
}: {
  readonly words: Words;
  readonly scope: Scope;
  readonly children?: Child;
}) {
  return (
    <p class={`readers ${scope}`}>
      <Icon name={scope === 'public' ? 'eye' : 'lock'} />
      <span>{children ?? words.say(`ui.readers.${scope}`)}</span>
    </p>
  );
}
