import type { Words } from '../../../plain/words.ts';
import { Button, Buttons } from '../../../ui/index.ts';
import { libraryFor, sayEntry, type LibraryEntry } from '../library.ts';
import { SINGLE } from '../paragraph.ts';
import { sayMinutes } from '../say-part.ts';
import type { Section } from '../sections.ts';
import { paragraphsOf, type AgreementText } from '../text.ts';

/** Ready words to tick and take together; what was typed in the form is kept with them. */
export function LibraryPart({
  words,
  section,
  text,
  isOpen,
}: {
  readonly words: Words;
  readonly section: Section;
  readonly text: AgreementText;
  /** Where nothing is written yet, ready words come first and stand open. */
  readonly isOpen: boolean;
}) {
  const entries = libraryFor(section).filter(({ kind }) => !SINGLE.has(kind) || paragraphsOf(text, kind).length === 0);
  if (entries.length === 0) return null;
  return (
    <details class="more-fields" open={isOpen}>
      <summary>{words.say('agreements.library.title', { count: entries.length })}</summary>
      <p class="soft">{words.say('agreements.library.text')}</p>
      <ul class="rows">
        {entries.map((entry) => (
          <li>
            <Entry words={words} entry={entry} />
          </li>
        ))}
      </ul>
      <Buttons>
        <Button tone="quiet" icon="plus" name="then" value="pick">
          {words.say('agreements.library.take')}
        </Button>
      </Buttons>
    </details>
  );
}

function Entry({ words, entry }: { readonly words: Words; readonly entry: LibraryEntry }) {
  const [first = '', ...rest] = entry.texts;
  const { effort } = entry.values;
  const id = `pick-${entry.kind}-${entry.key}`;
  return (
    <div class="row-main">
      <div class="tick">
        <input type="checkbox" id={id} name="pick" value={entry.key} />
        <label for={id}>
          <b>
            {entry.kind === 'exit' ? words.say('agreements.library.exit.fair.title') : sayEntry(words, entry, first)}
          </b>
        </label>
      </div>
      {(entry.kind === 'exit' ? entry.texts : rest).map((part) => (
        <p>{sayEntry(words, entry, part)}</p>
      ))}
      {typeof effort === 'number' ? (
        <p class="soft">{words.say('agreements.library.effort', { effort: sayMinutes(words, effort) })}</p>
      ) : null}
    </div>
  );
}
