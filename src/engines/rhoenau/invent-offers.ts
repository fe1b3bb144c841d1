import { addDays, type Day } from '../../plain/time.ts';
import type { Json } from '../../plain/json.ts';
import { at, dice, type Dice } from './dice.ts';
import { facts, textOf, time, type Fact, type Offer, type Organisation, type Time } from './county.ts';
import { germanName, isHouse, type Measure } from './invent-organisations.ts';
import { inventStreet } from './streets.ts';
import { OFFER_NAMES, OFFER_TEXTS } from './offer-translations.ts';
import { OFFER_TEMPLATES } from './offer-templates.ts';
import type { OfferTemplate } from './kinds-of-offer/offer-template.ts';
import { scenarioOffers, type Wish } from './scenario-offers.ts';
import { theme } from './themes.ts';

/** At scale 1: how many there are, how many of organisations that speak for themselves, and what is special about them. */
const OFFERS = {
  all: 388,
  own: 150,
  solidarity: 40,
  solidarityOwn: 10,
  withoutPapers: 30,
  confirmed: 341,
  endingSoon: 17,
  never: 12,
} as const;

/** The offers of the county and which of them the initiative Solidarische Stadt asked. */
export interface Offers {
  readonly offers: readonly Offer[];
  readonly solidarity: readonly string[];
}

export function inventOffers(organisations: readonly Organisation[], measure: Measure): Offers {
  const throws = dice(measure.seed, 'offers');
  const own = organisations.filter(({ saidBy }) => saidBy === 'own');
  const others = organisations.filter(({ saidBy }) => saidBy !== 'own');
  const carriers = [...others.filter(isHouse), ...others.filter(isHouse), ...others];
  const fixed = scenarioOffers(organisations);
  const fixedOwn = fixed.filter(({ carrier }) => carrier.saidBy === 'own');
  const fixedOther = fixed.filter(({ carrier }) => carrier.saidBy !== 'own');
  const wishes: Wish[] = [
    ...fixedOwn,
    ...Array.from({ length: measure.times(OFFERS.own) - fixedOwn.length }, (_, index) =>
      wish(at(own, index % own.length), throws),
    ),
    ...fixedOther,
    ...Array.from({ length: measure.times(OFFERS.all - OFFERS.own) - fixedOther.length }, () =>
      wish(throws.pick(carriers), throws),
    ),
  ];
  const drafts = wishes.map((one, index) => draft(one, index, throws));
  return settle(drafts, wishes, measure);
}

function wish(carrier: Organisation, throws: Dice): Wish {
  const fields = carrier.facts['fieldsOfAction']?.[0]?.value;
  const first = Array.isArray(fields) ? fields[0] : undefined;
  const fitting = OFFER_TEMPLATES.filter((template) => theme(template.theme).fields.some((field) => field === first));
  return { carrier, template: throws.pick(throws.chance(0.75) && fitting.length > 0 ? fitting : OFFER_TEMPLATES) };
}

function draft({ carrier, template, ...said }: Wish, index: number, throws: Dice): Offer {
  const about = theme(template.theme);
  const languages = said.languages ?? carrierLanguages(carrier, throws);
  const days = said.days ?? weekdays(template, throws);
  const name = said.name ?? nameOf(template, days, throws);
  const hours = said.hours ?? throws.pick(template.hours);
  const own = (field: string): Json | undefined => carrier.facts[field]?.[0]?.value;
  const office = carrier.kind === 'administration';
  const cost = template.cost ?? 'free';
  const nameRequired = throws.chance(0.35);
  return {
    id: `offer/${String(index + 1).padStart(4, '0')}-${template.key}`,
    carriedBy: carrier.id,
    facts: {
      name: inLanguages(
        name,
        said.name === undefined || said.translate === true ? OFFER_NAMES[template.key] : undefined,
        languages,
      ),
      ...facts({
        carrier: germanName(carrier),
        fieldsOfAction: about.fields,
        topics: throws.some(about.topics, 2).toSorted(),
        languages: languages.toSorted(),
        targetGroups: template.groups ?? about.groups,
        times: days.length === 0 ? undefined : weekly(days, hours),
        cost,
        nameRequired: nameRequired ? 'yes' : throws.chance(0.6) ? 'no' : undefined,
        papersAsked: throws.chance(office ? 0.7 : 0.12) ? 'yes' : throws.chance(0.4) ? 'no' : undefined,
        publicBody: office ? 'yes' : 'no',
        anonymousPossible: nameRequired ? 'no' : throws.chance(0.5) ? 'yes' : undefined,
        appointment: template.appointment === true ? 'yes' : throws.chance(0.8) ? 'no' : undefined,
        stepFree: throws.chance(0.6) ? (throws.chance(0.7) ? 'yes' : 'no') : undefined,
        place: own('place'),
        district: own('district'),
        street: own('street') ?? (throws.chance(0.5) ? inventStreet(throws) : undefined),
        contactFunction: throws.pick(['Anmeldung', 'Büro', 'Koordination', 'Beratung']),
        mailbox: own('mailbox'),
        phone: own('phone'),
        website: own('website'),
        validTo: said.validTo,
      }),
      ...(cost === 'fee'
        ? { costNote: [{ language: 'de', value: `${throws.between(2, 12) * 5} € für zehn Termine` }] }
        : {}),
      ...(throws.chance(0.15)
        ? { barriers: [{ language: 'de', value: 'Eine Stufe am Eingang, eine Rampe liegt bereit.' }] }
        : {}),
      description: inLanguages(template.text, OFFER_TEXTS[template.key], languages),
    },
    saidBy: carrier.saidBy,
    saidDaysAgo: 0,
    saidAt: '',
    confirmedDaysAgo: null,
    confirmedAt: null,
  };
}

