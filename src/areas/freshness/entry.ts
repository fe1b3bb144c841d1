import type { Json } from '../../plain/json.ts';
import { asSystem, type Reader } from '../../platform/database/index.ts';
import {
  accountOf,
  findClaims,
  findPublicWinners,
  findSubject,
  knownOf,
  looksLikePerson,
  project,
  type Account,
  type Claim,
  type Register,
  type SubjectKind,
} from '../claims/index.ts';

export type EntryKind = 'organisation' | 'offer';

/** An organisation or an offer as strangers are shown it (or were, before it fell silent). */
export interface Entry {
  readonly subject: string;
  readonly kind: EntryKind;
  /** Null while strangers are shown nothing. */
  readonly account: Account | null;
}

/** Looks an entry up with all rights, and gives back only what is for everyone. Null for what is not asked. */
export async function findEntry(db: Reader, register: Register, subject: string): Promise<Entry | null> {
  return asSystem(db, async () => {
    const known = await findSubject(db, subject);
    if (known === null || known.forwardedTo !== null || known.kind === 'network') return null;
    const { kind } = known;
    const fields = register.fields[kind];
    const shown = project(fields, subject, await findPublicWinners(db, register, subject));
    return { subject, kind, account: await accountOf(db, { fields, subject, shown, day: null }) };
  });
}

/** How entries name themselves, by subject; for keepers also while nobody else is shown them. */
export async function findNames(
  db: Reader,
  register: Register,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, Named>> {
  return asSystem(db, async () => {
    const known = await knownOf(db, subjects);
    const names = Map.groupBy((await findClaims(db, subjects)).filter(isStandingName), ({ subject }) => subject);
    return new Map(
      [...known].map(([subject, { kind }]) => {
        const [first] = project(register.fields[kind], subject, names.get(subject) ?? []);
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

/** The function mailbox that strangers are shown too; none where it looks like that of a person. */
export function mailboxOf({ account }: Entry): string | null {
  const mailbox = account?.facts['mailbox'];
  return typeof mailbox === 'string' && !looksLikePerson(mailbox) ? mailbox : null;
}

const SHIPPED: ReadonlySet<string> = new Set(['en', 'tr', 'ar', 'uk']);

/** The first language of an entry, beside German, in which this site speaks; otherwise German. */
export function languageOf({ account }: Entry): string {
  const languages = account?.facts['languages'];
  const known = Array.isArray(languages) ? languages.find((tag) => typeof tag === 'string' && SHIPPED.has(tag)) : null;
  return typeof known === 'string' ? known : 'de';
}
