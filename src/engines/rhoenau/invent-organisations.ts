import { addDays, type Day } from '../../plain/time.ts';
import { fold } from '../../plain/text.ts';
import { at, dice, type Dice } from './dice.ts';
import { facts, textOf, time, type Organisation, type Time } from './county.ts';
import { fictionPhone } from './phones.ts';
import { HOUSE_OF_ASSOCIATIONS, inventStreet } from './streets.ts';
import { DISTRICTS, placeId, postcodeOf, RHOENAU_PLACES } from './places.ts';
import { nameCircle, nameHouse, type Naming } from './name-organisations.ts';
import { NAMED_ORGANISATIONS } from './named-organisations.ts';
import type { NamedOrganisation } from './named/named-organisation.ts';
import { SELF_DESCRIPTIONS } from './self-descriptions.ts';
import { theme } from './themes.ts';

export interface Measure {
  readonly seed: number;
  readonly today: Day;
  /** A count at scale 1, at the scale that was asked for. */
  readonly times: (count: number) => number;
}

/** Who else there is besides the 41 named ones, at scale 1: together 173. */
const OTHERS: readonly (readonly [kind: string, count: number])[] = [
  ['administration', 16],
  ['institution', 32],
  ['carrier', 32],
  ['umbrella', 2],
  ['initiative', 33],
  ['association', 58],
];
/** Kinds whose door is open to everyone: their street may be shown on a map. */
const HOUSES: ReadonlySet<string> = new Set(['administration', 'institution', 'carrier']);
const SHARED_HOUSE: ReadonlySet<string> = new Set(['vielstimmig', 'haus-der-vereine', 'baituna', 'koepru', 'teranga']);
const HOUSES_SAY: Readonly<Record<string, string>> = {
  administration: 'Wir sind eine Stelle der Verwaltung. Fragen beantworten wir am Telefon, per E-Mail oder mit Termin.',
  institution: 'Unser Haus ist für alle da. Am Empfang erfährst du mehr über Kurse, Räume und Beratung.',
  carrier: 'Wir sind ein gemeinnütziger Träger mit Kursen, Beratung und Begleitung.',
};
/** One switchboard for many offices: a number that is shared is not a duplicate. */
export const HOTLINE = fictionPhone(4999);
const FUNCTIONS = ['Büro', 'Vorstand', 'Koordination', 'Sekretariat', 'Empfang', 'Anlaufstelle'];
const WORDS_OF_SELF = ['de', 'en', 'tr', 'ar', 'uk', 'kmr'] as const;

/** All organisations of the county; which list brought those that do not speak for themselves is said later. */
export function inventOrganisations(measure: Measure): Organisation[] {
  const throws = dice(measure.seed, 'organisations');
  const taken = new Set<string>();
  const named = NAMED_ORGANISATIONS.map((one, index) => fromNamed(one, index, measure));
  for (const one of NAMED_ORGANISATIONS) taken.add(one.slug);
  const total = measure.times(named.length + OTHERS.reduce((sum, [, count]) => sum + count, 0));
  const others: Organisation[] = [];
  for (const [kind, count] of OTHERS) {
    const last = kind === 'association';
    const wanted = last ? total - named.length - others.length : measure.times(count);
    for (let turn = 0; turn < wanted; turn++) {
      others.push(other(kind, turn, named.length + others.length, taken, throws, measure));
    }
  }
  return [...named, ...others];
}

export function isHouse(organisation: Organisation): boolean {
  return HOUSES.has(organisation.kind);
}

function fromNamed(one: NamedOrganisation, index: number, measure: Measure): Organisation {
  const throws = dice(measure.seed, `named ${one.slug}`);
  const german = one.names.find(([language]) => language === 'de')?.[1] ?? one.slug;
  const naming: Naming = { name: german, theme: one.theme, languages: one.languages };
  const subject = describe(one.kind, naming, one.slug, one.place, one.district ?? null, index, throws, measure);
  const about = theme(one.theme);
  const inShared = SHARED_HOUSE.has(one.slug);
  return {
    ...subject,
    id: `organisation/${one.slug}`,
    facts: {
      ...subject.facts,
      name: one.names.map(([language, value]) => ({ language, value })),
      description: WORDS_OF_SELF.filter(
        (language) => language === 'de' || language === 'en' || one.languages.includes(language),
      ).map((language) => ({ language, value: SELF_DESCRIPTIONS[one.theme][language] })),
      offersExpertise: [{ language: 'de', value: about.expertise }],
      ...(throws.chance(0.7) ? { seeks: [{ language: 'de', value: about.seeks }] } : {}),
      ...(one.slug === 'frauenverein-nujin'
        ? facts({ phoneTimes: [time(2, '18:00', '20:00'), time(4, '18:00', '20:00')] })
        : {}),
      ...(inShared ? facts({ street: HOUSE_OF_ASSOCIATIONS.street }) : {}),
    },
    saidBy: 'own',
  };
}

