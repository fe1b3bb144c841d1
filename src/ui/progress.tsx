import type { Words } from '../plain/words.ts';

/**
 * How far a long task is. Without JavaScript the page loads itself again (`refresh` of `Page`);
 * with the island `live-progress` it asks `source` for JSON of the form
 * `{ done, total, text, finished, href? }` and shows that.
 */
export function Progress({
  words,
  label,
  done,
  total,
  text,
  source,
  refresh,
}: {
  readonly words: Words;
  readonly label: string;
  readonly done: number;
  /** Null while it is not known how much there is. */
  readonly total: number | null;
  /** The counts in words, where "3 of 10" does not say enough. */
  readonly text?: string | undefined;
  readonly source?: string | undefined;
  /** The same number of seconds that `Page` was given. */
  readonly refresh?: number | undefined;
}) {
  const counts =
    text ??
    (total === null
      ? words.number(done)
      : words.say('ui.progress.counts', { done: words.number(done), total: words.number(total) }));
  return (
    <live-progress data-source={source} data-seconds={refresh === undefined ? undefined : String(refresh)}>
      <div class="progress">
        <label for="progress">{label}</label>
        <progress
          id="progress"
          value={total === null ? undefined : done}
          max={total === null ? undefined : Math.max(total, 1)}
        ></progress>
        <p class="counts">{counts}</p>
        <p class="away" role="status"></p>
        {refresh === undefined ? null : <p class="soft">{words.say('ui.progress.stay')}</p>}
      </div>
    </live-progress>
  );
}