/** What is counted: who is confirmed, who ends with the year, who says "without papers". */
function settle(drafts: readonly Offer[], wishes: readonly Wish[], measure: Measure): Offers {
  const throws = dice(measure.seed, 'offers settled');
  const endOfYear: Day = `${measure.today.slice(0, 4)}-12-31`;
  const places = [...drafts.keys()];
  const ending = new Set(places.filter((place) => wishes[place]?.endsWithYear === true));
  const free = throws.shuffled(places.filter((place) => wishes[place]?.name === undefined));
  for (const place of free.slice(0, measure.times(OFFERS.endingSoon) - ending.size)) ending.add(place);
  const asked = solidarity(drafts, free);
  const withoutPapers = new Set(throws.some(asked, OFFERS.withoutPapers));
  const order = throws.shuffled(places);
  const confirmed = new Set(order.slice(0, measure.times(OFFERS.confirmed)));
  const never = new Set(order.slice(-measure.times(OFFERS.never)));

  const offers = drafts.map((offer, place): Offer => {
    const recent = confirmed.has(place);
    const confirmedDaysAgo = recent ? throws.between(0, 179) : never.has(place) ? null : throws.between(181, 900);
    const saidDaysAgo = (confirmedDaysAgo ?? 0) + throws.between(1, 300);
    return {
      ...offer,
      facts: {
        ...offer.facts,
        ...(asked.includes(place) ? facts({ papersAsked: withoutPapers.has(place) ? 'no' : 'yes' }) : {}),
        ...(throws.chance(0.3)
          ? facts({ validFrom: addDays(measure.today, -saidDaysAgo - throws.between(1, 30)) })
          : {}),
        ...(ending.has(place) ? facts({ validTo: endOfYear }) : {}),
      },
      saidDaysAgo,
      saidAt: addDays(measure.today, -saidDaysAgo),
      confirmedDaysAgo,
      confirmedAt: confirmedDaysAgo === null ? null : addDays(measure.today, -confirmedDaysAgo),
    };
  });
  return { offers, solidarity: asked.map((place) => at(offers, place).id) };
}

function solidarity(drafts: readonly Offer[], free: readonly number[]): number[] {
  const own = free.filter((place) => drafts[place]?.saidBy === 'own').slice(0, OFFERS.solidarityOwn);
  const listed = free.filter((place) => drafts[place]?.saidBy !== 'own').slice(0, OFFERS.solidarity - own.length);
  return [...own, ...listed].toSorted((a, b) => a - b);
}

function nameOf(template: OfferTemplate, days: readonly number[], throws: Dice): string {
  const day = days.length === 1 ? days[0] : undefined;
  if (day !== undefined && throws.chance(0.25) && !template.name.includes(' am '))
    return `${template.name} am ${at(DAYS, day - 1)}`;
  return template.name;
}

const DAYS = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'] as const;

function weekdays(template: OfferTemplate, throws: Dice): readonly number[] {
  if (template.appointment === true && throws.chance(0.6)) return [];
  if (template.key === 'muttersprache') return [6];
  const many = throws.chance(0.3) ? 2 : 1;
  return throws.some(throws.chance(0.2) ? [6, 7] : [1, 2, 3, 4, 5], many);
}

function weekly(days: readonly number[], hours: string): Time[] {
  const [from, to] = hours.split('-');
  return days.toSorted((a, b) => a - b).map((day) => time(day, from ?? '', to ?? ''));
}

function carrierLanguages(carrier: Organisation, throws: Dice): readonly string[] {
  const spoken = carrier.facts['languages']?.[0]?.value;
  const all = Array.isArray(spoken) ? spoken.filter((tag) => typeof tag === 'string') : ['de'];
  // Tigrinya in the north is spoken in one place only: its end leaves a gap that has to be seen.
  const here = all.filter((tag) => !(tag === 'ti' && textOf(carrier, 'district') === 'Nord'));
  const more = throws.chance(0.25) ? [throws.pick(['en', 'ar', 'tr', 'uk', 'fa', 'fr'])] : [];
  return [...new Set([...here, ...more])];
}

function inLanguages(
  german: string,
  others: Readonly<Record<string, string>> | undefined,
  spoken: readonly string[],
): Fact[] {
  const translated = Object.entries(others ?? {}).filter(
    ([language]) => language === 'en' || spoken.includes(language),
  );
  return [{ language: 'de', value: german }, ...translated.map(([language, value]) => ({ language, value }))];
}
