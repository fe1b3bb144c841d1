import type { Child } from 'hono/jsx';
import type { Day } from '../../../plain/time.ts';
import type { Words } from '../../../plain/words.ts';
import {
  factsOf,
  Freshness,
  GoneFrom,
  Prose,
  Spoken,
  spokenOf,
  StandForm,
  StandNotice,
  SubjectName,
  SubjectTitle,
  WhoSaysWhat,
} from '../../claims/index.ts';
import {
  Buttons,
  Chip,
  Chips,
  Columns,
  Facts,
  FactsCard,
  LinkButton,
  OtherForms,
  Page,
  Part,
  Row,
  Rows,
  type Frame,
} from '../../../ui/index.ts';
import { ShownPicture } from './picture-shown.tsx';
import type { NetworkLink, OfferLink, OrganisationShown } from '../show.ts';

interface OrganisationView {
  readonly words: Words;
  readonly shown: OrganisationShown;
  readonly path: string;
  readonly day: Day | null;
  readonly today: Day;
  /** True for readers who see more than the public. */
  readonly showsScopes: boolean;
  /** What this reader has to know first. */
  readonly above?: Child;
  /** What this reader can do here; nothing for strangers. */
  readonly tools?: readonly Tool[];
}

/** Something that a reader can do with what a page shows. */
export interface Tool {
  readonly href: string;
  /** Key of the words on the button. */
  readonly key: string;
  /** What people come for: it stays in sight where there is much to do. */
  readonly isFirst?: boolean;
}

export function OrganisationPage({
  frame,
  ...view
}: Omit<OrganisationView, 'words' | 'showsScopes'> & { readonly frame: Frame }) {
  const { words } = frame;
  const [name] = spokenOf(view.shown.account.facts['name'], words, 'own');
  return (
    <Page
      frame={frame}
      title={name?.text ?? words.say('organisations.noName')}
      alternates
      noindex={view.day !== null}
      readers={frame.signedIn ? 'marked' : 'public'}
    >
      <OrganisationBody {...view} words={words} showsScopes={frame.signedIn} />
    </Page>
  );
}

/** An organisation: how it names itself, what it can and seeks, how to reach it, and who says so. */
export function OrganisationBody({ words, shown, path, day, today, showsScopes, above, tools = [] }: OrganisationView) {
  const { account, lists, gone, offers, networks, picture } = shown;
  const sourced = { words, account, lists, showsScopes };
  const contact = factsOf(words, account, [
    ['contactFunction', 'people'],
    ['phone', 'phone'],
    ['phoneTimes', 'clock'],
    ['mailbox', 'mail'],
    ['website', 'web'],
    ['internalContact', 'lock'],
  ]);
  const where = factsOf(words, account, [['place', 'place'], ['district'], ['street'], ['point'], ['registerNumber']]);
  return (
    <>
      <SubjectTitle
        words={words}
        above={factsOf(words, account, [['kind']])[0]?.value}
        name={account.facts['name']}
        first="own"
        nameless={words.say('organisations.noName')}
      />
      {above}
      <StandNotice words={words} day={day} path={path} />
      <Freshness sourced={sourced} today={day ?? today} />
      <GoneFrom words={words} gone={gone.filter(({ since }) => day === null || since <= day)} />
      <Tools words={words} tools={tools} />
      <Columns
        side={
          <>
            <FactsCard title={words.say('organisations.contact')} facts={contact} />
            <FactsCard title={words.say('organisations.where')} facts={where} />
          </>
        }
      >
        {picture === null ? null : (
          <ShownPicture words={words} path={path} picture={picture} showsScope={showsScopes} />
        )}
        <SelfWords shown={shown} words={words} />
        <OffersPart offers={offers} words={words} />
        <NetworksPart networks={networks} words={words} />
      </Columns>
      <WhoSaysWhat {...sourced} />
      <StandForm words={words} day={day} path={path} today={today} />
      <OtherForms
        label={words.say('organisations.otherForms')}
        forms={[{ href: `${path}.json`, label: words.say('organisations.json'), icon: 'download' }]}
      />
    </>
  );
}

