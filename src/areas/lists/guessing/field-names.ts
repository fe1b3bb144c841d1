import { OFFER_FIELDS } from '../../offers/index.ts';
import { ORGANISATION_FIELDS } from '../../organisations/index.ts';

export type ListSubject = 'organisation' | 'offer';

/**
 * What a column can be besides a declared field. They are put together or taken apart later:
 * `postcode`, `placeName` and `placeText` ("09116 Chemnitz") become `place`; `houseNumber` joins `street`;
 * `streetWithPlace` becomes both; `lat` and `lon` become `point`; `person` becomes `internalContact`;
 * `languageOfText` is the language of the other texts of the row.
 */
export const COMPOSITE_FIELDS = [
  'postcode', 'placeName', 'placeText', 'houseNumber', 'streetWithPlace', 'lat', 'lon', 'person', 'languageOfText',
] as const;

/** A name out of `fieldNames`. */
export type FieldName = string;

/** Everything a column of such a list can be mapped to, in the order in which it is offered. */
export function fieldNames(subject: ListSubject): readonly FieldName[] {
  const declared = subject === 'offer' ? OFFER_FIELDS : ORGANISATION_FIELDS;
  return [...declared.fields.keys(), ...COMPOSITE_FIELDS];
}
