import { addDays } from '../../../plain/time.ts';
import { dice } from '../dice.ts';
import { textOf, type HeadCell, type List, type Offer } from '../county.ts';
import { HOTLINE, type Measure } from '../invent-organisations.ts';
import { inventPerson } from '../people.ts';
import { typedPhone, withoutZero } from '../phones.ts';
import { COURSE } from '../scenario-offers.ts';
import { cellOf, draft, note, spoil } from './draft.ts';
import {
  answer,
  costInWords,
  groupsInWords,
  fieldsInWords,
  languagesInWords,
  otherAnd,
  part,
  sheetDay,
  timesInWords,
  words,
} from './spell.ts';

const TITLE = 'Wegweiser Zuwanderung im Landkreis Rhönau';
/** The upper of two header rows: merged cells over what belongs together. */
const GROUPS: readonly HeadCell[] = [
  { text: 'Lfd. Nr.', columns: 1 },
  { text: 'Angebot', columns: 1 },
  { text: 'Träger', columns: 1 },
  { text: 'Für wen', columns: 3 },
  { text: 'Wann', columns: 1 },
  { text: 'Kosten', columns: 1 },
  { text: 'Anmeldung', columns: 1 },
  { text: 'Kontakt', columns: 3 },
  { text: 'Adresse', columns: 3 },
  { text: 'Stand', columns: 1 },
];

/** The guide of the county: a sheet with a title, merged headers, and dates that became numbers. */
export function guideList(offers: readonly Offer[], { seed, today, times }: Measure): List {
  const throws = dice(seed, 'list wegweiser');
  const made = draft<Offer>(
    [
      ['Lfd. Nr.', (_, place) => String(place + 1)],
      ['Angebot', (one) => textOf(one, 'name')],
      ['Träger', (one) => textOf(one, 'carrier')],
      ['Für wen Zielgruppe', groupsInWords],
      ['Für wen Handlungsfeld', fieldsInWords],
      ['Für wen Sprachen', (one) => languagesInWords(words(one, 'languages'))],
      ['Wann', (one) => timesInWords(one, throws)],
      ['Kosten', costInWords],
      ['Anmeldung', (one) => answer(one, 'appointment')],
      ['Kontakt Telefon', (one) => (textOf(one, 'phone') === '' ? '' : typedPhone(textOf(one, 'phone'), throws))],
      ['Kontakt E-Mail', (one) => textOf(one, 'mailbox')],
      ['Kontakt Ansprechpartner', (one) => textOf(one, 'contactFunction')],
      ['Adresse Straße', (one) => textOf(one, 'street')],
      ['Adresse PLZ', (one) => part(one, 'place', 'postcode')],
      ['Adresse Ort', (one) => part(one, 'place', 'name')],
      ['Stand', (_, place) => sheetDay(addDays(today, -40 - (place % 9) * 13))],
    ],
    offers,
  );
  note(made, 'dateAsNumber', (row) => /^\d{5}$/.test(cellOf(made, row, 'Stand')));
  note(made, 'sameNameCourse', (row) => cellOf(made, row, 'Angebot') === COURSE);
  note(made, 'sharedHotline', (row) => withoutZero(cellOf(made, row, 'Kontakt Telefon')) === withoutZero(HOTLINE));
  spoil(made, throws, {
    defect: 'acronym',
    header: 'Träger',
    count: 3,
    to: (cell) =>
      cell === 'Volkshochschule Rhönau' ? throws.pick(['VHS Rhönau', 'VHS', 'Volkshochschule (VHS) Rhönau']) : null,
  });
  spoil(made, throws, {
    defect: 'andSpelling',
    header: 'Träger',
    count: times(9),
    to: (cell) => otherAnd(cell, throws),
  });
  spoil(made, throws, {
    defect: 'postcodeShort',
    header: 'Adresse PLZ',
    count: times(60),
    to: (cell) => String(Number(cell)),
  });
  spoil(made, throws, {
    defect: 'personAsContact',
    header: 'Kontakt Ansprechpartner',
    count: times(40),
    to: () => inventPerson(throws),
  });
  spoil(made, throws, {
    defect: 'unknownMark',
    header: 'Adresse Straße',
    count: times(5),
    to: (cell) => (cell === '' ? throws.pick(['kA', '-']) : null),
  });
  const below = made.headers.map((header) => ({ text: header.replace(/^(Für wen|Kontakt|Adresse) /, ''), columns: 1 }));
  return {
    ...made,
    key: 'wegweiser',
    title: TITLE,
    publisher: 'Landkreis Rhönau, Koordination',
    purpose: 'Beratungsstellen sollen wissen, wohin sie schicken können',
    licence: 'CC-BY-4.0',
    rhythm: 'halbjährlich',
    role: 'Koordination',
    subject: 'offer',
    format: 'xlsx',
    keyHeader: null,
    head: [[{ text: TITLE, columns: made.headers.length }], GROUPS, below],
    numbers: ['Lfd. Nr.', 'Adresse PLZ', 'Stand'],
  };
}
