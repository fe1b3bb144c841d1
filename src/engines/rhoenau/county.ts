import { ZONE, type Day } from '../../plain/time.ts';
import type { Json } from '../../plain/json.ts';

/** One thing said in a field; `language` only in fields that stand once in each language. */
export interface Fact {
  readonly language?: string;
  readonly value: Json;
}

/** What is known of an organisation, an offer or a network; values have the JSON shapes of the fields. */
export interface Subject {
  /** Stable and readable: `organisation/frauenverein-nujin`. */
  readonly id: string;
  readonly facts: Readonly<Record<string, readonly Fact[]>>;
  /** `own` when it speaks for itself, otherwise the key of the list that brought it. */
  readonly saidBy: string;
  readonly saidDaysAgo: number;
  readonly saidAt: Day;
  /** Null when nobody has confirmed it so far. */
  readonly confirmedDaysAgo: number | null;
  readonly confirmedAt: Day | null;
}

export interface Organisation extends Subject {
  readonly kind: string;
}

export interface Offer extends Subject {
  /** The id of the organisation that carries it. */
  readonly carriedBy: string;
}

export interface Network extends Subject {
  /** Ids of organisations. */
  readonly members: readonly string[];
}

export interface County {
  readonly organisations: readonly Organisation[];
  readonly offers: readonly Offer[];
  readonly networks: readonly Network[];
  readonly lists: readonly List[];
}

export type ListFormat = 'csv-windows-1252-semicolon' | 'csv-utf8-comma' | 'csv-utf16-tab' | 'xlsx' | 'geojson';

/** What is wrong with a list, on purpose; after the defects that were measured in real ones. */
export type Defect =
  | 'repeatedRow'
  | 'nameCut'
  | 'postcodeShort'
  | 'postcodeLong'
  | 'phoneWithoutZero'
  | 'languagesInWords'
  | 'andSpelling'
  | 'trailingBlanks'
  | 'upperCase'
  | 'acronym'
  | 'staleTranslation'
  | 'sharedHouse'
  | 'sharedHotline'
  | 'expired'
  | 'personAsContact'
  | 'dateAsNumber'
  | 'unknownMark'
  | 'sameNameCourse';

/** A cell of a header row of a sheet; `columns` > 1 is a merged cell. */
export interface HeadCell {
  readonly text: string;
  readonly columns: number;
}

/** The rows of a list at one time. */
export interface Rows {
  readonly rows: readonly (readonly string[])[];
  /** For each row the id of what it describes; null for what is not in the register (past events). */
  readonly truth: readonly (string | null)[];
}

/** A list that somebody keeps, as a table; files are written elsewhere. */
export interface List extends Rows {
  readonly key: string;
  readonly title: string;
  readonly publisher: string;
  readonly purpose: string;
  readonly licence: string;
  readonly rhythm: string;
  /** The function that answers for the list. */
  readonly role: string;
  readonly subject: 'organisation' | 'offer';
  readonly format: ListFormat;
  /** The list's own key column, where it has one that lasts. */
  readonly keyHeader: string | null;
  readonly headers: readonly string[];
  /** Title and merged header rows above the rows of an `xlsx`; for other formats the headers as one row. */
  readonly head: readonly (readonly HeadCell[])[];
  /** Headers whose cells a sheet holds as numbers where a number says the same ("101", not "00101"). */
  readonly numbers: readonly string[];
  /** For each defect the rows that have it, counted from 0. */
  readonly defects: Readonly<Partial<Record<Defect, readonly number[]>>>;
  /** The same list a month later. */
  readonly nextMonth?: NextMonth;
}

export interface NextMonth extends Rows {
  readonly changed: number;
  readonly gone: number;
  readonly added: number;
}

/** A weekly time in the shape of the field kind `times`. */
export type Time = { readonly day: number; readonly from: string; readonly to: string; readonly zone: string };

export function time(day: number, from: string, to: string): Time {
  return { day, from, to, zone: ZONE };
}

/** Fields without a value are left out: not known is no claim. */
export function facts(values: Readonly<Record<string, Json | undefined>>): Record<string, readonly Fact[]> {
  const known: Record<string, readonly Fact[]> = {};
  for (const [field, value] of Object.entries(values)) {
    if (value !== undefined) known[field] = [{ value }];
  }
  return known;
}

/** The text of a field: the first value, or the one in a language; empty when nothing is said. */
export function textOf(subject: Subject, field: string, language?: string): string {
  const said = subject.facts[field] ?? [];
  const value = (language === undefined ? said[0] : said.find((fact) => fact.language === language))?.value;
  return typeof value === 'string' ? value : '';
}
