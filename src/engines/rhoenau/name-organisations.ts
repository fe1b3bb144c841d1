import { CIRCLES, type Circle } from './languages.ts';
import { coin } from './coin.ts';
import { theme, THEME_KEYS, type ThemeKey } from './themes.ts';
import type { Dice } from './dice.ts';

/** A name with what it says about the organisation. */
export interface Naming {
  readonly name: string;
  readonly shortName?: string;
  readonly theme: ThemeKey;
  readonly languages: readonly string[];
  /** Where it is, when there is only one of it. */
  readonly seat?: string;
}

type HousePattern = readonly [name: string, theme: ThemeKey, shortName?: string];

/** `{p}` is a municipality, `{w}` a word. Those without `{p}` exist once. */
const ADMINISTRATION: readonly HousePattern[] = [
  ['Jugendamt Landkreis Rhönau', 'youth'],
  ['Gesundheitsamt Landkreis Rhönau', 'health'],
  ['Sozialamt Landkreis Rhönau', 'advice'],
  ['Ausländerbehörde Landkreis Rhönau', 'advice'],
  ['Schulamt Landkreis Rhönau', 'parents'],
  ['Jobcenter Landkreis Rhönau', 'work'],
  ['Wohnungsamt Stadt Rhönau', 'housing'],
  ['Amt für Kultur und Sport Stadt Rhönau', 'culture'],
  ['Standesamt Stadt Rhönau', 'advice'],
  ['Bürgerbüro {p}', 'advice'],
  ['Gemeindebüro {p}', 'neighbours'],
];

const INSTITUTION: readonly HousePattern[] = [
  ['Volkshochschule Rhönau', 'language', 'VHS Rhönau'],
  ['Freiwilligenagentur Rhönau', 'neighbours', 'FWA'],
  ['Stadtbibliothek Rhönau', 'language'],
  ['Musikschule Rhönau', 'culture'],
  ['Kreiskrankenhaus Rhönau', 'health', 'KKH'],
  ['Berufsschule Rhönau', 'work'],
  ['Stadtteilbüro Weberviertel', 'neighbours'],
  ['Familienzentrum {p}', 'parents', 'FamZ {p}'],
  ['Mehrgenerationenhaus {p}', 'neighbours', 'MGH {p}'],
  ['Grundschule {p}', 'parents'],
  ['Kindertagesstätte „{w}“ {p}', 'parents'],
  ['Jugendhaus „{w}“ {p}', 'youth'],
  ['Begegnungszentrum {w} {p}', 'culture'],
];

const CARRIER: readonly HousePattern[] = [
  ['Gemeinnützige Gesellschaft für Bildung, Beratung und Begegnung {p} mbH', 'work'],
  ['Kinder-, Jugend- und Familienhilfe {p} e. V.', 'parents', 'KJF {p}'],
  ['Arbeitskreis Asyl und Ankommen {p} e. V.', 'advice', 'AK Asyl {p}'],
  ['Sozialdienste {w} {p} und Umgebung gGmbH', 'advice'],
  ['Jugend und Umwelt {p} gGmbH', 'youth'],
  ['Gesellschaft für Wohnen und Nachbarschaft in {p} und Umgebung gGmbH', 'housing', 'GWN'],
  ['Gesundheit und Pflege {w} {p} gGmbH', 'health'],
  ['Bildungsträger {w} {p} gGmbH', 'language'],
  ['Regionalverband für Arbeit und Ausbildung {p} e. V.', 'work', 'RAA {p}'],
  ['Mobil und Dabei {p} e. V.', 'transport'],
];

const HOUSE_WORDS = [
  'Sonnenhang',
  'Silberdistel',
  'Regenbogen',
  'Lindenbaum',
  'Kranich',
  'Löwenzahn',
  'Brücke',
  'Horizont',
  'Sternwarte',
  'Wacholder',
  'Spatzennest',
  'Basaltkopf',
  'Moorblick',
  'Schafgarbe',
  'Fenster',
  'Kompass',
  'Anker',
  'Leuchtturm',
  'Milan',
  'Wollgras',
];

const PATTERNS: Readonly<Record<string, readonly HousePattern[]>> = {
  administration: ADMINISTRATION,
  institution: INSTITUTION,
  carrier: CARRIER,
};

/** The name of an office, an institution or a carrier. `turn` walks through the patterns; `far` asks for coined words. */
export function nameHouse(kind: string, turn: number, place: string, far: boolean, throws: Dice): Naming {
  const patterns = PATTERNS[kind] ?? CARRIER;
  const first = patterns[turn];
  // What exists once comes first; after that only patterns with a municipality.
  const [name, about, shortName] = first ?? throws.pick(patterns.filter(([text]) => text.includes('{p}')));
  const word = far ? coin(throws) : throws.pick(HOUSE_WORDS);
  const town = far && !name.includes('{w}') ? `${place} ${word}` : place;
  const fill = (text: string): string => text.replace('{w}', word).replace('{p}', town);
  return {
    name: fill(name),
    ...(shortName === undefined ? {} : { shortName: fill(shortName) }),
    theme: about,
    ...(name.includes('{p}') ? {} : { seat: 'Rhönau' }),
    languages: throws.chance(0.55) ? ['de', 'en'] : throws.chance(0.5) ? ['de'] : ['ar', 'de', 'en'],
  };
}

/** The name of an association, an initiative or an umbrella, in German as registers have it. */
export function nameCircle(kind: string, place: string, far: boolean, throws: Dice): Naming {
  const circle: Circle = throws.pick(CIRCLES);
  const about = throws.pick(THEME_KEYS);
  const word = far ? coin(throws) : throws.pick(circle.words);
  const languages = [...new Set([...circle.languages, ...(throws.chance(0.85) ? ['de'] : [])])].toSorted();
  if (kind === 'umbrella')
    return {
      name: `Arbeitsgemeinschaft der Vereine ${word} ${place} e. V.`,
      shortName: 'ArGe',
      theme: about,
      languages,
    };
  const body = throws.pick(theme(about).circles);
  const end = kind === 'association' ? throws.pick([' e. V.', ' e. V.', ' e.V.', ' e.V.', ' i. G.']) : '';
  const form = circle.adjective === undefined ? 0 : throws.below(8);
  if (form === 1 && !far)
    return { name: `Deutsch-${circle.adjective}er Freundeskreis ${place}${end}`, theme: 'culture', languages };
  if (form === 2) return { name: `${word} – Begegnung und Bildung ${place}${end}`, theme: about, languages };
  if (form === 3) return { name: `${body} für Begegnung und Kultur ${word} ${place}${end}`, theme: about, languages };
  return { name: `${body} ${word} ${place}${end}`, theme: about, languages };
}
