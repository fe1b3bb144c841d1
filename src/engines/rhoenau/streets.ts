import type { Dice } from './dice.ts';

const STEMS = [
  'Weber',
  'Leinen',
  'Flachs',
  'Spindel',
  'Garn',
  'Färber',
  'Korb',
  'Schäfer',
  'Basalt',
  'Wacholder',
  'Silberdistel',
  'Heide',
  'Hutweiden',
  'Quellen',
  'Moor',
  'Birken',
  'Erlen',
  'Ahorn',
  'Holunder',
  'Schlehen',
  'Kirsch',
  'Apfel',
  'Mühl',
  'Hammer',
  'Ziegel',
  'Kalk',
  'Brunnen',
  'Brücken',
  'Markt',
  'Turm',
  'Post',
  'Bahnhof',
  'Schul',
  'Garten',
  'Wiesen',
  'Feld',
  'Sonnen',
  'Abend',
  'Morgen',
  'Amsel',
  'Lerchen',
  'Milan',
  'Otter',
  'Forellen',
];
const ENDS = ['straße', 'gasse', 'weg', 'ring', 'platz', 'steig', 'hof', 'ufer', 'allee', 'winkel'];

/** A street with a house number; the towns are invented, so no such address exists. */
export function inventStreet(throws: Dice): string {
  const letter = throws.chance(0.08) ? throws.pick(['a', 'b', 'c']) : '';
  return `${throws.pick(STEMS)}${throws.pick(ENDS)} ${throws.between(1, 98)}${letter}`;
}

/** One house with many door plates: an address that is shared is not a duplicate. */
export const HOUSE_OF_ASSOCIATIONS = { street: 'Webergasse 12', district: 'Weberviertel', postcode: '00103' } as const;
