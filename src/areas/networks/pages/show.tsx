import type { Day } from '../../../plain/time.ts';
import {
  factsOf,
  Freshness,
  GoneFrom,
  Prose,
  spokenOf,
  StandForm,
  StandNotice,
  SubjectTitle,
  WhoSaysWhat,
} from '../../claims/index.ts';
import { Columns, FactsCard, Facts, OtherForms, Page, Part, type Frame } from '../../../ui/index.ts';
import type { NetworkShown } from '../show.ts';
import { MembersPart } from './members.tsx';
import { namedMembers } from './named-members.ts';

/** A network: what it is for, who belongs to it, how to reach it, and who says so. */
export function NetworkPage({
  frame,
  shown,
  path,
  day,
  today,
}: {
  readonly frame: Frame;
  readonly shown: NetworkShown;
  readonly path: string;
  readonly day: Day | null;
  readonly today: Day;
}) {
  const { words } = frame;
  const { account, lists, gone } = shown;
  const named = namedMembers(words, shown.organisations);
  const sourced = { words, account, lists, showsScopes: frame.signedIn, named };
  const [name] = spokenOf(account.facts['name'], words, 'own');
  const contact = factsOf(words, account, [
    ['contactFunction', 'people'],
    ['mailbox', 'mail'],
    ['website', 'web'],
  ]);
  const where = factsOf(words, account, [['place', 'place']]);
  return (
    <Page frame={frame} title={name?.text ?? words.say('networks.noName')} alternates noindex={day !== null}>
      <SubjectTitle
        words={words}
        above={<a href="/netzwerke">{words.say('networks.all.title')}</a>}
        name={account.facts['name']}
        first="own"
        nameless={words.say('networks.noName')}
      />
      <StandNotice words={words} day={day} path={path} />
      <Freshness sourced={sourced} today={day ?? today} />
      <GoneFrom words={words} gone={gone.filter(({ since }) => day === null || since <= day)} />
      <Columns
        side={
          <>
            <FactsCard title={words.say('networks.contact')} facts={contact} />
            <FactsCard title={words.say('networks.where')} facts={where} />
          </>
        }
      >
        <AboutPart shown={shown} frame={frame} />
      </Columns>
      <MembersPart shown={shown} frame={frame} named={named} />
      <WhoSaysWhat {...sourced} />
      <StandForm words={words} day={day} path={path} today={today} />
      <OtherForms
        label={words.say('networks.otherForms')}
        forms={[{ href: `${path}.json`, label: words.say('networks.json'), icon: 'download' }]}
      />
    </Page>
  );
}

function AboutPart({ shown: { account }, frame: { words } }: { readonly shown: NetworkShown; readonly frame: Frame }) {
  const goal = spokenOf(account.facts['goal'], words, 'reader');
  const description = spokenOf(account.facts['description'], words, 'reader');
  return (
    <>
      {goal.length === 0 ? null : (
        <Part title={words.say('networks.goal')}>
          <Prose words={words} texts={goal} />
        </Part>
      )}
      {description.length === 0 ? null : (
        <Part title={words.say('networks.about')}>
          <Prose words={words} texts={description} />
        </Part>
      )}
      <Facts facts={factsOf(words, account, [['topics'], ['validFrom', 'calendar'], ['validTo', 'calendar']])} />
    </>
  );
}
