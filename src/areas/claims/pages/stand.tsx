import { isDay, type Day } from '../../../plain/time.ts';
import type { Words } from '../../../plain/words.ts';
import { Button, Buttons, DateField, LinkButton, Notice, QueryForm } from '../../../ui/index.ts';

/** The day that was asked for; what is none, or lies ahead, is now. */
export function standOf(url: URL, today: Day): Day | null {
  const wish = url.searchParams.get('stand') ?? '';
  return isDay(wish) && wish < today ? wish : null;
}

/** Says which day a page shows, when it is not today. */
export function StandNotice({
  words,
  day,
  path,
}: {
  readonly words: Words;
  readonly day: Day | null;
  readonly path: string;
}) {
  if (day === null) return null;
  return (
    <Notice tone="look" title={words.say('claims.stand.past', { day: words.day(day) })}>
      <p>
        <a href={path}>{words.say('claims.stand.toNow')}</a>
      </p>
    </Notice>
  );
}

/** Asks for another day. */
export function StandForm({
  words,
  day,
  path,
  today,
}: {
  readonly words: Words;
  readonly day: Day | null;
  readonly path: string;
  readonly today: Day;
}) {
  return (
    <details class="facet" open={day !== null}>
      <summary>{words.say('claims.stand.title')}</summary>
      <QueryForm action={path} label={words.say('claims.stand.title')}>
        <DateField words={words} name="stand" label={words.say('claims.stand.day')} value={day ?? today} max={today} />
        <Buttons>
          <Button tone="quiet">{words.say('claims.stand.show')}</Button>
          {day === null ? null : (
            <LinkButton tone="quiet" href={path}>
              {words.say('claims.stand.toNow')}
            </LinkButton>
          )}
        </Buttons>
      </QueryForm>
    </details>
  );
}
