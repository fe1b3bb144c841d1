import { fold } from '../../plain/text.ts';

/** What a column of a list says about the record of its row. */
export const TARGETS = [
  'name',
  'otherName',
  'carrier',
  'street',
  'houseNumber',
  'streetWithPlace',
  'postcode',
  'place',
  'postcodePlace',
  'country',
  'phone',
  'mail',
  'site',
  'language',
  'topic',
  'lat',
  'lon',
  'point',
  'field',
] as const;
export type Target = (typeof TARGETS)[number];

/** Headers beyond those of lists: of registers abroad, of address books, of lists of people. */
const WORDS: Readonly<Partial<Record<Target, string>>> = {
  name: `org name, organisation, organization, organisations, organizations, organisation name, organization name, company, company name, business name,
    legal name, institution, association, charity name, entity name`,
  otherName: `alias, aliases, aka, also known as, alternate name, alternative name, other name, other names, former name, trading name, short name, acronym,
    abbreviation, native name, local name, kurzname, kurzbezeichnung, abkürzung, kürzel, auch genannt, früherer name, eigenname`,
  carrier: `träger, trägerin, trägerverein, veranstalter, anbieter, provider, carrier, parent, parent organisation, parent organization, dachverband, sağlayıcı`,
  street: `addr, address 1, address1, address line 1, addressline1, street 1, street address, street name, thoroughfare`,
  houseNumber: `street number, house number, house no, number of house`,
  place: `suburb, locality, town, city, post town, municipality, city town`,
  postcode: `zip, zipcode, zip code, postal code, postalcode, postcode, post code, eircode`,
  country: `country, country code, land, staat, ülke, pays`,
  phone: `phone, phone number, phone 1, phone 2, tel, telephone, mobile, mobil, handy, cell, telefon, telefon 2, telefonnummer, rufnummer, fon`,
  mail: `mail, email, e mail, email address, mailadresse, email 2`,
  site: `website, web, url, homepage, domain, web page, webpage`,
  topic: `industry, sector, branche, category, cuisine, art der tätigkeit`,
};

/** Other facts that tell records apart, by the name under which lists of different headers meet. */
const FACTS: Readonly<Record<string, string>> = {
  givenName: `given name, first name, forename, vorname, middle name`,
  surname: `surname, last name, family name, nachname, familienname`,
  birthday: `date of birth, birth date, dob, birthday, geburtsdatum, geburtstag`,
  number: `soc sec id, social security number, ssn, tax id, tax number, vat id, vat number, registration number, register number, company number,
    charity number, steuernummer, ust id, vereinsregisternummer, vereinsregister, registernummer`,
  address2: `address 2, address2, address line 2, adresszusatz`,
  state: `state, province, bundesland, kanton, canton`,
  times: `wann, zeit, zeiten, uhrzeit, termin, termine, when, times, time, schedule, opening hours, öffnungszeiten, sprechzeiten, kurszeiten, wochentag, tag und zeit`,
};

/** The name of the fact that a header means; of any other header the header itself. */
export function factNamed(header: string): string {
  return NAMES_OF_FACTS.get(squash(header)) ?? fold(header);
}

const NAMES_OF_FACTS: ReadonlyMap<string, string> = byWord(Object.entries(FACTS));

/** What a header means by itself; null where nothing is known. */
export function targetOf(header: string): Target | null {
  const word = squash(header);
  return NAMES_OF_FACTS.has(word) ? 'field' : (BY_WORD.get(word) ?? null);
}

const BY_WORD: ReadonlyMap<string, Target> = byWord(TARGETS.map((target) => [target, WORDS[target] ?? '']));

function byWord<Name>(groups: readonly (readonly [Name, string])[]): ReadonlyMap<string, Name> {
  return new Map(
    groups.flatMap(([name, words]) => words.split(',').map((word): [string, Name] => [squash(word), name])),
  );
}

function squash(header: string): string {
  return fold(header).replaceAll(' ', '');
}
