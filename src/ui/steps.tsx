import type { Words } from '../plain/words.ts';
import { Icon } from './icons/icon.tsx';

export interface Step {
  readonly label: string;
  readonly state: 'done' | 'now' | 'ahead';
  /** Where a step that is done can be looked at again. */
  readonly href?: string | undefined;
}

/** Where one is in something that takes several steps, as a band. */
export function Steps({
  words,
  label,
  steps,
}: {
  readonly words: Words;
  readonly label: string;
  readonly steps: readonly Step[];
}) {
  return (
    <ol class="steps" aria-label={label}>
      {steps.map(({ label: name, state, href }, index) => (
        <li class={state} aria-current={state === 'now' ? 'step' : undefined}>
          <span class="number">{state === 'done' ? <Icon name="check" /> : words.number(index + 1)}</span>
          <span>
            {href === undefined ? name : <a href={href}>{name}</a>}
            {state === 'done' ? <span class="away"> ({words.say('ui.steps.done')})</span> : null}
          </span>
        </li>
      ))}
    </ol>
  );
}
