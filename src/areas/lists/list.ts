import type { Field, FieldSet } from '../claims/index.ts';
import { OFFER_FIELDS } from '../offers/index.ts';
import { ORGANISATION_FIELDS } from '../organisations/index.ts';

/** How often a list is brought up to date by those who keep it. */
export const RHYTHMS = ['once', 'yearly', 'halfYearly', 'quarterly', 'monthly', 'asNeeded'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

export const LICENCES = ['cc0', 'ccBy', 'dlDeBy', 'dlDeZero', 'odbl', 'own', 'unknown'] as const;
export type Licence = (typeof LICENCES)[number];

export const LIST_COUNTRIES = ['DE', 'AT', 'CH', 'LI'] as const;
export type ListCountry = (typeof LIST_COUNTRIES)[number];

/** What each row of a list is about. */
export const LIST_SUBJECTS = ['organisation', 'offer'] as const;
export type ListSubject = (typeof LIST_SUBJECTS)[number];

/** A list that someone keeps: what it is for and who answers for it. */
export interface List {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly purpose: string;
  readonly licence: Licence;
  /** The function that answers for the list, never a person: "Integrationsbeauftragte". */
  readonly role: string;
  readonly rhythm: Rhythm;
  readonly takedownContact: string;
  /** How its columns were read the last time. */
  readonly mapping: Mapping | null;
}

/**
 * What a column can be read as besides a declared field:
 * parts of an address, a person (kept inside), the day the row was last checked.
 */
export const COLUMN_PARTS = [
  'postcode',
  'placeName',
  'placeText',
  'houseNumber',
  'streetWithPlace',
  'lat',
  'lon',
  'person',
  'checkedOn',
] as const;

/** How the columns of a list are read. Columns that are not named are left out. */
export interface Mapping {
  readonly subject: ListSubject;
  /**
   * Column → field or part of one; null leaves the column out. A field that may stand in several languages
   * can name one: `description@en`; `name@und` is a name in a language that the list does not tell.
   */
  readonly columns: Readonly<Record<string, string | null>>;
  /** The list's own key, a column that names a row for ever. */
  readonly key: string | null;
  readonly country: ListCountry;
  /** BCP 47: the language its texts are written in. */
  readonly language: string;
}

export function fieldsOf(subject: ListSubject): FieldSet {
  return subject === 'offer' ? OFFER_FIELDS : ORGANISATION_FIELDS;
}

/** The declared field of a name, or null for a part or an unknown name. */
export function fieldNamed(subject: ListSubject, name: string): Field | null {
  return fieldsOf(subject).fields.get(name) ?? null;
}

/** What a column is read as: a field or a part, and the language that its header names. */
export interface Target {
  readonly field: string;
  /** BCP 47; `und`: the list does not say which; null: the language of the list. */
  readonly language: string | null;
}

/**
 * Takes a target apart.
 *
 * @example splitTarget('description@en') // { field: 'description', language: 'en' }
 */
export function splitTarget(target: string): Target {
  const at = target.indexOf('@');
  return at === -1 ? { field: target, language: null } : { field: target.slice(0, at), language: target.slice(at + 1) };
}

const LANGUAGE_TAG = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?(-[a-z0-9]{5,8})*$/;

/** Whether a column may be read as this. */
export function isColumnTarget(subject: ListSubject, target: string): boolean {
  const { field, language } = splitTarget(target);
  const declared = fieldNamed(subject, field);
  if (language !== null) return declared !== null && declared.perLanguage && LANGUAGE_TAG.test(language);
  return declared !== null || COLUMN_PARTS.some((part) => part === field);
}
