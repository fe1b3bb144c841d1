import { addDays, type Day } from '../../../plain/time.ts';
import { at, dice, type Dice } from '../dice.ts';
import { textOf, type List, type NextMonth, type Offer } from '../county.ts';
import type { Measure } from '../invent-organisations.ts';
import { typedPhone } from '../phones.ts';
import { cellOf, draft, note, spoil, type Column, type Draft } from './draft.ts';
import {
  answer,
  costInWords,
  fieldsInWords,
  groupsInWords,
  languagesInWords,
  part,
  timesInWords,
  words,
} from './spell.ts';

const EVENTS = [
  'Sommerfest der Vereine',
  'Interkulturelle Woche: Eröffnung',
  'Ausbildungsmesse',
  'Newroz-Fest',
  'Flohmarkt im Hof',
  'Fußballturnier',
  'Lesung in drei Sprachen',
  'Tag der offenen Tür',
  'Infoabend Wohnen',
  'Konzert der Chöre',
  'Radtour um den Basaltkopf',
  'Kochabend',
];
/** What happens to the list within a month. */
const MONTH = { changed: 11, gone: 5, added: 8 } as const;

/** The database of the volunteer agency as a file: with a key, with events long over, and a second edition. */
export function openOffersList(offers: readonly Offer[], later: readonly Offer[], measure: Measure): List {
  const { seed, today, times } = measure;
  const throws = dice(seed, 'list angebote');
  const columns = columnsFrom(1, today, throws);
  const made = draft(columns, offers);
  for (const row of pastEvents(made, times(12), throws, today)) {
    made.rows.push(row);
    made.truth.push(null);
  }
  note(made, 'expired', (row) => cellOf(made, row, 'bis') !== '' && cellOf(made, row, 'bis') < today);
  spoil(made, throws, {
    defect: 'languagesInWords',
    header: 'Sprachen',
    count: times(70),
    to: (cell) => (cell === '' ? null : languagesInWords(cell.split(','))),
  });
  spoil(made, throws, {
    defect: 'unknownMark',
    header: 'Telefon',
    count: times(9),
    to: (cell) => (cell === '' ? throws.pick(['kA', '-', 'k.A.']) : null),
  });
  spoil(made, throws, { defect: 'trailingBlanks', header: 'Angebot', count: times(10), to: (cell) => `${cell} ` });
  return {
    ...made,
    key: 'angebote',
    title: 'Offene Angebote im Landkreis',
    publisher: 'Freiwilligenagentur Rhönau',
    purpose: 'Aushang und Beratung',
    licence: 'CC0-1.0',
    rhythm: 'monatlich',
    role: 'Datenpflege der Freiwilligenagentur',
    subject: 'offer',
    format: 'csv-utf8-comma',
    keyHeader: 'Nr',
    head: [made.headers.map((text) => ({ text, columns: 1 }))],
    numbers: [],
    nextMonth: aMonthLater(made, later.slice(0, times(MONTH.added)), measure),
  };
}

function columnsFrom(first: number, today: Day, throws: Dice): Column<Offer>[] {
  return [
    ['Nr', (_, place) => `F-${String(place + first).padStart(4, '0')}`],
    ['Angebot', (one) => textOf(one, 'name')],
    ['Träger', (one) => textOf(one, 'carrier')],
    ['Beschreibung', (one) => textOf(one, 'description')],
    ['Handlungsfeld', fieldsInWords],
    ['Zielgruppe', groupsInWords],
    ['Sprachen', (one) => words(one, 'languages').join(',')],
    ['Wann', (one) => timesInWords(one, throws)],
    ['Kosten', costInWords],
    ['Papiere nötig?', (one) => answer(one, 'papersAsked')],
    ['Anmeldung', (one) => answer(one, 'appointment')],
    ['Stadtteil', (one) => textOf(one, 'district')],
    ['Straße', (one) => textOf(one, 'street')],
    ['PLZ', (one) => part(one, 'place', 'postcode')],
    ['Ort', (one) => part(one, 'place', 'name')],
    ['Telefon', (one) => (textOf(one, 'phone') === '' ? '' : typedPhone(textOf(one, 'phone'), throws))],
    ['E-Mail', (one) => textOf(one, 'mailbox')],
    ['Internet', (one) => textOf(one, 'website')],
    ['von', (one) => textOf(one, 'validFrom')],
    ['bis', (one) => textOf(one, 'validTo')],
    ['Stand', (_, place) => addDays(today, -35 - (place % 5) * 7)],
  ];
}

function* pastEvents(made: Draft, count: number, throws: Dice, today: Day): Generator<string[]> {
  const known = made.rows.length;
  for (let event = 0; event < count; event++) {
    const day = addDays(today, -throws.between(60, 900));
    const like = at(made.rows, event % known);
    const said: Readonly<Record<string, string>> = {
      Nr: `F-${String(known + event + 1).padStart(4, '0')}`,
      Angebot: `${at(EVENTS, event % EVENTS.length)} ${day.slice(0, 4)}`,
      Träger: cellOf(made, like, 'Träger'),
      PLZ: cellOf(made, like, 'PLZ'),
      Ort: cellOf(made, like, 'Ort'),
      'E-Mail': cellOf(made, like, 'E-Mail'),
      Kosten: 'kostenlos',
      von: day,
      bis: day,
      Stand: addDays(day, -30),
    };
    yield made.headers.map((header) => said[header] ?? '');
  }
}

function aMonthLater(made: Draft, added: readonly Offer[], { seed, today, times }: Measure): NextMonth {
  const throws = dice(seed, 'list angebote, next month');
  const order = throws.shuffled([...made.rows.keys()]);
  const gone = new Set(order.slice(0, times(MONTH.gone)));
  const changed = new Set(order.slice(gone.size, gone.size + times(MONTH.changed)));
  const column = (header: string): number => made.headers.indexOf(header);
  const kept = [...made.rows.keys()].filter((place) => !gone.has(place));
  const rows = kept.map((place) => {
    const row = [...at(made.rows, place)];
    if (!changed.has(place)) return row;
    const what = throws.pick(['Wann', 'Kosten', 'Anmeldung']);
    const before = row[column(what)] ?? '';
    row[column(what)] =
      what === 'Wann' ? 'Sonntag, 14:00-17:00' : what === 'Kosten' ? 'Spende' : before === 'ja' ? 'nein' : 'ja';
    if (row[column(what)] === before) row[column(what)] = what === 'Wann' ? 'Samstag, 10:00-12:00' : 'kostenlos';
    row[column('Stand')] = addDays(today, -2);
    return row;
  });
  const fresh = draft(columnsFrom(made.rows.length + 1, today, throws), added);
  return {
    rows: [...rows, ...fresh.rows],
    truth: [...kept.map((place) => made.truth[place] ?? null), ...fresh.truth],
    changed: changed.size,
    gone: gone.size,
    added: fresh.rows.length,
  };
}
