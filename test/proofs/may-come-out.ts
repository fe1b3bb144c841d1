import { HOLDINGS } from '../../src/app/holdings.ts';

/** The columns that partners or an organisation itself read, of everything that is kept for working together. */
const READ_TOGETHER = HOLDINGS.filter(
  ({ purpose, readers }) => purpose === 'cooperate' && !readers.includes('program'),
).flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`));

/** Where a mark may be, and why. Everything else that is found is a leak; what is here and never found is stale. */
export const MAY: readonly { readonly surface: string; readonly mark: RegExp; readonly why: string }[] = [
  { surface: 'coordination', mark: /^notice\.(id|about)$/, why: 'what it has to look at, with the page that helps' },
  { surface: 'operator', mark: /^notice\.(id|about)$/, why: 'what it has to look at, with the page that helps' },
  {
    surface: 'coordination',
    mark: /^claim (network|lapsed)$/,
    why: 'said for the network; what fell silent the coordination asks after',
  },
  {
    surface: 'coordination',
    mark: /^claim withdrawn$/,
    why: 'the name only, in the queue, to show it again if it asks',
  },
  { surface: 'coordination', mark: /^account\.alias$/, why: 'who holds the roles of the network itself' },
  { surface: 'coordination', mark: /^role_term\.id$/, why: 'the button that ends such a term' },
  { surface: 'operator', mark: /^claim (network|lapsed|withdrawn)$/, why: 'as the coordination' },
  { surface: 'operator', mark: /^account\.alias$/, why: 'as the coordination' },
  { surface: 'operator', mark: /^role_term\.id$/, why: 'as the coordination' },
  {
    surface: 'operator',
    mark: /^(mail\.\w+|account\.mail)$/,
    why: 'mails wait in the outbox for the operator where no mail server is set',
  },
  { surface: 'outbox', mark: /^(mail\.\w+|account\.mail)$/, why: 'the same mails as files, for the operator to send' },
  { surface: 'own', mark: /^claim own$/, why: 'its own word' },
  { surface: 'own', mark: /^account\.alias$/, why: 'the second person of the organisation, by alias' },
  { surface: 'own', mark: /^(role_term\.id|chain_note\.(former_)?hash)$/, why: 'its own roles and its own chain' },
  { surface: 'other', mark: /^claim network$/, why: 'its own word: it is the one that speaks to the network' },
  { surface: 'other', mark: /^role_term\.id$/, why: 'its own role' },
  ...['partner', 'second', 'third'].flatMap((surface) => [
    {
      surface,
      mark: new RegExp(`^(${READ_TOGETHER.join('|').replaceAll('.', String.raw`\.`)})$`),
      why: 'what partners do together, for themselves',
    },
    { surface, mark: /^notice\.(id|about together)$/, why: 'what it is told on its own page' },
    { surface, mark: /^role_term\.id$/, why: 'its own roles' },
  ]),
  ...['partner', 'third'].map((surface) => ({
    surface,
    mark: /^chain_note\.(hash|former_hash|about)$/,
    why: 'its own chain; the second one’s is not looked at here',
  })),
  ...['partner', 'second'].flatMap((surface) => [
    { surface, mark: /^claim partner$/, why: 'how to reach who has said yes' },
    { surface, mark: /^mail\.receiver$/, why: 'the same mailbox, to which mails went too' },
  ]),
  { surface: 'third', mark: /^(claim partner|mail\.receiver)$/, why: 'its own word' },
  {
    surface: 'link',
    mark: /^request_words\.words$/,
    why: 'what somebody is asked, for who holds the link of the mail',
  },
  {
    surface: 'partner',
    mark: /^conversation_door\.(conversation|token)$/,
    why: 'the link of the conversation that it is the steward of, to hand on',
  },
  {
    surface: 'partner',
    mark: /^ballot\.answers$/,
    why: 'the ids of the statements that it has written as the steward: in a ballot they are the keys',
  },
  {
    surface: 'calendar',
    mark: /^agreement_version\.content$/,
    why: 'what has to be done until when, for who has the address of the calendar',
  },
  {
    surface: 'chain',
    mark: /^(chain_note\.about|(agreement|cooperation|introduction|kept_agreement|request|search_request)\.id)$/,
    why: 'the chain says by reference what was done; only its organisation reads it',
  },
  ...['coordination', 'operator'].map((surface) => ({
    surface,
    mark: /^search_request\.(expertise|offered)$/,
    why: 'what an organisation tells the network that it looks for',
  })),
  ...['operator', 'outbox'].map((surface) => ({
    surface,
    mark: /^claim partner$/,
    why: 'the mailbox of who is asked, as the receiver of the mail that has to be handed on',
  })),
  { surface: 'opened', mark: /^claim own$/, why: 'looked at by the coordination, with a note in the chain' },
  { surface: 'chain', mark: /^chain_note\.(former_)?hash$/, why: 'the chain itself' },
  { surface: 'geflecht chain', mark: /^chain_note\.hash$/, why: 'the head, to compare it with the one on paper' },
  { surface: 'geflecht disclose', mark: /^account\.alias$/, why: 'the alias that was asked for' },
  {
    surface: 'finder',
    mark: /^revision_subject\.subject$/,
    why: 'which entries have changed, by id, also those of an import that was taken back',
  },
];

/** Everybody reads their own name and mailbox. */
const SELF: Readonly<Record<string, string>> = {
  coordination: 'silberne spinne 12',
  operator: 'kupferne krähe 11',
  own: 'eiserne elster 14',
  other: 'hölzerner hecht 15',
  partner: 'gläserne gans 18',
  second: 'irdene ische 19',
  third: 'bronzener bussard 20',
};

/** What somebody may always read of themselves. */
export function isSelf(surface: string, mark: string): boolean {
  const alias = SELF[surface];
  return (
    alias !== undefined &&
    (mark === alias ||
      (surface === 'own' && mark === 'eigene-elster@post.example') ||
      mark === `${alias.replaceAll(/\W/g, '')}@post.example`)
  );
}
