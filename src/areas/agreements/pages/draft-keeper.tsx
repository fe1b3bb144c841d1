import type { Child } from 'hono/jsx';
import type { Words } from '../../../plain/words.ts';
import { Notice } from '../../../ui/index.ts';

/**
 * Around a form: what is typed there stays in this browser until it has arrived (`browser/draft.ts`). Without the
 * island the sentences stay hidden and the form is a form.
 */
export function DraftKeeper({
  words,
  own,
  version,
  entry,
  saved,
  children,
}: {
  readonly words: Words;
  readonly own: string;
  readonly version: number;
  readonly entry: string;
  readonly saved: string;
  readonly children?: Child;
}) {
  return (
    <draft-keeper data-own={own} data-version={String(version)} data-entry={entry} data-saved={saved}>
      <div data-part="offer" role="status" hidden>
        <Notice tone="look" title={words.say('agreements.draft.kept.title')}>
          <p data-part="words"></p>
          <p>{words.say('agreements.draft.kept.text')}</p>
          <p class="buttons">
            <button class="button" type="button" data-do="take">
              {words.say('agreements.draft.kept.take')}
            </button>
            <button class="button end" type="button" data-do="forget">
              {words.say('agreements.draft.kept.forget')}
            </button>
          </p>
        </Notice>
      </div>
      {children}
      <div data-part="away" role="status" hidden>
        <Notice tone="look">
          <p>{words.say('agreements.draft.kept.offline')}</p>
        </Notice>
      </div>
      <div data-part="back" role="status" hidden>
        <Notice tone="ok">
          <p>{words.say('agreements.draft.kept.online')}</p>
        </Notice>
      </div>
    </draft-keeper>
  );
}
