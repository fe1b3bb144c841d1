import {
  accountOf,
  factsOf,
  Prose,
  spokenOf,
  SubjectName,
  type Account,
  type ShownRow,
} from '../areas/claims/index.ts';
import { findShownOrganisation, ORGANISATION_FIELDS } from '../areas/organisations/index.ts';
import type { Portrait } from '../areas/requests/index.ts';
import type { Reader } from '../platform/database/index.ts';
import type { Request } from '../platform/http/index.ts';
import { isId } from '../plain/ids.ts';
import { isolated } from '../plain/isolated.ts';
import type { Words } from '../plain/words.ts';
import { Facts, Part, Row, Rows } from '../ui/index.ts';
import { NEIGHBOURS } from './neighbours.ts';

/** What an organisation says of itself. */
const ABOUT = ['description', 'fieldsOfAction', 'topics', 'offersExpertise', 'seeks'];

/** An organisation in its own words, without any address, as this reader may see it; null where it sees nothing. */
export async function portraitOf(c: Request, organisation: string): Promise<Portrait | null> {
  if (!isId(organisation)) return null;
  const { read, words } = c.var;
  const found = await read.db.read(async (db) => {
    const shown = await findShownOrganisation(db, organisation);
    const account = await accountFor(db, organisation, shown);
    const offers = await NEIGHBOURS.offersOf(db, [...new Set(shown.flatMap(({ nameKeys }) => nameKeys))]);
    return account === null ? null : { account, offers };
  });
  if (found === null) return null;
  const { account, offers } = found;
  const [name] = spokenOf(account.facts['name'], words, 'reader');
  const nameless = words.say('organisations.noName');
  const saysNothing = offers.length === 0 && ABOUT.every((field) => account.facts[field] === undefined);
  const manners = factsOf(words, account, [
    ['contactFunction', 'people'],
    ['phoneTimes', 'clock'],
    ['languages', 'language'],
  ]);
  return {
    name: name === undefined ? nameless : isolated(words, name.text),
    words: saysNothing ? null : (
      <>
        <Prose words={words} texts={spokenOf(account.facts['description'], words, 'reader')} />
        <Facts facts={factsOf(words, account, [['fieldsOfAction'], ['topics']])} />
        <SaidPart words={words} account={account} field="offersExpertise" title={words.say('organisations.can')} />
        <SaidPart words={words} account={account} field="seeks" title={words.say('organisations.seeks')} />
        {offers.length === 0 ? null : (
          <Part title={words.say('organisations.offers', { count: offers.length })}>
            <Rows>
              {offers.map(({ href, facts }) => (
                <Row
                  href={href}
                  title={<SubjectName words={words} name={facts['name']} first="reader" nameless={nameless} />}
                />
              ))}
            </Rows>
          </Part>
        )}
      </>
    ),
    manners: manners.length === 0 ? null : <Facts facts={manners} />,
  };
}

/** How to reach the contact function of an organisation; null where it says nothing that others may read. */
export async function contactOf(db: Reader, organisation: string, words: Words) {
  const shown = await findShownOrganisation(db, organisation);
  // What an organisation keeps to itself stays with it, also towards partners.
  const account = await accountFor(
    db,
    organisation,
    shown.filter(({ scope }) => scope !== 'own'),
  );
  const facts =
    account === null
      ? []
      : factsOf(words, account, [
          ['contactFunction', 'people'],
          ['phone', 'phone'],
          ['phoneTimes', 'clock'],
          ['mailbox', 'mail'],
        ]);
  return facts.length === 0 ? null : <Facts facts={facts} />;
}

function accountFor(
  db: Reader,
  subject: string,
  shown: readonly Pick<ShownRow, 'scope' | 'facts'>[],
): Promise<Account | null> {
  return accountOf(db, { fields: ORGANISATION_FIELDS, subject, shown, day: null });
}

function SaidPart({
  words,
  account,
  field,
  title,
}: {
  readonly words: Words;
  readonly account: Account;
  readonly field: string;
  readonly title: string;
}) {
  const texts = spokenOf(account.facts[field], words, 'reader');
  return texts.length === 0 ? null : (
    <Part title={title}>
      <Prose words={words} texts={texts} />
    </Part>
  );
}
