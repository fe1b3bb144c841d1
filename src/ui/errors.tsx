import type { Words } from '../plain/words.ts';
import { fieldId } from './field.tsx';
import { Icon } from './icons/icon.tsx';

export interface FormError {
  /** The name of the field, or absent for what concerns the whole form. */
  readonly field?: string | undefined;
  readonly text: string;
}

/** What is wrong with a form, on top of it. Takes the focus when the page comes back with errors. */
export function ErrorSummary({ words, errors }: { readonly words: Words; readonly errors: readonly FormError[] }) {
  if (errors.length === 0) return null;
  return (
    <error-focus>
      <section class="errors" tabindex={-1} autofocus aria-labelledby="errors-title">
        <h2 id="errors-title" class="with-icon">
          <Icon name="warning" /> <span>{words.say('ui.errors.title', { count: errors.length })}</span>
        </h2>
        <ul>
          {errors.map(({ field, text }) => (
            <li>{field === undefined ? text : <a href={`#${fieldId(field)}`}>{text}</a>}</li>
          ))}
        </ul>
      </section>
    </error-focus>
  );
}
