import type { Day } from '../../../plain/time.ts';
import {
  factsOf,
  Freshness,
  GoneFrom,
  Prose,
  Spoken,
  spokenOf,
  StandForm,
  StandNotice,
  WhoSaysWhat,
} from '../../claims/index.ts';
import {
  Card,
  Chip,
  Chips,
  Columns,
  Facts,
  OtherForms,
  Page,
  PageTitle,
  Part,
  Row,
  Rows,
  type Frame,
} from '../../../ui/index.ts';
import type { NetworkLink, OfferLink, OrganisationShown } from '../show.ts';

/** An organisation: how it names itself, what it can and seeks, how to reach it, and who says so. */
export function OrganisationPage({
  frame,
  shown,
  path,
  day,
  today,
}: {
  readonly frame: Frame;
  readonly shown: OrganisationShown;
  readonly path: string;
  readonly day: Day | null;
  readonly today: Day;
}) {
  const { words } = frame;
  const { account, lists, gone, offers, networks } = shown;
  const sourced = { words, account, lists, showsScopes: frame.signedIn };
  const [name, ...otherNames] = spokenOf(account.facts['name'], words, 'own');
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
    <Page frame={frame} title={name?.text ?? words.say('organisations.noName')} alternates noindex={day !== null}>
      <PageTitle
        above={factsOf(words, account, [['kind']])[0]?.value}
        title={
          name === undefined ? (
            words.say('organisations.noName')
          ) : (
            <Spoken words={words} language={name.language}>
              {name.text}
            </Spoken>
          )
        }
        below={
          otherNames.length === 0
            ? undefined
            : otherNames.map(({ language, text }, index) => (
                <>
                  {index === 0 ? null : ' · '}
                  <Spoken words={words} language={language}>
                    {text}
                  </Spoken>
                </>
              ))
        }
      />
      <StandNotice words={words} day={day} path={path} />
      <Freshness sourced={sourced} today={day ?? today} />
      <GoneFrom words={words} gone={gone.filter(({ since }) => day === null || since <= day)} />
      <Columns
        side={
          <>
            {contact.length === 0 ? null : (
              <Card title={words.say('organisations.contact')}>
                <Facts facts={contact} />
              </Card>
            )}
            {where.length === 0 ? null : (
              <Card title={words.say('organisations.where')}>
                <Facts facts={where} />
              </Card>
            )}
          </>
        }
      >
        <SelfWords shown={shown} frame={frame} />
        <OffersPart offers={offers} frame={frame} />
        <NetworksPart networks={networks} frame={frame} />
      </Columns>
      <WhoSaysWhat {...sourced} />
      <StandForm words={words} day={day} path={path} today={today} />
      <OtherForms
        label={words.say('organisations.otherForms')}
        forms={[{ href: `${path}.json`, label: words.say('organisations.json'), icon: 'download' }]}
      />
    </Page>
  );
}

function SelfWords({
  shown: { account },
  frame: { words },
}: {
  readonly shown: OrganisationShown;
  readonly frame: Frame;
}) {
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

function OffersPart({ offers, frame: { words } }: { readonly offers: readonly OfferLink[]; readonly frame: Frame }) {
  if (offers.length === 0) return null;
  return (
    <Part title={words.say('organisations.offers', { count: offers.length })}>
      <Rows>
        {offers.map(({ href, facts }) => {
          const [name] = spokenOf(facts['name'], words, 'reader');
          const languages = Array.isArray(facts['languages'])
            ? facts['languages'].filter((tag) => typeof tag === 'string')
            : [];
          return (
            <Row
              href={href}
              title={
                <Spoken words={words} language={name?.language ?? null}>
                  {name?.text ?? words.say('organisations.noName')}
                </Spoken>
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

function NetworksPart({
  networks,
  frame: { words },
}: {
  readonly networks: readonly NetworkLink[];
  readonly frame: Frame;
}) {
  if (networks.length === 0) return null;
  return (
    <Part title={words.say('organisations.networks', { count: networks.length })}>
      <Rows>
        {networks.map(({ href, facts }) => {
          const [name] = spokenOf(facts['name'], words, 'reader');
          const [goal] = spokenOf(facts['goal'], words, 'reader');
          return (
            <Row
              href={href}
              title={
                <Spoken words={words} language={name?.language ?? null}>
                  {name?.text ?? words.say('organisations.noName')}
                </Spoken>
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
