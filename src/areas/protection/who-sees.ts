/** Who looks, as far as rights differ. `organisation` is the one that the fact is about, or a colleague there. */
export const ONLOOKERS = ['stranger', 'account', 'member', 'organisation', 'coordination', 'operator'] as const;
export type Onlooker = (typeof ONLOOKERS)[number];

/** `noted`: only after opening it, which leaves a note that the organisation sees. */
export type Sight = 'yes' | 'no' | 'noted';

/** What is looked at: facts of the register, by scope and by what lies over the subject. */
export const SIGHTS_OF_FACTS = {
  public: seen({ from: 'stranger' }),
  network: seen({ from: 'member' }),
  partner: noted(),
  own: noted(),
  protected: noted(),
  /** That it belongs to a network, where a veil hides it. */
  membership: nobody(),
  lapsed: seen({ from: 'member' }),
  unfinished: { ...nobody(), coordination: 'yes', operator: 'yes' },
} as const satisfies Readonly<Record<string, Readonly<Record<Onlooker, Sight>>>>;

/** What is kept about accounts. `organisation` is a colleague; the person itself sees all of it. */
export const SIGHTS_OF_PEOPLE = {
  roleTaken: { ...nobody(), organisation: 'yes', coordination: 'yes', operator: 'yes' },
  chain: { ...nobody(), organisation: 'yes' },
  /** Of a colleague who speaks for the same organisation; the network sees only that the place is taken. */
  alias: { ...nobody(), organisation: 'yes' },
  account: nobody(),
  session: nobody(),
  outbox: { ...nobody(), operator: 'yes' },
} as const satisfies Readonly<Record<string, Readonly<Record<Onlooker, Sight>>>>;

/** What organisations do together. `organisation` is a partner; for everybody else it does not exist. */
export const SIGHTS_OF_COOPERATIONS = {
  cooperation: { ...nobody(), organisation: 'yes' },
  shownPlan: { ...nobody(), organisation: 'yes' },
  askedFor: { ...nobody(), organisation: 'yes' },
  agreement: { ...nobody(), organisation: 'yes' },
  /** Each side's own until all have handed over; here seen by the other one. */
  sealedSheet: nobody(),
  searchRequest: { ...seen({ from: 'member' }) },
} as const satisfies Readonly<Record<string, Readonly<Record<Onlooker, Sight>>>>;

/** What nobody sees because it is not there. */
export const NOT_KEPT = ['realNames', 'searches', 'visits', 'traits', 'formerHolders', 'messages'] as const;

/** What lies on a machine that somebody takes away or breaks into. */
export const SURRENDERED = [
  'register',
  'history',
  'together',
  'aliases',
  'mails',
  'imports',
  'waiting',
  'backups',
] as const;

/** Kept so that even who has the machine cannot read it. */
export const SEALED = ['passphrases', 'links', 'backups'] as const;

type Row = Readonly<Record<Onlooker, Sight>>;

function nobody(): Readonly<Record<Onlooker, 'no'>> {
  return { stranger: 'no', account: 'no', member: 'no', organisation: 'no', coordination: 'no', operator: 'no' };
}

/** Everyone from a rank upwards, and always the organisation itself. */
function seen({ from }: { readonly from: 'stranger' | 'member' }): Row {
  const everyone: Sight = from === 'stranger' ? 'yes' : 'no';
  return {
    stranger: everyone,
    account: everyone,
    member: 'yes',
    organisation: 'yes',
    coordination: 'yes',
    operator: 'yes',
  };
}

/** The organisation itself; whoever keeps the register only with a note for it. */
function noted(): Row {
  return { ...nobody(), organisation: 'yes', coordination: 'noted', operator: 'noted' };
}
