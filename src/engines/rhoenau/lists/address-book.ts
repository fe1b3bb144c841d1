import { addDays } from '../../../plain/time.ts';
import { dice } from '../dice.ts';
import { textOf, type List, type Organisation } from '../county.ts';
import type { Measure } from '../invent-organisations.ts';
import { typedPhone } from '../phones.ts';
import { HOUSE_OF_ASSOCIATIONS } from '../streets.ts';
import { cellOf, draft, note, spoil } from './draft.ts';
import { fieldsInWords, languagesInWords, part, words } from './spell.ts';

/** The address book of the associations themselves: own names in own scripts, English texts that have aged. */
export function addressBook(organisations: readonly Organisation[], { seed, today, times }: Measure): List {
  const throws = dice(seed, 'list adressbuch');
  const changed = (place: number): string => addDays(today, -30 - (place % 7) * 11);
  const made = draft<Organisation>(
    [
      ['Nr', (_, place) => `A${String(place + 1).padStart(3, '0')}`],
      ['So nennen wir uns', (one) => textOf(one, 'name')],
      ['Name auf Deutsch', (one) => textOf(one, 'name', 'de')],
      ['Kurzname', (one) => textOf(one, 'shortName')],
      ['Beschreibung', (one) => textOf(one, 'description', 'de')],
      ['geändert am', (_, place) => changed(place)],
      ['Description (English)', (one) => textOf(one, 'description', 'en')],
      [
        'Übersetzung geprüft am',
        (one, place) => (textOf(one, 'description', 'en') === '' ? '' : addDays(changed(place), 3)),
      ],
      ['Sprachen', (one) => words(one, 'languages').join(',')],
      ['Handlungsfeld', fieldsInWords],
      ['Straße', (one) => textOf(one, 'street')],
      ['PLZ Ort', (one) => `${part(one, 'place', 'postcode')} ${part(one, 'place', 'name')}`],
      ['Stadtteil', (one) => textOf(one, 'district')],
      ['Telefon', (one) => (textOf(one, 'phone') === '' ? '' : typedPhone(textOf(one, 'phone'), throws))],
      ['E-Mail', (one) => textOf(one, 'mailbox')],
      ['Website', (one) => textOf(one, 'website')],
      ['Vereinsregister', (one) => textOf(one, 'registerNumber')],
    ],
    organisations,
  );
  const translated = made.rows.filter((row) => cellOf(made, row, 'Übersetzung geprüft am') !== '').length;
  // In the real lists 35 in 100 translations were older than the text they translate.
  spoil(made, throws, {
    defect: 'staleTranslation',
    header: 'Übersetzung geprüft am',
    count: Math.round(translated * 0.35),
    to: (cell) => (cell === '' ? null : addDays(cell, -throws.between(90, 700))),
  });
  spoil(made, throws, {
    defect: 'languagesInWords',
    header: 'Sprachen',
    count: times(47),
    to: (cell) => languagesInWords(cell.split(',')),
  });
  spoil(made, throws, {
    defect: 'unknownMark',
    header: 'Vereinsregister',
    count: times(8),
    to: (cell) => (cell === '' ? throws.pick(['kA', '-', 'keine Angabe']) : null),
  });
  note(made, 'sharedHouse', (row) => cellOf(made, row, 'Straße') === HOUSE_OF_ASSOCIATIONS.street);
  return {
    ...made,
    key: 'adressbuch',
    title: 'Adressbuch der Vereine und Initiativen',
    publisher: 'Vielstimmig – Verband der Vereine im Landkreis Rhönau e. V.',
    purpose: 'Damit Vereine sich gegenseitig finden',
    licence: 'CC-BY-4.0',
    rhythm: 'halbjährlich',
    role: 'Geschäftsstelle',
    subject: 'organisation',
    format: 'csv-utf8-comma',
    keyHeader: 'Nr',
    head: [made.headers.map((text) => ({ text, columns: 1 }))],
    numbers: [],
  };
}
