import { dayOf, type Day } from '../../../plain/time.ts';
import type { Words } from '../../../plain/words.ts';
import { Chip, EmptyState, Facts, Fold, Part, type Fact } from '../../../ui/index.ts';
import { factsOf, freshnessOf, type Account } from '../../claims/index.ts';
import type { Entry } from '../entry.ts';

/** What changes most often stands first, the rest is folded away: it fits a small phone. */
const FIRST: ReadonlySet<string> = new Set([
  'times',
  'phone',
  'phoneTimes',
  'mailbox',
  'website',
  'contactFunction',
  'place',
  'district',
  'languages',
]);

/** From here on it is as likely out of date as not. */
const DOUBTFUL = 0.5;

/** The facts as strangers are shown them, each with the day of its last word. */
export function ShownFacts({
  words,
  entry: { account },
  today,
}: {
  readonly words: Words;
  readonly entry: Entry;
  readonly today: Day;
}) {
  if (account === null) return <EmptyState title={words.say('freshness.confirm.nothing')} icon="info" />;
  const names = [...new Set(account.fields.map(({ field }) => field.name))];
  const facts = (isFirst: boolean) =>
    names.filter((name) => FIRST.has(name) === isFirst).flatMap((name) => factOf(words, account, name, today));
  const rest = facts(false);
  return (
    <Part title={words.say('freshness.confirm.facts')}>
      <Facts facts={facts(true)} />
      {rest.length === 0 ? null : (
        <Fold label={words.say('freshness.confirm.rest', { count: rest.length })} open={facts(true).length === 0}>
          <Facts facts={rest} />
        </Fold>
      )}
    </Part>
  );
}

function factOf(words: Words, account: Account, name: string, today: Day): readonly Fact[] {
  const parts = account.fields.filter(({ field }) => field.name === name);
  const [first] = parts;
  if (first === undefined) return [];
  const on = parts
    .map(({ holds }) =>
      dayOf(holds.confirmedAt !== null && holds.confirmedAt > holds.saidAt ? holds.confirmedAt : holds.saidAt),
    )
    .reduce((one, other) => (one > other ? one : other));
  const isDoubtful = freshnessOf(first.field, on, today) <= DOUBTFUL;
  return factsOf(words, account, [[name]]).map((fact) => ({
    ...fact,
    note: (
      <>
        {words.say('freshness.confirm.since', { day: words.day(on) })}{' '}
        {isDoubtful ? (
          <Chip tone="look" icon="clock">
            {words.say('freshness.confirm.doubtful')}
          </Chip>
        ) : null}
      </>
    ),
  }));
}