/** Buttons for whoever may do something here. */
export function Tools({ words, tools }: { readonly words: Words; readonly tools: readonly Tool[] }) {
  if (tools.length === 0) return null;
  const inSight = tools.length <= MOST_IN_SIGHT ? tools : tools.filter(({ isFirst }) => isFirst === true);
  const others = tools.filter((tool) => !inSight.includes(tool));
  return (
    <>
      <ToolButtons words={words} tools={inSight} />
      {others.length === 0 ? null : (
        <details class="more-fields">
          <summary>{words.say('organisations.moreTools')}</summary>
          <ToolButtons words={words} tools={others} />
        </details>
      )}
    </>
  );
}

const MOST_IN_SIGHT = 3;

function ToolButtons({ words, tools }: { readonly words: Words; readonly tools: readonly Tool[] }) {
  return (
    <Buttons>
      {tools.map(({ href, key }) => (
        <LinkButton tone="quiet" href={href}>
          {words.tell({ key })}
        </LinkButton>
      ))}
    </Buttons>
  );
}

function SelfWords({ shown: { account }, words }: Pick<OrganisationView, 'shown' | 'words'>) {
  const texts = (field: string) => spokenOf(account.facts[field], words, 'reader');
  const named = spokenOf(account.facts['name'], words, 'own');
  return (
    <>
      {named.length > 1 ? (
        <Part title={words.say('organisations.names')}>
          <Facts
            facts={named.map(({ language, text }) => ({
              term: language === null ? words.say('organisations.unknownLanguage') : words.languageName(language),
              value: (
                <Spoken words={words} language={language}>
                  {text}
                </Spoken>
              ),
            }))}
          />
        </Part>
      ) : null}
      {texts('description').length === 0 ? null : (
        <Part title={words.say('organisations.about')}>
          <Prose words={words} texts={texts('description')} />
        </Part>
      )}
      <Facts
        facts={factsOf(words, account, [
          ['shortName'],
          ['fieldsOfAction'],
          ['topics'],
          ['languages', 'language'],
          ['validFrom'],
          ['validTo'],
        ])}
      />
      {texts('offersExpertise').length === 0 ? null : (
        <Part title={words.say('organisations.can')}>
          <Prose words={words} texts={texts('offersExpertise')} />
        </Part>
      )}
      {texts('seeks').length === 0 ? null : (
        <Part title={words.say('organisations.seeks')}>
          <Prose words={words} texts={texts('seeks')} />
        </Part>
      )}
    </>
  );
}

function OffersPart({ offers, words }: { readonly offers: readonly OfferLink[]; readonly words: Words }) {
  if (offers.length === 0) return null;
  return (
    <Part title={words.say('organisations.offers', { count: offers.length })}>
      <Rows>
        {offers.map(({ href, facts }) => {
          const languages = Array.isArray(facts['languages'])
            ? facts['languages'].filter((tag) => typeof tag === 'string')
            : [];
          return (
            <Row
              href={href}
              title={
                <SubjectName
                  words={words}
                  name={facts['name']}
                  first="reader"
                  nameless={words.say('organisations.noName')}
                />
              }
              beside={
                facts['papersAsked'] === 'no' ? <Chip>{words.say('claims.answer.papersAsked.no')}</Chip> : undefined
              }
            >
              {languages.length === 0 ? undefined : (
                <Chips>
                  {languages.map((tag) => (
                    <Chip icon="language">{words.languageName(tag)}</Chip>
                  ))}
                </Chips>
              )}
            </Row>
          );
        })}
      </Rows>
    </Part>
  );
}

function NetworksPart({ networks, words }: { readonly networks: readonly NetworkLink[]; readonly words: Words }) {
  if (networks.length === 0) return null;
  return (
    <Part title={words.say('organisations.networks', { count: networks.length })}>
      <Rows>
        {networks.map(({ href, facts }) => {
          const [goal] = spokenOf(facts['goal'], words, 'reader');
          return (
            <Row
              href={href}
              title={
                <SubjectName
                  words={words}
                  name={facts['name']}
                  first="reader"
                  nameless={words.say('organisations.noName')}
                />
              }
            >
              {goal === undefined ? undefined : (
                <p>
                  <Spoken words={words} language={goal.language}>
                    {goal.text}
                  </Spoken>
                </p>
              )}
            </Row>
          );
        })}
      </Rows>
    </Part>
  );
}