function other(
  kind: string,
  turn: number,
  index: number,
  taken: Set<string>,
  throws: Dice,
  measure: Measure,
): Organisation {
  for (let attempt = 0; ; attempt++) {
    const place = at(RHOENAU_PLACES, throws.chance(0.45) ? 0 : throws.below(RHOENAU_PLACES.length)).name;
    // After a few tries the words are used up: then words are coined.
    const far = attempt > 12;
    const naming = HOUSES.has(kind)
      ? nameHouse(kind, attempt === 0 ? turn : Number.MAX_SAFE_INTEGER, place, far, throws)
      : nameCircle(kind, place, far, throws);
    const slug = slugOf(naming.name);
    if (taken.has(slug)) continue;
    taken.add(slug);
    const seat = naming.seat ?? place;
    const district = seat === 'Rhönau' && throws.chance(0.85) ? throws.pick(DISTRICTS) : null;
    return describe(kind, naming, slug, seat, district, index, throws, measure);
  }
}

function describe(
  kind: string,
  naming: Naming,
  slug: string,
  place: string,
  district: string | null,
  index: number,
  throws: Dice,
  { today }: Measure,
): Organisation {
  const about = theme(naming.theme);
  const area = at(
    RHOENAU_PLACES,
    RHOENAU_PLACES.findIndex(({ name }) => name === place),
  );
  const postcode = district === null ? at(area.postcodes, 0) : postcodeOf(district);
  const house = HOUSES.has(kind);
  const near = (degrees: number): number =>
    Math.round((degrees + (throws.below(2001) - 1000) / 50_000) * 100_000) / 100_000;
  const saidDaysAgo = throws.between(20, 900);
  const confirmedDaysAgo = throws.chance(0.8) ? throws.between(1, Math.min(saidDaysAgo, 400)) : null;
  const web = webOf(kind, naming.name, slug);
  return {
    id: `organisation/${slug}`,
    kind,
    facts: {
      name: [{ language: 'de', value: naming.name }],
      ...facts({
        shortName: naming.shortName,
        kind,
        fieldsOfAction: about.fields,
        topics: throws.some(about.topics, throws.between(1, 3)).toSorted(),
        languages: naming.languages.toSorted(),
        place: { place: placeId(place), postcode, name: place },
        district: district ?? undefined,
        street: house || throws.chance(0.6) ? inventStreet(throws) : undefined,
        point: house ? { lat: near(area.lat), lon: near(area.lon) } : undefined,
        contactFunction: throws.pick(FUNCTIONS),
        mailbox: `${web.box}@${web.host}`,
        phone:
          web.host === 'landkreis-rhoenau.example'
            ? HOTLINE
            : house || throws.chance(0.75)
              ? fictionPhone(index)
              : undefined,
        phoneTimes: throws.chance(0.5) ? phoneTimes(house, throws) : undefined,
        website: throws.chance(house ? 0.95 : 0.6) ? `https://${web.host}/${web.path}` : undefined,
        registerNumber: registerNumber(kind, naming.name, index),
      }),
      description: house
        ? [{ language: 'de', value: HOUSES_SAY[kind] ?? '' }]
        : [
            { language: 'de', value: SELF_DESCRIPTIONS[naming.theme].de },
            ...(throws.chance(0.5) ? [{ language: 'en', value: SELF_DESCRIPTIONS[naming.theme].en }] : []),
          ],
    },
    saidBy: '',
    saidDaysAgo,
    saidAt: addDays(today, -saidDaysAgo),
    confirmedDaysAgo,
    confirmedAt: confirmedDaysAgo === null ? null : addDays(today, -confirmedDaysAgo),
  };
}

const FILLERS = new Set(['fuer', 'und', 'der', 'in', 'am', 'e', 'v', 'i', 'g', 'mbh', 'ggmbh', 'umgebung']);
// A label of a host name holds 63 signs.
const LONGEST_HOST = 58;

/** Offices share one host and have a page on it; everyone else has a host of their own. */
function webOf(kind: string, name: string, slug: string): { host: string; box: string; path: string } {
  const parts = slug.split('-').filter((word) => !FILLERS.has(word));
  const office = kind === 'administration' ? /Landkreis|Stadt/.exec(name)?.[0] : undefined;
  if (office !== undefined) {
    const box = parts.filter((word) => !['landkreis', 'stadt', 'rhoenau'].includes(word)).join('-');
    return { host: `${office.toLowerCase()}-rhoenau.example`, box, path: box };
  }
  const whole = parts.join('-');
  const initials = parts
    .slice(0, -2)
    .map((word) => word.slice(0, 1))
    .join('');
  const short = whole.length <= LONGEST_HOST ? whole : [initials, ...parts.slice(-2)].join('-');
  return { host: `${short}.example`, box: 'kontakt', path: '' };
}

function phoneTimes(house: boolean, throws: Dice): Time[] {
  const days = throws.some([1, 2, 3, 4, 5], throws.between(1, 3));
  return days.map((day) => (house ? time(day, '09:00', '12:00') : time(day, '17:00', '19:00')));
}

function registerNumber(kind: string, name: string, index: number): string | undefined {
  if (name.includes('i. G.')) return undefined;
  if (kind === 'carrier' && /mbH|gGmbH/.test(name)) return `Amtsgericht Rhönau HRB ${90_000 + index}`;
  return / e\. ?V\./.test(name) ? `Amtsgericht Rhönau VR ${9000 + index}` : undefined;
}

function slugOf(name: string): string {
  // Letters that do not fall apart into a base and a mark.
  return fold(name).replaceAll('ł', 'l').replaceAll('đ', 'd').replaceAll(' ', '-');
}

/** The German name, the one that lists have. */
export function germanName(organisation: Organisation): string {
  return textOf(organisation, 'name', 'de');
}
