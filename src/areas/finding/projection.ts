import type { Json } from '../../plain/json.ts';
import type { Facts, Projection } from '../claims/index.ts';
import { codesOf, type EntryKind } from './codes.ts';
import { listOf, placeOf, spokenOf, textOf } from './facts.ts';
import { termsOf } from './terms.ts';

/** The public facts that a result shows or is found by. */
const SHOWN = [
  'name',
  'shortName',
  'kind',
  'carrier',
  'description',
  'fieldsOfAction',
  'topics',
  'languages',
  'targetGroups',
  'times',
  'cost',
  'papersAsked',
  'anonymousPossible',
  'appointment',
  'stepFree',
  'publicBody',
  'place',
  'district',
  'validFrom',
  'validTo',
  'offersExpertise',
  'seeks',
] as const;

/** What can be found: one row for each subject that has public facts with a name, and nothing that is not public. */
export const findingProjection: Projection = {
  table: 'finding_entry',
  of: ['organisation', 'offer'],
  columns: ({ kind, scope, facts, alsoNamed, confirmedOn, saidOn }) =>
    scope !== 'public' || kind === 'network' ? null : entryColumns(kind, facts, confirmedOn, saidOn, alsoNamed),
};

/** The columns of an entry, or null for what has no name. */
export function entryColumns(
  kind: EntryKind,
  facts: Facts,
  confirmedOn: string | null,
  saidOn: string,
  alsoNamed: readonly string[] = [],
) {
  const names = spokenOf(facts, 'name').map(([, name]) => name);
  if (names.length === 0) return null;
  const place = placeOf(facts);
  const shown: Record<string, Json> = {};
  for (const field of SHOWN) {
    const value = facts[field];
    if (value !== undefined) shown[field] = value;
  }
  const told = new Set<string>();
  const joined = (texts: readonly (string | null)[]) => {
    const terms = termsOf(texts.filter((text) => text !== null).join('\n')).filter((term) => !told.has(term));
    for (const term of terms) told.add(term);
    return terms.join(' ');
  };
  return {
    kind,
    facts: shown,
    codes: codesOf(kind, facts).join(' '),
    name_terms: joined([...names, textOf(facts, 'shortName'), ...alsoNamed]),
    strong_terms: joined([
      textOf(facts, 'carrier'),
      ...listOf(facts, 'topics'),
      textOf(facts, 'district'),
      place.name,
      place.postcode,
    ]),
    terms: joined(
      ['description', 'offersExpertise', 'seeks'].flatMap((field) => spokenOf(facts, field).map(([, text]) => text)),
    ),
    place: place.id,
    postcode: place.postcode,
    confirmed_on: confirmedOn,
    said_on: saidOn,
    ends_on: textOf(facts, 'validTo'),
  };
}
