import type { Dice } from '../../../src/engines/rhoenau/dice.ts';
import {
  spellLanguages,
  spellName,
  spellPhone,
  spellPostcode,
  spellSite,
  spellStreet,
  type NameHabits,
} from './spell.ts';
import type { Thing } from './thing.ts';

/** One row before it is cells: every text by the field that it is of. */
export interface Entry {
  readonly thing: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly slices: readonly string[];
}

export interface ListPlan {
  readonly file: string;
  readonly encoding: 'utf8' | 'utf8-bom' | 'windows-1252' | 'utf16le';
  readonly separator: string;
  /** Header → field of the engine's item; the order is that of the columns. */
  readonly columns: Readonly<Record<string, string>>;
  /** The share of things of this kind that the keeper knows. */
  readonly knows: (thing: Thing) => number;
  readonly habits: NameHabits;
  /** Shares of rows without street, phone, mail and site. */
  readonly gaps: { readonly street: number; readonly phone: number; readonly mail: number; readonly site: number };
  readonly lostZeros: number;
  /** Names are cut behind so many signs. */
  readonly cut?: number;
  readonly isUpperCase?: boolean;
  /** Every row is stamped with the name of this place in the order of towns. */
  readonly isStampedWithSeat?: boolean;
  /** Share of rows that came in twice. */
  readonly twice?: number;
}

const own = ({ naming }: Thing) => naming.own.length > 0;
const isOf = (slice: string) => (thing: Thing) => thing.slices.includes(slice);

/** Seven lists of seven offices, each with habits and defects of its own. */
export const LISTS: readonly ListPlan[] = [
  {
    file: 'vereinsverzeichnis.csv',
    encoding: 'windows-1252',
    separator: ';',
    columns: {
      Vereinsname: 'name',
      Straße: 'street',
      PLZ: 'postcode',
      Ort: 'place',
      Telefon: 'phones',
      'E-Mail': 'mails',
    },
    knows: (thing) => (thing.kind === 'organisation' && thing.naming.legal === 'eV' ? 0.6 : 0),
    habits: { short: 0.1, own: 0, legal: 0.9, typo: 0.04, umlauts: 'sometimes' },
    gaps: { street: 0.05, phone: 0.35, mail: 0.5, site: 1 },
    lostZeros: 0.3,
    cut: 50,
  },
  {
    file: 'city-portal.csv',
    encoding: 'utf8',
    separator: ',',
    columns: {
      organization: 'name',
      address: 'street',
      zip: 'postcode',
      city: 'place',
      phone: 'phones',
      email: 'mails',
      website: 'sites',
      languages: 'languages',
    },
    knows: (thing) => (thing.kind === 'organisation' ? 0.55 : 0),
    habits: { short: 0.3, own: 0.25, legal: 0.4, typo: 0.05, umlauts: 'sometimes' },
    gaps: { street: 0.1, phone: 0.25, mail: 0.35, site: 0.4 },
    lostZeros: 0.05,
  },
  {
    file: 'beratungsfuehrer.csv',
    encoding: 'utf8-bom',
    separator: ';',
    columns: {
      Einrichtung: 'name',
      Träger: 'carrier',
      Anschrift: 'street',
      'PLZ / Ort': 'postcodePlace',
      'Tel.': 'phones',
      Internet: 'sites',
      Sprachen: 'languages',
    },
    knows: (thing) =>
      thing.kind !== 'organisation' ? 0 : isOf('branch')(thing) ? 0.85 : isOf('shared hotline')(thing) ? 0.9 : 0.35,
    habits: { short: 0.25, own: 0, legal: 0.3, typo: 0.03, umlauts: 'kept' },
    gaps: { street: 0.03, phone: 0.15, mail: 1, site: 0.4 },
    lostZeros: 0.02,
  },
  {
    file: 'migrantenorganisationen.csv',
    encoding: 'utf8',
    separator: '\t',
    columns: {
      Name: 'name',
      'Name in eigener Sprache': 'otherName',
      Adresse: 'street',
      Postleitzahl: 'postcode',
      Stadt: 'place',
      Telefonnummer: 'phones',
      Mail: 'mails',
      Sprachen: 'languages',
    },
    knows: (thing) =>
      own(thing) ? 0.75 : /^(Türk|Deutsch-|Poln|Vietn|Eritr|Kroat)/.test(thing.naming.full[0] ?? '') ? 0.5 : 0,
    habits: { short: 0.2, own: 0.25, legal: 0.5, typo: 0.04, umlauts: 'kept' },
    gaps: { street: 0.1, phone: 0.3, mail: 0.3, site: 1 },
    lostZeros: 0.1,
    isStampedWithSeat: true,
  },
  {
    file: 'altbestand.csv',
    encoding: 'utf8',
    separator: ';',
    columns: { NAME: 'name', STRASSE: 'street', PLZ: 'postcode', ORT: 'place', TELEFON: 'phones', WWW: 'sites' },
    knows: (thing) => (thing.kind === 'organisation' ? 0.35 : 0),
    habits: { short: 0.15, own: 0, legal: 0.6, typo: 0.05, umlauts: 'ascii' },
    gaps: { street: 0.05, phone: 0.3, mail: 1, site: 0.6 },
    lostZeros: 0.4,
    isUpperCase: true,
    twice: 0.15,
  },
  {
    file: 'angebote.csv',
    encoding: 'utf8',
    separator: ',',
    columns: {
      Angebot: 'name',
      Anbieter: 'carrier',
      Straße: 'street',
      PLZ: 'postcode',
      Ort: 'place',
      Wann: 'times',
      Sprachen: 'languages',
      Telefon: 'phones',
      Link: 'sites',
    },
    knows: ({ kind }) => (kind === 'offer' ? 0.8 : 0),
    habits: { short: 0, own: 0, legal: 0, typo: 0.02, umlauts: 'kept' },
    gaps: { street: 0.03, phone: 0.3, mail: 1, site: 0.5 },
    lostZeros: 0,
  },
  {
    file: 'kursliste.csv',
    encoding: 'utf16le',
    separator: '\t',
    columns: {
      Kurs: 'name',
      Veranstalter: 'carrier',
      Adresse: 'street',
      'PLZ Ort': 'postcodePlace',
      Zeiten: 'times',
      Tel: 'phones',
      'E-Mail': 'mails',
    },
    knows: ({ kind }) => (kind === 'offer' ? 0.75 : 0),
    habits: { short: 0, own: 0, legal: 0, typo: 0.03, umlauts: 'sometimes' },
    gaps: { street: 0.05, phone: 0.2, mail: 0.5, site: 1 },
    lostZeros: 0.05,
  },
];

