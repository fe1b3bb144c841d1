import type { Json } from '../../plain/json.ts';
import type { Words } from '../../plain/words.ts';
import { asSystem, type Reader } from '../../platform/database/index.ts';
import { mailLanguage } from '../../platform/mail/index.ts';
import {
  accountOf,
  findKeepersOf,
  findPublicWinners,
  findSaid,
  findSubject,
  knownOf,
  looksLikePerson,
  project,
  spokenOf,
  standing,
  type Account,
  type Claim,
  type Register,
  type SubjectKind,
} from '../claims/index.ts';
import { seenOf } from './seen.ts';

export type EntryKind = 'organisation' | 'offer';

/** An organisation or an offer as strangers are shown it (or were, before it fell silent). */
export interface Entry {
  readonly subject: string;
  readonly kind: EntryKind;
  /** Null while strangers are shown nothing. */
  readonly account: Account | null;
  /** What whoever looks at it has seen. */
  readonly seen: string;
}

/** Looks an entry up with all rights, and gives back only what is for everyone. Null for what is not asked. */
export async function findEntry(db: Reader, register: Register, asked: string): Promise<Entry | null> {
  return asSystem(db, async () => {
    const known = await findSubject(db, asked);
    if (known === null || known.kind === 'network') return null;
    const { kind } = known;
    // An old link leads to what the entry counts as.
    const subject = known.forwardedTo ?? asked;
    const fields = register.fields[kind];
    const winners = await findPublicWinners(db, register, subject);
    const shown = project(fields, subject, winners);
    return {
      subject,
      kind,
      account: await accountOf(db, { fields, subject, shown, day: null }),
      seen: seenOf(winners),
    };
  });
}

/** The claims that strangers are shown of an entry, whoever looks. */
export async function findWinners(db: Reader, register: Register, subject: string): Promise<readonly Claim[]> {
  return asSystem(db, () => findPublicWinners(db, register, subject));
}

/** How entries name themselves, by subject; for keepers also while nobody else is shown them. */
export async function findNames(
  db: Reader,
  register: Register,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, Named>> {
  return asSystem(db, async () => {
    const known = await knownOf(db, subjects);
    const said = await findSaid(db, subjects);
    return new Map(
      [...known].map(([subject, { kind }]) => {
        const [first] = project(register.fields[kind], subject, (said.get(subject) ?? []).filter(isStandingName));
        return [subject, { kind, name: first?.facts['name'] ?? null }];
      }),
    );
  });
}

export interface Named {
  readonly kind: SubjectKind;
  /** Language → name; null where none is known. */
  readonly name: Json | null;
}

function isStandingName({ field, retractedAt }: Claim): boolean {
  return field === 'name' && retractedAt === null;
}

/** The name that everybody knows, for readers of a language. */
export function nameSaid({ account }: Entry, words: Words): string {
  const [name] = spokenOf(account?.facts['name'], words, 'reader');
  return name?.text ?? words.say('freshness.noName');
}

/** The function mailbox that strangers are shown too; none where it looks like that of a person. */
export function mailboxOf({ account }: Entry): string | null {
  const mailbox = account?.facts['mailbox'];
  return typeof mailbox === 'string' && !looksLikePerson(mailbox) ? mailbox : null;
}

/** The function mailboxes that anybody names in public, the one that holds first. */
export async function findMailboxesSaid(
  db: Reader,
  { subject, account }: Entry,
  most: number,
): Promise<readonly string[]> {
  const claims = (await asSystem(db, () => findSaid(db, [subject]))).get(subject) ?? [];
  const said = standing(claims).filter(({ field, scope }) => field === 'mailbox' && scope === 'public');
  const all = [account?.facts['mailbox'], ...said.map(({ value }) => value)];
  const mailboxes = all.filter((each) => typeof each === 'string').filter((each) => !looksLikePerson(each));
  return [...new Set(mailboxes)].slice(0, most);
}

/** The organisations that keep an offer, whoever looks. */
export function findKeepers(db: Reader, subject: string): Promise<readonly string[]> {
  return asSystem(db, () => findKeepersOf(db, subject));
}

/** The first language of an entry, beside German, in which this site speaks; otherwise German. */
export function languageOf({ account }: Entry): string {
  return mailLanguage(account?.facts['languages']);
}
