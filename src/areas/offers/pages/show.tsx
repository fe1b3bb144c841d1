import type { Child } from 'hono/jsx';
import type { Day } from '../../../plain/time.ts';
import type { Words } from '../../../plain/words.ts';
import {
  factsOf,
  Freshness,
  GoneFrom,
  Prose,
  showValue,
  spokenOf,
  StandForm,
  StandNotice,
  SubjectTitle,
  WhoSaysWhat,
  type Account,
} from '../../claims/index.ts';
import {
  Chip,
  Chips,
  Columns,
  Facts,
  FactsCard,
  Notice,
  OtherForms,
  Page,
  Part,
  type Fact,
  type Frame,
} from '../../../ui/index.ts';
import { Tools, type Tool } from '../../organisations/index.ts';
import type { OfferShown } from '../show.ts';

/** What one has to know before going there, most asked first. */
const CONDITIONS = [
  'papersAsked',
  'nameRequired',
  'anonymousPossible',
  'appointment',
  'publicBody',
  'stepFree',
] as const;

interface OfferView {
  readonly words: Words;
  readonly shown: OfferShown;
  readonly path: string;
  readonly day: Day | null;
  readonly today: Day;
  /** True for readers who see more than the public. */
  readonly showsScopes: boolean;
  /** What other areas have to say before anything else. */
  readonly above?: Child;
  /** What this reader can do here; nothing for strangers. */
  readonly tools?: readonly Tool[];
}

export function OfferPage({ frame, ...view }: Omit<OfferView, 'words' | 'showsScopes'> & { readonly frame: Frame }) {
  const { words } = frame;
  const [name] = spokenOf(view.shown.account.facts['name'], words, 'reader');
  return (
    <Page
      frame={frame}
      title={name?.text ?? words.say('offers.noName')}
      alternates
      noindex={view.day !== null}
      readers={frame.signedIn ? 'marked' : 'public'}
    >
      <OfferBody {...view} words={words} showsScopes={frame.signedIn} />
    </Page>
  );
}

/** An offer: what, when, for whom, under which conditions, how to reach it, and who says so. */
export function OfferBody({ words, shown, path, day, today, showsScopes, above, tools = [] }: OfferView) {
  const { account, lists, gone } = shown;
  const sourced = { words, account, lists, showsScopes };
  const contact = factsOf(words, account, [
    ['contactFunction', 'people'],
    ['phone', 'phone'],
    ['mailbox', 'mail'],
    ['website', 'web'],
    ['internalContact', 'lock'],
  ]);
  const where = factsOf(words, account, [['place', 'place'], ['district'], ['street'], ['point']]);
  const description = spokenOf(account.facts['description'], words, 'reader');
  const barriers = spokenOf(account.facts['barriers'], words, 'reader');
  return (
    <>
      <SubjectTitle
        words={words}
        above={<Carrier words={words} shown={shown} />}
        name={account.facts['name']}
        first="reader"
        nameless={words.say('offers.noName')}
      />
      {above}
      <StandNotice words={words} day={day} path={path} />
      <Expired words={words} account={account} today={day ?? today} />
      <Freshness sourced={sourced} today={day ?? today} />
      <GoneFrom words={words} gone={gone.filter(({ since }) => day === null || since <= day)} />
      <Tools words={words} tools={tools} />
      <Columns
        side={
          <>
            <FactsCard title={words.say('offers.contact')} facts={contact} />
            <FactsCard title={words.say('offers.where')} facts={where} />
          </>
        }
      >
        {description.length === 0 ? null : (
          <Part title={words.say('offers.about')}>
            <Prose words={words} texts={description} />
          </Part>
        )}
        <Facts
          facts={[
            ...factsOf(words, account, [
              ['times', 'clock'],
              ['languages', 'language'],
              ['targetGroups', 'people'],
            ]),
            ...conditionsOf(words, account),
            ...factsOf(words, account, [
              ['cost'],
              ['costNote'],
              ['fieldsOfAction'],
              ['topics'],
              ['validFrom', 'calendar'],
              ['validTo', 'calendar'],
            ]),
          ]}
        />
        {barriers.length === 0 ? null : (
          <Part title={words.say('offers.barriers')}>
            <Prose words={words} texts={barriers} />
          </Part>
        )}
      </Columns>
      <WhoSaysWhat {...sourced} />
      <StandForm words={words} day={day} path={path} today={today} />
      <OtherForms
        label={words.say('offers.otherForms')}
        forms={[{ href: `${path}.json`, label: words.say('offers.json'), icon: 'download' }]}
      />
    </>
  );
}

function Carrier({ words, shown: { account, carrier } }: { readonly words: Words; readonly shown: OfferShown }) {
  const name = account.facts['carrier'];
  if (typeof name !== 'string') return <>{words.say('offers.kind')}</>;
  return (
    <>
      {words.say('offers.by')}{' '}
      {carrier === null ? (
        <bdi>{name}</bdi>
      ) : (
        <a href={`/organisationen/${carrier}`}>
          <bdi>{name}</bdi>
        </a>
      )}
    </>
  );
}

function conditionsOf(words: Words, account: Account): readonly Fact[] {
  const known = account.fields.filter(({ field }) => CONDITIONS.some((condition) => condition === field.name));
  if (known.length === 0) return [];
  const ordered = known.toSorted((a, b) => place(a.field.name) - place(b.field.name));
  const texts = ordered.map(({ field, holds }) =>
    showValue(field, holds.value, words)
      .map(({ text }) => text)
      .join(', '),
  );
  return [
    {
      term: words.say('offers.conditions'),
      icon: 'check',
      value: (
        <Chips>
          {texts.map((text) => (
            <Chip>{text}</Chip>
          ))}
        </Chips>
      ),
    },
  ];
}

function place(name: string): number {
  return CONDITIONS.findIndex((condition) => condition === name);
}

function Expired({ words, account, today }: { readonly words: Words; readonly account: Account; readonly today: Day }) {
  const end = account.facts['validTo'];
  if (typeof end !== 'string' || end >= today) return null;
  return <Notice tone="end" title={words.say('offers.expired', { day: words.day(end) })} />;
}