/** Shares of rows with an address or a telephone of before; a person could still tell by the rest, so the rest is there. */
const MOVED = 0.025;
const OTHER_PHONE = 0.04;

/** What is asked of the world while a row is written. */
export interface Surroundings {
  readonly seat: string;
  readonly carrierOf: (thing: Thing) => Thing | null;
  /** A number and a street that nobody else has. */
  readonly newPhone: () => string;
  readonly newStreet: () => string;
}

/** A thing as a row of this list; it always keeps a street or a telephone, or nobody could say what it is. */
export function writeEntry(plan: ListPlan, thing: Thing, throws: Dice, around: Surroundings): Entry {
  const name = spellName(thing, throws, plan.habits);
  const slices = new Set([...thing.slices, ...name.slices]);
  const fate = throws.below(1000) / 1000;
  const hasMoved = fate < MOVED;
  const hasOtherPhone = !hasMoved && fate < MOVED + OTHER_PHONE;
  if (hasMoved) slices.add('moved');
  if (hasOtherPhone) slices.add('other phone');
  const hasStreet = hasOtherPhone || !throws.chance(plan.gaps.street);
  const hasPhone = hasMoved || !hasStreet || !throws.chance(plan.gaps.phone);
  const postcode = spellPostcode(thing.postcode, throws, plan.lostZeros);
  const phone = spellPhone(hasOtherPhone ? around.newPhone() : thing.phone, throws, plan.lostZeros / 2);
  if (hasPhone) for (const slice of phone.slices) slices.add(slice);
  for (const slice of postcode.slices) slices.add(slice);
  const place = plan.isStampedWithSeat === true ? around.seat : thing.town;
  if (place !== thing.town) slices.add('wrong area');
  const carrier = around.carrierOf(thing);
  const shown = cutName(plan, plan.isUpperCase === true ? name.text.toUpperCase() : name.text);
  if (shown.length < name.text.length) slices.add('cut name');
  const texts: Record<string, string> = {
    name: throws.chance(0.06) ? `${shown}   ` : shown,
    otherName: throws.chance(0.7) ? (thing.naming.own[0] ?? '') : '',
    carrier:
      carrier === null
        ? ''
        : spellName(carrier, throws, { ...plan.habits, legal: 0.5, short: 0.1, own: 0, typo: 0 }).text,
    street: hasStreet ? spellStreet(hasMoved ? around.newStreet() : thing.street, throws) : '',
    postcode: postcode.text,
    place,
    postcodePlace: `${postcode.text} ${place}`,
    phones: hasPhone ? phone.text : '',
    mails: !hasMoved && throws.chance(plan.gaps.mail) ? '' : thing.mail,
    sites: !hasMoved && throws.chance(plan.gaps.site) ? '' : spellSite(thing.site, throws),
    languages: spellLanguages(thing.languages, throws),
    times: thing.times.length === 0 ? '' : throws.pick(thing.times),
  };
  return { thing: thing.id, texts: plan.isUpperCase === true ? inCapitals(texts) : texts, slices: [...slices] };
}

function cutName({ cut }: ListPlan, name: string): string {
  return cut === undefined ? name : name.slice(0, cut);
}

function inCapitals(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).map(([field, text]) => [field, field === 'sites' ? text : text.toUpperCase()]),
  );
}
