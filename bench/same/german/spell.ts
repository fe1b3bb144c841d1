import type { Dice } from '../../../src/engines/rhoenau/dice.ts';
import { typedPhone, withoutZero } from '../../../src/engines/rhoenau/phones.ts';
import type { LegalForm, Thing } from './thing.ts';

/** A text as somebody typed it, and the kinds of difficulty that came in. */
export interface Spelled {
  readonly text: string;
  readonly slices: readonly string[];
}

const LEGAL_FORMS: Readonly<Record<LegalForm, readonly string[]>> = {
  eV: ['e.V.', 'e. V.', 'eV', 'E.V.', 'e.V', '(e.V.)', 'eingetragener Verein'],
  gGmbH: ['gGmbH', 'gem. GmbH', 'gemeinnützige GmbH', 'g GmbH'],
  gUG: ['gUG (haftungsbeschränkt)', 'gUG', 'gemeinnützige UG'],
  eG: ['eG', 'e.G.', 'eingetragene Genossenschaft'],
};

export interface NameHabits {
  /** Share of rows in which the acronym, the own letters, the legal form are written. */
  readonly short: number;
  readonly own: number;
  readonly legal: number;
  readonly typo: number;
  readonly umlauts: 'kept' | 'sometimes' | 'ascii';
}

/** The name of a thing as the keeper of a list writes it. */
export function spellName({ naming }: Thing, throws: Dice, habits: NameHabits): Spelled {
  const slices: string[] = [];
  if (naming.own.length > 0 && throws.chance(habits.own))
    return { text: throws.pick(naming.own), slices: ['own letters'] };
  const isShort = naming.short.length > 0 && throws.chance(habits.short);
  if (isShort) slices.push('acronym');
  let text = isShort ? throws.pick(naming.short) : favoured(naming.full, throws);
  if (throws.chance(habits.typo) && !isShort) {
    text = withTypo(text, throws);
    slices.push('typo');
  }
  if (naming.legal !== null && (naming.legalCounts || throws.chance(habits.legal))) {
    const form = favoured(LEGAL_FORMS[naming.legal], throws);
    text = form.startsWith('gemein') && throws.chance(0.5) ? `${form} ${text}` : `${text} ${form}`;
    if (form !== LEGAL_FORMS[naming.legal][0]) slices.push('legal form spelling');
  }
  const spelled = umlautsIn(text, throws, habits.umlauts);
  if (spelled !== text) slices.push('umlaut');
  return { text: spelled, slices };
}

/** The first in half of the cases, otherwise any. */
function favoured(texts: readonly string[], throws: Dice): string {
  return throws.chance(0.5) ? (texts[0] ?? '') : throws.pick(texts);
}

function umlautsIn(text: string, throws: Dice, habit: NameHabits['umlauts']): string {
  if (habit === 'kept' || (habit === 'sometimes' && !throws.chance(0.2))) return text;
  return throws.chance(0.7) ? written(text, 'ae', 'oe', 'ue') : written(text, 'a', 'o', 'u');
}

function written(text: string, a: string, o: string, u: string): string {
  const capital = (letters: string) => `${letters.slice(0, 1).toUpperCase()}${letters.slice(1)}`;
  return text
    .replaceAll('ä', a)
    .replaceAll('ö', o)
    .replaceAll('ü', u)
    .replaceAll('Ä', capital(a))
    .replaceAll('Ö', capital(o))
    .replaceAll('Ü', capital(u))
    .replaceAll('ß', 'ss');
}

/** Two letters change places, one is left out or doubled, somewhere inside of a long word. */
function withTypo(text: string, throws: Dice): string {
  const words = text.split(' ');
  const long = [...words.keys()].filter((place) => (words[place] ?? '').length >= 6);
  if (long.length === 0) return text;
  const place = throws.pick(long);
  const word = words[place] ?? '';
  const at = throws.between(1, word.length - 3);
  const [one = '', two = ''] = [word[at], word[at + 1]];
  const mended = throws.pick([`${two}${one}`, two, `${one}${one}${two}`]);
  return words.with(place, `${word.slice(0, at)}${mended}${word.slice(at + 2)}`).join(' ');
}

export function spellStreet(street: string, throws: Dice): string {
  const way = throws.below(6);
  const name = street.replace(
    /straße(?= )/,
    () => ['straße', 'straße', 'str.', 'strasse', 'str', '-Str.'][way] ?? 'straße',
  );
  const numbered = throws.chance(0.3) ? name.replace(/(\d)([ab])$/, '$1 $2') : name;
  return throws.chance(0.05) ? `${numbered} ` : numbered;
}

/** What is left of a postcode when a spreadsheet takes it for a number, or somebody mends that with too many zeros. */
export function spellPostcode(postcode: string, throws: Dice, lost: number): Spelled {
  if (!throws.chance(lost)) return { text: postcode, slices: [] };
  const text = throws.chance(0.8) ? postcode.replace(/^0+/, '') : `0${postcode}`;
  return { text, slices: ['lost zero'] };
}

export function spellPhone(phone: string, throws: Dice, lost: number): Spelled {
  const typed = typedPhone(phone, throws);
  return throws.chance(lost) ? { text: withoutZero(typed), slices: ['lost zero'] } : { text: typed, slices: [] };
}

export function spellLanguages(languages: readonly string[], throws: Dice): string {
  const spoken = throws.shuffled(languages);
  const glue = throws.pick([', ', ',', ' / ', '; ', ' und ', '']);
  return spoken.join(glue);
}

export function spellSite(site: string, throws: Dice): string {
  const bare = site.replace(/^https:\/\//, '');
  return throws.pick([site, bare, bare.replace(/^www\./, ''), site.replace('https', 'http'), bare.replace(/\/$/, '')]);
}
