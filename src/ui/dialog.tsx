import type { Child } from 'hono/jsx';
import type { Words } from '../plain/words.ts';
import { look, type ButtonTone } from './button.tsx';
import { Icon } from './icons/icon.tsx';
import type { IconName } from './icons/shapes.ts';

/**
 * A question before something happens, with the button that opens it. It opens by the
 * browser's own popover, without a script; a browser that has none follows the link
 * to the page that asks the same.
 */
export function Dialog({
  words,
  id,
  title,
  opener,
  href,
  tone,
  icon,
  children,
}: {
  readonly words: Words;
  readonly id: string;
  readonly title: string;
  /** What stands on the button that opens it. */
  readonly opener: string;
  /** The page that asks the same question. */
  readonly href: string;
  readonly tone?: ButtonTone | undefined;
  readonly icon?: IconName | undefined;
  readonly children?: Child;
}) {
  const sign = icon === undefined ? null : <Icon name={icon} />;
  return (
    <>
      <a class={`${look(tone)} without-popover`} href={href}>
        {sign}
        {opener}
      </a>
      <button class={`${look(tone)} with-popover`} type="button" popovertarget={id} aria-haspopup="dialog">
        {sign}
        {opener}
      </button>
      <dialog id={id} popover="auto" aria-labelledby={`${id}-title`}>
        <h2 id={`${id}-title`}>{title}</h2>
        {children}
        <button class="button quiet" type="button" popovertarget={id} popovertargetaction="hide">
          <Icon name="close" />
          {words.say('ui.dialog.close')}
        </button>
      </dialog>
    </>
  );
}
