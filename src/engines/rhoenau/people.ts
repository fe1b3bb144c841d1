import type { Dice } from './dice.ts';

// Family names that nobody bears: a list must show what happens to persons without naming one.
const FIRST: Readonly<Record<'Frau' | 'Herr', readonly string[]>> = {
  Frau: [
    'Ada',
    'Cilja',
    'Fenja',
    'Ghada',
    'Hevin',
    'Leyla',
    'Meryem',
    'Nesrin',
    'Oksana',
    'Pelin',
    'Rojda',
    'Uta',
    'Wiebke',
    'Zoja',
  ],
  Herr: ['Bero', 'Emre', 'Ilyas', 'Jaro', 'Kenan', 'Samuel', 'Taras', 'Viktor', 'Yonas', 'Karim', 'Malte'],
};
const LAST = [
  'Quendelmoor',
  'Kieselbart',
  'Zirbelow',
  'Moosgrabner',
  'Fenchelau',
  'Distelkamper',
  'Wollgrasner',
  'Schlehbuscher',
  'Basaltini',
  'Torfhuber-Lenz',
  'Rhönwalder',
  'Nebeltauer',
  'Spindelmair',
  'Flachsbinger',
  'Garnhold',
];

/** The name of a person who does not exist, as it stands in contact columns of lists. */
export function inventPerson(throws: Dice): string {
  const title = throws.pick(['Frau', 'Herr'] as const);
  const name = `${throws.pick(FIRST[title])} ${throws.pick(LAST)}`;
  return throws.chance(0.5) ? name : `${title} ${name}`;
}
