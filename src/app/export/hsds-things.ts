import type { Field } from '../../areas/claims/index.ts';
import type { Gazetteer } from '../../areas/places/index.ts';
import { idFor } from '../../plain/ids.ts';
import { fold } from '../../plain/text.ts';
import type { Day } from '../../plain/time.ts';
import type { Words } from '../../plain/words.ts';
import { REGISTER } from '../register.ts';
import {
  contactsOf,
  known,
  languagesOf,
  locationOf,
  mailOf,
  mainOf,
  phonesOf,
  schedulesOf,
  textOf,
  translations,
} from './hsds-parts.ts';
import { attributes, label, type Thing } from './hsds-taxonomy.ts';
import type { ShownWhole } from './walk-shown.ts';

export interface HsdsWork {
  readonly words: Words;
  readonly gazetteer: Gazetteer;
  readonly today: Day;
}

const ORGANISATION = REGISTER.fields.organisation.fields;
const OFFER = REGISTER.fields.offer.fields;

/** An organisation as HSDS 3.1 has it. */
export function organizationOf(
  { subject, facts, confirmedOn, saidOn }: ShownWhole,
  { words, gazetteer }: HsdsWork,
): Thing {
  const register = textOf(facts, 'registerNumber');
  const link = { location_id: idFor(`hsds/location/${subject}`) };
  const location = locationOf(
    subject,
    facts,
    gazetteer,
    known({
      languages: languagesOf('location_id', link.location_id, facts, words),
      schedules: schedulesOf(facts, 'phoneTimes', { ...link, description: 'phone' }, subject),
    }),
  );
  return {
    ...known({
      id: subject,
      name: mainOf(facts, 'name'),
      alternate_name: textOf(facts, 'shortName'),
      email: mailOf(facts),
      website: textOf(facts, 'website'),
      legal_status: coded(ORGANISATION.get('kind'), facts, words),
      phones: phonesOf('organization_id', subject, facts),
      contacts: contactsOf('organization_id', subject, facts),
      locations: location === null ? [] : [location],
      organization_identifiers:
        register === ''
          ? []
          : [
              {
                id: idFor(`hsds/identifier/${subject}`),
                organization_id: subject,
                identifier_type: 'register',
                identifier: register,
              },
            ],
      attributes: attributes('organization', subject, ORGANISATION.values(), facts, words),
      x_translations: translations(facts, ['name', 'description', 'offersExpertise', 'seeks']),
      x_languages: facts['languages'],
      x_confirmed_on: confirmedOn,
      x_said_on: saidOn,
      // HSDS asks for a description of an organization, even for an empty one.
    }),
    description: mainOf(facts, 'description'),
  };
}

/** The organisation of a carrier that the register knows by name only. */
export function carrierOf(name: string): Thing {
  return { id: idFor(`carrier/${fold(name)}`), name, description: '', x_named_only: true };
}

/** An offer as a service of HSDS 3.1. */
export function serviceOf(
  { subject, facts, confirmedOn, saidOn }: ShownWhole,
  carrier: { id: string; name: string } | null,
  work: HsdsWork,
): Thing {
  const { words, gazetteer, today } = work;
  const ends = textOf(facts, 'validTo');
  const begins = textOf(facts, 'validFrom');
  const conditions = ['nameRequired', 'papersAsked', 'anonymousPossible'].map((name) =>
    coded(OFFER.get(name), facts, words),
  );
  const location = locationOf(
    subject,
    facts,
    gazetteer,
    known({ accessibility: accessibilityOf(subject, facts, words) }),
  );
  return known({
    id: subject,
    organization_id: carrier?.id,
    organization: carrier === null ? undefined : { id: carrier.id, name: carrier.name, description: '' },
    name: mainOf(facts, 'name'),
    description: mainOf(facts, 'description'),
    url: textOf(facts, 'website'),
    email: mailOf(facts),
    status: (ends !== '' && ends < today) || (begins !== '' && begins > today) ? 'inactive' : 'active',
    application_process: coded(OFFER.get('appointment'), facts, words),
    fees_description: [coded(OFFER.get('cost'), facts, words), mainOf(facts, 'costNote')]
      .filter((part) => part !== '')
      .join('; '),
    eligibility_description: [coded(OFFER.get('targetGroups'), facts, words), ...conditions]
      .filter((part) => part !== '')
      .join('; '),
    assured_date: confirmedOn,
    last_modified: `${saidOn}T00:00:00Z`,
    phones: phonesOf('service_id', subject, facts),
    contacts: contactsOf('service_id', subject, facts),
    languages: languagesOf('service_id', subject, facts, words),
    schedules: schedulesOf(facts, 'times', { service_id: subject }, subject),
    cost_options: costOptions(subject, facts, words),
    required_documents:
      textOf(facts, 'papersAsked') !== 'yes'
        ? []
        : [
            {
              id: idFor(`hsds/document/${subject}`),
              service_id: subject,
              document: coded(OFFER.get('papersAsked'), facts, words),
            },
          ],
    service_at_locations:
      location === null
        ? []
        : [
            {
              id: idFor(`hsds/at/${subject}`),
              service_id: subject,
              location_id: location['id'] ?? '',
              location,
            },
          ],
    attributes: attributes('service', subject, OFFER.values(), facts, words),
    x_translations: translations(facts, ['name', 'description', 'costNote', 'barriers']),
  });
}

function coded(field: Field | undefined, facts: Thing, words: Words): string {
  const value = field === undefined ? undefined : facts[field.name];
  if (field === undefined || value === undefined) return '';
  const codes = Array.isArray(value)
    ? value.filter((part) => typeof part === 'string')
    : typeof value === 'string'
      ? [value]
      : [];
  return codes.map((code) => label(field, code, words)).join(', ');
}

function costOptions(id: string, facts: Thing, words: Words): readonly Thing[] {
  const cost = textOf(facts, 'cost');
  if (cost === '') return [];
  return [
    known({
      id: idFor(`hsds/cost/${id}`),
      service_id: id,
      option: coded(OFFER.get('cost'), facts, words),
      ...(cost === 'free' ? { amount: 0, currency: 'EUR' } : {}),
      amount_description: mainOf(facts, 'costNote'),
    }),
  ];
}

function accessibilityOf(id: string, facts: Thing, words: Words): readonly Thing[] {
  const description = coded(OFFER.get('stepFree'), facts, words);
  const details = mainOf(facts, 'barriers');
  return description === '' && details === ''
    ? []
    : [known({ id: idFor(`hsds/accessibility/${id}`), description, details })];
}
