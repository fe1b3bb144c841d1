import { addDays } from '../../../plain/time.ts';
import { dice } from '../dice.ts';
import { textOf, type List, type Organisation } from '../county.ts';
import { germanName, type Measure } from '../invent-organisations.ts';
import { inventPerson } from '../people.ts';
import { typedPhone } from '../phones.ts';
import { cellOf, draft, note, spoil } from './draft.ts';
import { fieldsInWords, forWindows1252, germanDay, languagesInWords, part, words } from './spell.ts';

/** A list that was once imported into itself: 120 rows, 50 names. Old spreadsheet, no key that lasts. */
export function associationsList(associations: readonly Organisation[], { seed, today, times }: Measure): List {
  const throws = dice(seed, 'list vereine');
  const once = associations.length;
  const again = [...associations, ...associations, ...associations].slice(0, times(120));
  const made = draft<Organisation>(
    [
      ['Lfd. Nr.', (_, place) => String(place + 1)],
      ['Name des Vereins', (one) => forWindows1252(germanName(one))],
      ['Straße', (one) => textOf(one, 'street')],
      ['PLZ', (one) => part(one, 'place', 'postcode')],
      ['Ort', (one) => part(one, 'place', 'name')],
      ['Tel.', (one) => (textOf(one, 'phone') === '' ? '' : typedPhone(textOf(one, 'phone'), throws))],
      ['E-Mail', (one) => textOf(one, 'mailbox')],
      [
        'Internet',
        (one) =>
          textOf(one, 'website')
            .replace(/^https:\/\//, 'www.')
            .replace(/\/$/, ''),
      ],
      ['Ansprechpartner', (one) => textOf(one, 'contactFunction')],
      ['Sprachen', (one) => words(one, 'languages').join(',')],
      ['Handlungsfeld', fieldsInWords],
      ['Stand', (_, place) => germanDay(addDays(today, place < once ? -420 : -370))],
    ],
    again,
  );
  note(made, 'repeatedRow', (_, place) => place >= once);
  // The second run wrote the languages out where the first had codes.
  spoil(made, throws, {
    defect: 'languagesInWords',
    header: 'Sprachen',
    count: again.length - once,
    to: (cell, row) => (Number(cellOf(made, row, 'Lfd. Nr.')) > once ? languagesInWords(cell.split(',')) : null),
  });
  spoil(made, throws, { defect: 'postcodeLong', header: 'PLZ', count: times(116), to: (cell) => `0${cell}` });
  spoil(made, throws, {
    defect: 'personAsContact',
    header: 'Ansprechpartner',
    count: times(48),
    to: () => inventPerson(throws),
  });
  spoil(made, throws, {
    defect: 'unknownMark',
    header: 'Internet',
    count: times(14),
    to: (cell) => (cell === '' ? throws.pick(['kA', '-', 'k. A.', '–']) : null),
  });
  spoil(made, throws, {
    defect: 'trailingBlanks',
    header: 'Name des Vereins',
    count: times(9),
    to: (cell) => `${cell}    `,
  });
  return {
    ...made,
    key: 'vereine',
    title: 'Vereinsliste der Stadt Rhönau',
    publisher: 'Stadt Rhönau, Amt für Kultur und Sport',
    purpose: 'Anschriften für Einladungen und die Vergabe von Räumen',
    licence: 'CC-BY-4.0',
    rhythm: 'jährlich',
    role: 'Vereinsförderung',
    subject: 'organisation',
    format: 'csv-windows-1252-semicolon',
    keyHeader: null,
    head: [made.headers.map((text) => ({ text, columns: 1 }))],
    numbers: [],
  };
}
