import { addDays } from '../../../plain/time.ts';
import { dice } from '../dice.ts';
import { textOf, type List, type Organisation } from '../county.ts';
import { germanName, HOTLINE, type Measure } from '../invent-organisations.ts';
import { typedPhone, withoutZero } from '../phones.ts';
import { cellOf, draft, note, spoil } from './draft.ts';
import { languagesInWords, otherAnd, part, words } from './spell.ts';

const KIND_NAMES: Readonly<Record<string, string>> = {
  association: 'Verein',
  initiative: 'Initiative',
  carrier: 'Träger',
  administration: 'Verwaltung',
  institution: 'Einrichtung',
  umbrella: 'Dachverband',
};
/** As long as a text may be in the file format of old map programs. */
const LONGEST = 50;

/** What the map of the county shows; exported by a program that cuts names and forgets zeros. */
export function housesList(houses: readonly Organisation[], { seed, today, times }: Measure): List {
  const throws = dice(seed, 'list einrichtungen');
  const stand = addDays(today, -75);
  const made = draft<Organisation>(
    [
      ['OBJECTID', (_, place) => String(place + 1201)],
      ['KENNUNG', (_, place) => `RH-${String(place + 1).padStart(4, '0')}`],
      ['BEZEICHNUNG', germanName],
      ['ART', (one) => KIND_NAMES[one.kind] ?? ''],
      ['STRASSE', (one) => textOf(one, 'street')],
      ['PLZ', (one) => part(one, 'place', 'postcode')],
      ['ORT', (one) => part(one, 'place', 'name')],
      ['TELEFON', (one) => (textOf(one, 'phone') === '' ? '' : typedPhone(textOf(one, 'phone'), throws))],
      ['EMAIL', (one) => textOf(one, 'mailbox')],
      ['WWW', (one) => textOf(one, 'website')],
      ['SPRACHEN', (one) => languagesInWords(words(one, 'languages'))],
      ['STAND', () => stand],
      ['lat', (one) => part(one, 'point', 'lat')],
      ['lon', (one) => part(one, 'point', 'lon')],
    ],
    houses,
  );
  const name = 'BEZEICHNUNG';
  spoil(made, throws, {
    defect: 'acronym',
    header: name,
    count: times(4),
    to: (_, row) => {
      const house = houses[Number(cellOf(made, row, 'OBJECTID')) - 1201];
      return house === undefined ? null : textOf(house, 'shortName') || null;
    },
  });
  // Not where the cut comes next: then nothing of it would be seen.
  spoil(made, throws, {
    defect: 'andSpelling',
    header: name,
    count: times(7),
    to: (cell) => (cell.indexOf(' und ') < LONGEST - 10 ? otherAnd(cell, throws) : null),
  });
  spoil(made, throws, {
    defect: 'upperCase',
    header: name,
    count: times(12),
    to: (cell) => (cell.length < 45 ? cell.toUpperCase() : null),
  });
  const long = made.rows.filter((row) => cellOf(made, row, name).length > LONGEST).length;
  spoil(made, throws, { defect: 'nameCut', header: name, count: long, to: (cell) => cell.slice(0, LONGEST) });
  spoil(made, throws, {
    defect: 'trailingBlanks',
    header: name,
    count: times(6),
    to: (cell) => (cell.length < 40 ? `${cell}  ` : null),
  });
  spoil(made, throws, { defect: 'postcodeShort', header: 'PLZ', count: times(11), to: (cell) => String(Number(cell)) });
  spoil(made, throws, {
    defect: 'phoneWithoutZero',
    header: 'TELEFON',
    count: times(14),
    to: (cell) => (cell === '' ? null : withoutZero(cell)),
  });
  note(made, 'sharedHotline', (row) => withoutZero(cellOf(made, row, 'TELEFON')) === withoutZero(HOTLINE));
  return {
    ...made,
    key: 'einrichtungen',
    title: 'Einrichtungen und Anlaufstellen',
    publisher: 'Landkreis Rhönau, Geodaten',
    purpose: 'Karte der Anlaufstellen im Landkreis',
    licence: 'dl-de/by-2-0',
    rhythm: 'vierteljährlich',
    role: 'Geodatenmanagement',
    subject: 'organisation',
    format: 'geojson',
    keyHeader: 'KENNUNG',
    head: [made.headers.map((text) => ({ text, columns: 1 }))],
    numbers: [],
  };
}
