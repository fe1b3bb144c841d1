import { germanName } from './invent-organisations.ts';
import type { Organisation } from './county.ts';
import { OFFER_TEMPLATES } from './offer-templates.ts';
import type { OfferTemplate } from './kinds-of-offer/offer-template.ts';

/** What an offer shall be; what is left out is thrown. */
export interface Wish {
  readonly carrier: Organisation;
  readonly template: OfferTemplate;
  readonly name?: string;
  /** Whether the translations of the kind of offer still fit the name. */
  readonly translate?: true;
  readonly languages?: readonly string[];
  readonly days?: readonly number[];
  readonly hours?: string;
  readonly validTo?: string;
  readonly endsWithYear?: true;
}

export const COURSE = 'Integrationskurs (VHS Rhönau)';

/** The offers that the stories need. */
export function scenarioOffers(organisations: readonly Organisation[]): Wish[] {
  const carrier = (id: string): Organisation =>
    known(
      organisations.find((one) => one.id === `organisation/${id}`),
      id,
    );
  const school = known(
    organisations.find((one) => germanName(one) === 'Volkshochschule Rhönau'),
    'Volkshochschule Rhönau',
  );
  const cafe = template('sprachcafe');
  const course = template('deutsch-anfang');
  const interpreting = template('sprachmittlung');
  return [
    {
      carrier: carrier('al-jisr'),
      template: cafe,
      name: 'Sprachcafé am Sonntag',
      translate: true,
      languages: ['ar', 'de'],
      days: [7],
      hours: '14:00-17:00',
    },
    {
      carrier: carrier('verein-hadas'),
      template: cafe,
      name: 'Sprachcafé Hadas',
      translate: true,
      languages: ['de', 'ti'],
      days: [7],
      hours: '15:00-18:00',
    },
    {
      carrier: carrier('kalyna'),
      template: cafe,
      name: 'Sprachcafé Kalyna',
      translate: true,
      languages: ['de', 'uk'],
      days: [7],
      hours: '11:00-13:00',
    },
    {
      carrier: carrier('weberviertel'),
      template: cafe,
      name: 'Sprachcafé im Hof',
      translate: true,
      languages: ['ar', 'de', 'tr'],
      days: [3, 7],
      hours: '15:00-17:00',
    },
    {
      carrier: carrier('hiwa'),
      template: cafe,
      name: 'Sprachcafé am Samstag',
      translate: true,
      languages: ['ar', 'ckb', 'de'],
      days: [6],
      hours: '14:00-16:00',
    },
    {
      carrier: carrier('frauenverein-nujin'),
      template: template('frauencafe'),
      name: 'Frauencafé Nûjîn',
      translate: true,
      languages: ['ar', 'kmr', 'tr'],
      days: [2, 4],
      hours: '18:00-20:00',
    },
    {
      carrier: carrier('frauenverein-nujin'),
      template: template('gesundheit'),
      name: 'Gesundheit für Mütter',
      languages: ['kmr', 'tr'],
      days: [4],
      hours: '18:00-19:30',
    },
    {
      carrier: carrier('berhan'),
      template: interpreting,
      name: 'Sprachmittlung Tigrinya',
      translate: true,
      languages: ['de', 'ti'],
      days: [1, 3],
      hours: '09:00-13:00',
      endsWithYear: true,
    },
    {
      carrier: carrier('berhan'),
      template: interpreting,
      name: 'Begleitung zum Arzt auf Tigrinya',
      languages: ['de', 'ti'],
      days: [],
      endsWithYear: true,
    },
    ...['09:00-12:00', '09:00-12:15', '13:00-16:00', '14:00-17:15', '17:30-20:45'].map((hours, turn): Wish => ({
      carrier: school,
      template: course,
      name: COURSE,
      languages: ['de'],
      days: turn === 4 ? [1, 3] : [1, 2, 3, 4, 5],
      hours,
    })),
  ];
}

function template(key: string): OfferTemplate {
  return known(
    OFFER_TEMPLATES.find((one) => one.key === key),
    key,
  );
}

function known<Thing>(thing: Thing | undefined, name: string): Thing {
  if (thing === undefined) throw new Error(`the county lacks ${name}`);
  return thing;
}
