import type { Child } from 'hono/jsx';
import type { Scope } from '../plain/scope.ts';
import type { Words } from '../plain/words.ts';
import type { Frame } from './frame.ts';
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

/**
 * What the operator learns by passing mails on by hand: beside every promise that only partners read. The foot of their
 * pages has it already. Nothing where a mail server is set.
 */
export function MailsByHand({ frame: { words, mailsByHand } }: { readonly frame: Frame }) {
  if (mailsByHand !== true) return null;
  return (
    <p class="readers own screen-only">
      <Icon name="mail" />
      <span>{words.say('ui.readers.mailsByHand')}</span>
    </p>
  );
}
