import { expect, test } from 'vitest';
import { inventCounty, inventRows, ROW_HEADERS } from '../../../engines/rhoenau/index.ts';
import { guessMapping } from '../guess-mapping.ts';
import { SAMPLE_ROWS } from '../reading/table.ts';

const { lists } = inventCounty({ seed: 1, scale: 1, today: '2026-11-21' });

const OPEN_OFFERS = {
  subject: 'offer',
  key: 'Nr',
  columns: {
    Nr: null,
    Angebot: 'name',
    Träger: 'carrier',
    Beschreibung: 'description',
    Handlungsfeld: 'fieldsOfAction',
    Zielgruppe: 'targetGroups',
    Sprachen: 'languages',
    Wann: 'times',
    Kosten: 'cost',
    'Papiere nötig?': 'papersAsked',
    Anmeldung: 'appointment',
    Stadtteil: 'district',
    Straße: 'street',
    PLZ: 'postcode',
    Ort: 'placeName',
    Telefon: 'phone',
    'E-Mail': 'mailbox',
    Internet: 'website',
    von: 'validFrom',
    bis: 'validTo',
    Stand: 'checkedOn',
  },
};

const EXPECTED = {
  vereine: {
    subject: 'organisation',
    key: null,
    columns: {
      'Lfd. Nr.': null,
      'Name des Vereins': 'name',
      Straße: 'street',
      PLZ: 'postcode',
      Ort: 'placeName',
      'Tel.': 'phone',
      'E-Mail': 'mailbox',
      Internet: 'website',
      Ansprechpartner: 'person',
      Sprachen: 'languages',
      Handlungsfeld: 'fieldsOfAction',
      Stand: 'checkedOn',
    },
  },
  einrichtungen: {
    subject: 'organisation',
    key: 'KENNUNG',
    columns: {
      OBJECTID: null,
      KENNUNG: null,
      BEZEICHNUNG: 'name',
      ART: 'kind',
      STRASSE: 'street',
      PLZ: 'postcode',
      ORT: 'placeName',
      TELEFON: 'phone',
      EMAIL: 'mailbox',
      WWW: 'website',
      SPRACHEN: 'languages',
      STAND: 'checkedOn',
      lat: 'lat',
      lon: 'lon',
    },
  },
  adressbuch: {
    subject: 'organisation',
    key: 'Nr',
    columns: {
      Nr: null,
      'So nennen wir uns': 'name@und',
      'Name auf Deutsch': 'name',
      Kurzname: 'shortName',
      Beschreibung: 'description',
      'geändert am': null,
      'Description (English)': 'description@en',
      'Übersetzung geprüft am': null,
      Sprachen: 'languages',
      Handlungsfeld: 'fieldsOfAction',
      Straße: 'street',
      'PLZ Ort': 'placeText',
      Stadtteil: 'district',
      Telefon: 'phone',
      'E-Mail': 'mailbox',
      Website: 'website',
      Vereinsregister: 'registerNumber',
    },
  },
  wegweiser: {
    subject: 'offer',
    key: null,
    columns: {
      'Lfd. Nr.': null,
      Angebot: 'name',
      Träger: 'carrier',
      'Für wen Zielgruppe': 'targetGroups',
      'Für wen Handlungsfeld': 'fieldsOfAction',
      'Für wen Sprachen': 'languages',
      Wann: 'times',
      Kosten: 'cost',
      Anmeldung: 'appointment',
      'Kontakt Telefon': 'phone',
      'Kontakt E-Mail': 'mailbox',
      'Kontakt Ansprechpartner': 'person',
      'Adresse Straße': 'street',
      'Adresse PLZ': 'postcode',
      'Adresse Ort': 'placeName',
      Stand: 'checkedOn',
    },
  },
  angebote: OPEN_OFFERS,
  solidarisch: {
    subject: 'offer',
    key: null,
    columns: {
      Angebot: 'name',
      Träger: 'carrier',
      'Papiere nötig?': 'papersAsked',
      'Name nötig?': 'nameRequired',
      'Anonym möglich?': 'anonymousPossible',
      'Öffentliche Stelle?': 'publicBody',
      Anmeldung: 'appointment',
      Sprachen: 'languages',
      Wann: 'times',
      PLZ: 'postcode',
      Ort: 'placeName',
      Telefon: 'phone',
      'gefragt am': 'checkedOn',
    },
  },
};

function mappingOf(headers: readonly string[], rows: readonly (readonly string[])[]) {
  const table = { headers: headers.map((name) => ({ name, original: name })), sample: rows.slice(0, SAMPLE_ROWS) };
  const { subject, key, columns, language } = guessMapping(table, null).mapping;
  expect(language).toBe('de');
  return { subject, key, columns };
}

test('every list of the invented county is spelled out here', () => {
  expect(lists.map(({ key }) => key).toSorted()).toEqual(Object.keys(EXPECTED).toSorted());
});

test.each(Object.entries(EXPECTED))(
  'the list %s of the invented county is understood without help',
  (key, expected) => {
    const list = lists.find((one) => one.key === key);
    if (list === undefined) throw new Error(`no list ${key}`);
    expect(mappingOf(list.headers, list.rows)).toEqual(expected);
  },
);

test('the list of offers is understood in the next month as in this one', () => {
  const list = lists.find(({ nextMonth }) => nextMonth !== undefined);
  expect(mappingOf(list?.headers ?? [], list?.nextMonth?.rows ?? [])).toEqual(OPEN_OFFERS);
});

test('a long list of organisations is understood', () => {
  expect(mappingOf(ROW_HEADERS, [...inventRows(1, 200)])).toEqual({
    subject: 'organisation',
    key: 'Nr',
    columns: {
      Nr: null,
      Name: 'name',
      Art: 'kind',
      Handlungsfeld: 'fieldsOfAction',
      Sprachen: 'languages',
      PLZ: 'postcode',
      Ort: 'placeName',
      Straße: 'street',
      Telefon: 'phone',
      'E-Mail': 'mailbox',
      Internet: 'website',
    },
  });
});
