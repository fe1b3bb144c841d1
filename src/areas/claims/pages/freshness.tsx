import { isolated } from '../../../plain/isolated.ts';
import { dayOf, daysBetween, type Day } from '../../../plain/time.ts';
import type { Words } from '../../../plain/words.ts';
import { Chip } from '../../../ui/index.ts';
import { speakerOf, roleName, type Sourced } from './who-says-what.tsx';

/** Facts older than this ask to be confirmed again. */
const FRESH_DAYS = 180;

/** When somebody last stood by it, and in which role; or honestly that nobody has yet. */
export function Freshness({ sourced, today }: { readonly sourced: Sourced; readonly today: Day }) {
  const { words, account } = sourced;
  const { confirmed } = account;
  if (confirmed !== null) {
    const isFresh = daysBetween(dayOf(confirmed.on), today) <= FRESH_DAYS;
    return (
      <p>
        <Chip tone={isFresh ? 'ok' : 'look'} icon={isFresh ? 'check' : 'clock'}>
          {words.say('claims.page.lastConfirmed', {
            day: words.day(confirmed.on),
            role: roleName(words, confirmed.role),
          })}
        </Chip>
      </p>
    );
  }
  const [first] = account.fields;
  const who = first === undefined ? '' : speakerOf(first.holds, sourced).text;
  return (
    <p>
      <Chip tone="look" icon="clock">
        {words.say('claims.page.neverConfirmed')}
      </Chip>{' '}
      <span class="soft">
        {words.say('claims.page.standsIn', { who: isolated(words, who), day: words.day(account.saidAt) })}
      </span>
    </p>
  );
}

/** "Nicht mehr in der Liste …": a row that vanished is not deleted, it is said. */
export function GoneFrom({ words, gone }: { readonly words: Words; readonly gone: readonly Gone[] }) {
  return (
    <>
      {gone.map(({ title, since }) => (
        <p>
          <Chip tone="look" icon="list">
            {words.say('claims.page.gone', { title: isolated(words, title), day: words.day(since) })}
          </Chip>
        </p>
      ))}
    </>
  );
}

/** A list in which a subject stood once. */
export interface Gone {
  readonly list: string;
  readonly title: string;
  readonly since: Day;
}
