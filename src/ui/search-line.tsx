import type { Words } from '../plain/words.ts';
import { look } from './button.tsx';
import { Kept } from './form.tsx';
import { Icon } from './icons/icon.tsx';

/** One line to search with. The words end up in the address. */
export function SearchLine({
  words,
  action,
  name = 'q',
  label,
  value,
  example,
  hint,
  keep,
}: {
  readonly words: Words;
  readonly action: string;
  readonly name?: string;
  /** What is asked, for those who do not see the heading above. */
  readonly label: string;
  readonly value?: string | undefined;
  readonly example?: string | undefined;
  readonly hint?: string | undefined;
  /** Parts of the address that stay as they are, e.g. the facets chosen. */
  readonly keep?: Readonly<Record<string, string>> | undefined;
}) {
  return (
    <search>
      <form method="get" action={action}>
        <Kept values={keep} />
        <div class="search-line">
          <input
            type="search"
            name={name}
            value={value}
            placeholder={example}
            aria-label={label}
            aria-describedby={hint === undefined ? undefined : `${name}-hint`}
            autocomplete="off"
            enterkeyhint="search"
            dir="auto"
          />
          <button class={look()} type="submit">
            <Icon name="search" />
            {words.say('ui.search.go')}
          </button>
        </div>
        {hint === undefined ? null : (
          <p class="soft" id={`${name}-hint`}>
            {hint}
          </p>
        )}
      </form>
    </search>
  );
}
