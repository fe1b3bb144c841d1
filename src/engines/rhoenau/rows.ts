import { at, dice, type Dice } from './dice.ts';
import { CIRCLES, GERMAN_NAMES } from './languages.ts';
import { coin } from './coin.ts';
import { fictionPhone, typedPhone } from './phones.ts';
import { inventStreet } from './streets.ts';
import { RHOENAU_PLACES } from './places.ts';
import { theme, THEME_KEYS } from './themes.ts';

/** The columns of `inventRows`. */
export const ROW_HEADERS = [
  'Nr',
  'Name',
  'Art',
  'Handlungsfeld',
  'Sprachen',
  'PLZ',
  'Ort',
  'Straße',
  'Telefon',
  'E-Mail',
  'Internet',
] as const;

/** What the fields of action are called in lists. */
export const FIELD_NAMES: Readonly<Record<string, string>> = {
  housing: 'Wohnen',
  education: 'Schule und Bildung',
  work: 'Arbeit',
  health: 'Gesundheit',
  transport: 'Mobilität',
  selfOrganisation: 'Selbstorganisation',
  culture: 'Kultur',
};

/**
 * `count` rows of a list of organisations, one after the other: memory stays the same for a million.
 * "Nr" is a key; about one word of a name in three is coined, so that the vocabulary grows with the rows.
 *
 * @example for (const row of inventRows(1, 1_000_000)) file.write(csvLine(row, ';'))
 */
export function* inventRows(seed: number, count: number): Generator<readonly string[]> {
  const throws = dice(seed, 'rows');
  for (let number = 1; number <= count; number++) yield row(number, throws);
}

function row(number: number, throws: Dice): string[] {
  const circle = throws.pick(CIRCLES);
  const about = theme(throws.pick(THEME_KEYS));
  const place = at(RHOENAU_PLACES, throws.chance(0.4) ? 0 : throws.below(RHOENAU_PLACES.length));
  const isAssociation = throws.chance(0.65);
  const word = coin(throws);
  const second = throws.chance(0.4) ? ` ${coin(throws)}` : '';
  const site = `${word.toLowerCase()}-${number.toString(36)}.example`;
  const languages = [...circle.languages, 'de'].map((tag) => GERMAN_NAMES[tag] ?? tag);
  return [
    String(number),
    `${throws.pick(about.circles)} ${word}${second} ${place.name}${isAssociation ? ' e. V.' : ''}`,
    isAssociation ? 'Verein' : 'Initiative',
    about.fields.map((field) => FIELD_NAMES[field] ?? field).join(', '),
    languages.join(', '),
    throws.pick(place.postcodes),
    place.name,
    inventStreet(throws),
    typedPhone(fictionPhone(number), throws),
    `kontakt@${site}`,
    throws.chance(0.7) ? `https://www.${site}/` : '',
  ];
}
