import type { Scope } from '../../plain/scope.ts';

/** The kinds of subject that claims are about. */
export const SUBJECT_KINDS = ['organisation', 'offer', 'network'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/**
 * What the value of a field looks like in JSON:
 *
 * | kind | JSON | example |
 * | --- | --- | --- |
 * | `line` | string, one line | `"Frauenverein Nûjîn e. V."` |
 * | `text` | string, may have line breaks | |
 * | `code` | one of `codes` | `"association"` |
 * | `codes` | list of `codes`, in the declared order | `["health"]` |
 * | `topics` | list of own words, as written, sorted | `["Nähen"]` |
 * | `languages` | list of BCP 47 tags, sorted | `["ar","kmr"]` |
 * | `phone` | E.164 | `"+49371123456"` |
 * | `mail` | address, host in lower case | `"kontakt@nujin.example"` |
 * | `web` | absolute URL | `"https://nujin.example/"` |
 * | `place` | `{ place?, postcode?, name }`: `place` is the id of a place, absent while unresolved | |
 * | `street` | string | `"Löwenplatz 3"` |
 * | `point` | `{ lat, lon }` in degrees (WGS 84) | |
 * | `times` | list of `{ day: 1–7, from: "18:00", to: "20:00", zone: "Europe/Berlin" }`, sorted | |
 * | `day` | `"2026-03-31"` | |
 * | `answer` | `"yes"` or `"no"`; not known is no claim | |
 * | `subjects` | list of ids of subjects, sorted: who belongs to a network | |
 */
export type FieldKind =
  | 'line'
  | 'text'
  | 'code'
  | 'codes'
  | 'topics'
  | 'languages'
  | 'phone'
  | 'mail'
  | 'web'
  | 'place'
  | 'street'
  | 'point'
  | 'times'
  | 'day'
  | 'answer'
  | 'subjects';

/** One declared field. What is not declared cannot be claimed. */
export interface Field {
  readonly name: string;
  readonly kind: FieldKind;
  /** Whether the field may stand once in each language (claims carry the language). */
  readonly perLanguage: boolean;
  /** The scope a claim gets when nobody says otherwise. */
  readonly scope: Scope;
  /** Never wider than `scope`, whoever asks: for what must not become public by a mapping. */
  readonly neverWider: boolean;
  /** Whether it leads to a door or a person, so that the mode of protection hides it. */
  readonly hidesInProtection: boolean;
  /** After how many days without confirmation half of such facts are out of date, as experience goes. */
  readonly halfLifeDays: number;
  /** The allowed codes of `code` and `codes`. */
  readonly codes?: readonly string[];
}

export interface FieldSet {
  readonly subject: SubjectKind;
  readonly fields: ReadonlyMap<string, Field>;
}

type Declared = Pick<Field, 'kind' | 'halfLifeDays'> & Partial<Omit<Field, 'name'>>;

/** Declares the fields of a kind of subject. The order is the order on pages and in exports. */
export function declareFields(subject: SubjectKind, fields: Readonly<Record<string, Declared>>): FieldSet {
  const entries = Object.entries(fields).map(([name, field]): [string, Field] => [
    name,
    { perLanguage: false, scope: 'public', neverWider: false, hidesInProtection: false, ...field, name },
  ]);
  return { subject, fields: new Map(entries) };
}
