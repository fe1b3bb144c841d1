import type { Reader } from '../../platform/database/index.ts';
import type { Json } from '../../plain/json.ts';
import { addDays, dayOf, type Day } from '../../plain/time.ts';
import { findClaims, findSourcesOf, isShown, mergeShown, standing, type Facts } from '../claims/index.ts';
import { findShownOffers } from '../offers/index.ts';
import { findShownOrganisations } from '../organisations/index.ts';
import { fieldNamed, fieldsOf, type List, type ListSubject, type Rhythm } from './list.ts';
import { findListed, findListsOf } from './store-listed.ts';

/** What a list says of one of its subjects, for a table. */
export interface ListedRow {
  readonly subject: string;
  readonly name: string | null;
  readonly language: string | null;
  readonly place: Json | null;
  readonly goneOn: Day | null;
  /** Subjects of other lists that are probably the same. */
  readonly alike: readonly { readonly subject: string; readonly title: string }[];
}

export interface ListedPage {
  readonly rows: readonly ListedRow[];
  /** Rows whose entry the reader does not see: counted, never named or linked. */
  readonly closed: number;
}

/** Which entries are probably the same as some others, by these, as far as the reader may know. */
export type AlikeOf = (db: Reader, subjects: readonly string[]) => Promise<ReadonlyMap<string, readonly string[]>>;

/** A page of a list as far as this reader sees its entries: whoever asked not to be shown is not found by a list. */
export async function showRows(
  db: Reader,
  list: List,
  { page, size, alikeOf }: { readonly page: number; readonly size: number; readonly alikeOf: AlikeOf | undefined },
): Promise<ListedPage> {
  const kind = list.mapping?.subject ?? 'organisation';
  const listed = await findListed(db, list.id, page, size);
  const subjects = listed.map(({ subject }) => subject);
  const shown = Map.groupBy(
    await (kind === 'offer' ? findShownOffers(db, subjects) : findShownOrganisations(db, subjects)),
    ({ subject }) => subject,
  );
  const named = await nameSubjects(db, list.id, [...shown.keys()]);
  const alike = await looksAlike(db, list.id, [...named.keys()], alikeOf);
  const rows = listed.flatMap(({ subject, goneOn }): ListedRow[] => {
    const parts = shown.get(subject);
    if (parts === undefined) return [];
    const known = mayKnow(named.get(subject) ?? NAMELESS, kind, mergeShown(fieldsOf(kind), parts));
    return [{ subject, goneOn, ...known, alike: alike.get(subject) ?? [] }];
  });
  return { rows, closed: listed.length - rows.length };
}

/** Where an organisation keeps its name or place to itself, no list says it in its place. */
function mayKnow({ name, language, place }: Named, kind: ListSubject, facts: Facts): Named {
  const isNamed = isShown(facts, fieldNamed(kind, 'name') ?? undefined, language);
  const isPlaced = isShown(facts, fieldNamed(kind, 'place') ?? undefined, null);
  return { ...(isNamed ? { name, language } : { name: null, language: null }), place: isPlaced ? place : null };
}

interface Named {
  readonly name: string | null;
  readonly language: string | null;
  readonly place: Json | null;
}

const NAMELESS: Named = { name: null, language: null, place: null };

/** Names and places of subjects as a list says them; where it says none, as anybody does. */
export async function nameSubjects(
  db: Reader,
  list: string,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, Named>> {
  const own = new Set((await findSourcesOf(db, list)).map(({ id }) => id));
  const claims = standing(await findClaims(db, subjects)).toSorted(
    (a, b) => Number(own.has(b.source)) - Number(own.has(a.source)),
  );
  const bySubject = Map.groupBy(claims, ({ subject }) => subject);
  return new Map(
    [...bySubject].map(([subject, said]) => {
      const name = said.find(({ field }) => field === 'name');
      const place = said.find(({ field }) => field === 'place');
      return [
        subject,
        {
          name: typeof name?.value === 'string' ? name.value : null,
          language: name?.language ?? null,
          place: place?.value ?? null,
        },
      ];
    }),
  );
}

async function looksAlike(
  db: Reader,
  list: string,
  subjects: readonly string[],
  alikeOf: AlikeOf | undefined,
): Promise<ReadonlyMap<string, ListedRow['alike']>> {
  if (alikeOf === undefined) return new Map();
  const alike = await alikeOf(db, subjects);
  const lists = await findListsOf(db, [...new Set([...alike.values()].flat())]);
  return new Map(
    [...alike].map(([subject, others]) => [
      subject,
      others.flatMap((other) =>
        [...(lists.get(other) ?? [])]
          .filter(([id]) => id !== list)
          .slice(0, 1)
          .map(([, title]) => ({ subject: other, title })),
      ),
    ]),
  );
}

const DAYS: Readonly<Record<Rhythm, number | null>> = {
  once: null,
  asNeeded: null,
  yearly: 366,
  halfYearly: 184,
  quarterly: 93,
  monthly: 31,
};

/** The day by which a list is to be brought in again, by its rhythm. */
export function dueOn(rhythm: Rhythm, lastTaken: Date): Day | null {
  const days = DAYS[rhythm];
  return days === null ? null : addDays(dayOf(lastTaken), days);
}
