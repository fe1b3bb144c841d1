import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { isColumnTarget, type ListSubject } from '../list.ts';
import { guessColumns } from './guess.ts';

const german: Record<string, string> = createRequire(import.meta.url)('../reading/words/de.json');

function guess(columns: Readonly<Record<string, readonly string[]>>, subject?: ListSubject) {
  const headers = Object.keys(columns).map((name) => ({ name }));
  const length = Math.max(...Object.values(columns).map((cells) => cells.length));
  const sample = Array.from({ length }, (_, row) => Object.values(columns).map((cells) => cells[row] ?? ''));
  const found = guessColumns({ headers, sample }, subject);
  for (const { reason } of found.columns) expect(german).toHaveProperty([reason.key]);
  return { ...found, fields: Object.fromEntries(found.columns.map(({ header, field }) => [header, field])) };
}

test('a list of associations is understood without help', () => {
  const found = guess({
    'Lfd. Nr.': ['1', '2'],
    'Name des Vereins': ['Frauenverein Nûjîn e. V.', 'Haus der Kulturen'],
    Straße: ['Löwenplatz 3', 'Am Markt 1'],
    PLZ: ['09116', '9117'],
    Ort: ['Rhönau', 'Rhönau'],
    Stadtteil: ['Mitte', 'Süd'],
    'Tel.': ['0371 123456', '+49 371 99'],
    'E-Mail': ['a@a.example', 'b@b.example'],
    Internet: ['www.a.example', ''],
    Ansprechpartner: ['Frau Muster', 'Herr Beispiel'],
    Sprachen: ['Deutsch, Arabisch', 'Kurdisch (Kurmandschi)'],
    Handlungsfeld: ['Bildung', 'Kultur'],
    Fax: ['0371 1', ''],
    Stand: ['31.03.2026', '45382'],
  });
  expect(found.subject).toBe('organisation');
  expect(found.key).toBeNull();
  expect(found.fields).toEqual({
    'Lfd. Nr.': null,
    'Name des Vereins': 'name',
    Straße: 'street',
    PLZ: 'postcode',
    Ort: 'placeName',
    Stadtteil: 'district',
    'Tel.': 'phone',
    'E-Mail': 'mailbox',
    Internet: 'website',
    Ansprechpartner: 'person',
    Sprachen: 'languages',
    Handlungsfeld: 'fieldsOfAction',
    Fax: null,
    Stand: 'checkedOn',
  });
});

test('a list of offers is understood without help', () => {
  const found = guess({
    ID: ['A-1', 'A-2'],
    Angebot: ['Sprachcafé', 'Nähtreff'],
    Träger: ['Verein A', 'Verein B'],
    Zielgruppe: ['Frauen', 'alle'],
    Wann: ['So 15-17 Uhr', 'Mo 10:00–12:00'],
    Kosten: ['kostenlos', 'Spende'],
    'Papiere nötig?': ['nein', 'nein'],
    Anmeldung: ['nein', 'ja'],
    Sprachen: ['Deutsch, Arabisch', 'Türkisch'],
    Beschreibung: ['Wir reden', 'Wir nähen'],
    'Gültig bis': ['31.12.2026', ''],
    Barrierefrei: ['ja', 'x'],
  });
  expect(found.subject).toBe('offer');
  expect(found.key).toBe('ID');
  expect(found.fields).toEqual({
    ID: null,
    Angebot: 'name',
    Träger: 'carrier',
    Zielgruppe: 'targetGroups',
    Wann: 'times',
    Kosten: 'cost',
    'Papiere nötig?': 'papersAsked',
    Anmeldung: 'appointment',
    Sprachen: 'languages',
    Beschreibung: 'description',
    'Gültig bis': 'validTo',
    Barrierefrei: 'stepFree',
  });
});

test('the association that makes an offer is its carrier', () => {
  const found = guess({
    Verein: ['Verein A'],
    Angebot: ['Sprachcafé'],
    Wann: ['So 15-17 Uhr'],
    Kosten: ['5 Euro im Monat'],
  });
  expect(found.subject).toBe('offer');
  expect(found.fields).toEqual({ Verein: 'carrier', Angebot: 'name', Wann: 'times', Kosten: 'cost' });
});

test.each([
  [
    'English',
    {
      'Organization name': 'name',
      'Street address': 'street',
      'Postal code': 'postcode',
      City: 'placeName',
      Phone: 'phone',
      Email: 'mailbox',
      Website: 'website',
      Languages: 'languages',
      Description: 'description',
    },
  ],
  [
    'Turkish',
    {
      'Dernek adı': 'name',
      Adres: 'street',
      'Posta kodu': 'postcode',
      Şehir: 'placeName',
      'Telefon numarası': 'phone',
      'E-posta': 'mailbox',
      Diller: 'languages',
      Açıklama: 'description',
    },
  ],
  [
    'French',
    {
      "Nom de l'association": 'name',
      Rue: 'street',
      'Code postal': 'postcode',
      Ville: 'placeName',
      Téléphone: 'phone',
      Courriel: 'mailbox',
      'Site web': 'website',
      Langues: 'languages',
    },
  ],
  [
    'shouting and shortened',
    {
      NAME: 'name',
      STRASSE: 'street',
      HNR: 'houseNumber',
      PLZ: 'postcode',
      ORT: 'placeName',
      TEL: 'phone',
      WWW: 'website',
      BEZIRK: 'district',
    },
  ],
  ['broken', { 'Stra?e': 'street', StraÃŸe: null, 'Einrichtungstr\uFFFDger': null, Vereinsname: 'name' }],
  [
    'long and composed',
    {
      'Name der Einrichtung (vollständig)': 'name',
      'Kontakt Telefon': 'phone',
      'Kontakt E-Mail': 'mailbox',
      'kontakt.webseite': 'website',
      'PLZ / Ort': 'placeText',
    },
  ],
])('headers in %s are understood', (_, expected) => {
  const columns = Object.fromEntries(Object.keys(expected).map((header) => [header, []]));
  expect(guess(columns, 'organisation').fields).toEqual(expected);
});

test('a header over others does not hide what they say', () => {
  expect(
    guess(
      {
        Angebot: ['A'],
        'Adresse Straße': [''],
        'Adresse PLZ': [''],
        'Adresse Ort': [''],
        'Kontakt Name': [''],
        'Kontakt Telefon': [''],
      },
      'offer',
    ).fields,
  ).toEqual({
    Angebot: 'name',
    'Adresse Straße': 'street',
    'Adresse PLZ': 'postcode',
    'Adresse Ort': 'placeName',
    'Kontakt Name': 'person',
    'Kontakt Telefon': 'phone',
  });
});

test('German compounds are understood by their end', () => {
  expect(guess({ Vereinsbeschreibung: ['Wir tanzen.'], Bürotelefon: ['0371 123456'] }).fields).toEqual({
    Vereinsbeschreibung: 'description',
    Bürotelefon: 'phone',
  });
});

test('cells are believed more than headers', () => {
  const found = guess(
    {
      Kontakt: ['a@a.example', 'b@b.example', 'c@c.example'],
      Ort: ['09116 Rhönau', '09117 Bad Rhönau', '09118 Rhönau'],
      Adresse: ['Am Markt 1, 09116 Rhönau', 'Löwenplatz 3, 09117 Rhönau', ''],
      'Spalte 4': ['https://a.example', 'www.b.example', ''],
      'Spalte 5': ['Deutsch', 'Arabisch, Dari', 'ar,de,en'],
      'Spalte 6': ['0371 123456', '+49 371 654321', '0171/1234567'],
      Telefon: ['a', 'b', 'c'],
    },
    'organisation',
  );
  expect(found.fields).toEqual({
    Kontakt: 'mailbox',
    Ort: 'placeText',
    Adresse: 'streetWithPlace',
    'Spalte 4': 'website',
    'Spalte 5': 'languages',
    'Spalte 6': 'phone',
    Telefon: null,
  });
});

test('a list without headers is understood by what stands in it', () => {
  const found = guess({
    'Spalte 1': ['Verein A', 'Verein B', 'Verein C'],
    'Spalte 2': ['Lange Straße 3', 'Am Weg 5', 'Hauptplatz 1a'],
    'Spalte 3': ['09116', '09117', '09118'],
    'Spalte 4': ['Rhönau', 'Rhönau', 'Bad Rhönau'],
    'Spalte 5': ['50.8311', '50.8412', '50.8213'],
    'Spalte 6': ['12.8771', '12.9012', '12.9113'],
  });
  expect(found.fields).toMatchObject({
    'Spalte 2': 'street',
    'Spalte 3': 'postcode',
    'Spalte 5': 'lat',
    'Spalte 6': 'lon',
  });
});

test('names of people never land in a public field', () => {
  for (const header of ['Kontakt', 'Vorsitz', 'Leitung', 'Funktion', 'Spalte 7', 'Zuständig']) {
    expect(
      guess({ Name: ['Verein A', 'Verein B'], [header]: ['Frau Muster', 'Herr Dr. Beispiel'] }).fields[header],
    ).toBe('person');
  }
});

test('a column that names people is not the name of the organisation', () => {
  expect(
    guess({
      'Name der Ansprechpartnerin': ['Muster', 'Beispiel'],
      'Telefon Ansprechpartnerin': ['', ''],
      'Vor- und Nachname': ['', ''],
    }).fields,
  ).toEqual({
    'Name der Ansprechpartnerin': 'person',
    'Telefon Ansprechpartnerin': 'phone',
    'Vor- und Nachname': null,
  });
});

test('the language of the texts is not the language of the offer', () => {
  expect(guess({ Angebot: ['Sprachcafé'], Textsprache: ['de'] }).fields).toEqual({
    Angebot: 'name',
    Textsprache: null,
  });
});

test('the key is what the list gives once and keeps', () => {
  const uuid = (at: number) => `73d96808-1583-4e02-bf98-29c5c5ecaf4${at}`;
  expect(guess({ OBJECTID: ['1', '2'], ID: ['15', '16'], Name: ['A', 'B'] }).key).toBe('ID');
  expect(guess({ OBJECTID: ['1', '2'], ID: ['15', '16'], GlobalID: [uuid(1), uuid(2)] }).key).toBe('GlobalID');
  expect(guess({ ID: ['15', '15'], Name: ['A', 'B'] }).key).toBeNull();
  expect(guess({ ID: ['15', ''], Name: ['A', 'B'] }).key).toBeNull();
  expect(guess({ OBJECTID: ['1', '2'], Name: ['A', 'B'] }).key).toBeNull();
  expect(guess({ Nr: ['7', '9'], Name: ['A', 'B'] }).key).toBe('Nr');
});

test('each field is given to one column at most, and only fields that there are', () => {
  for (const subject of ['organisation', 'offer'] as const) {
    const found = guess(
      {
        Name: ['A'],
        Titel: ['B'],
        Bezeichnung: ['C'],
        Telefon: ['0371 123456'],
        Mobil: ['0171 123456'],
        Art: ['Verein'],
        Wann: ['Mo 10 Uhr'],
        Barrieren: ['Stufe'],
      },
      subject,
    );
    const fields = found.columns.map(({ field }) => field).filter((field) => field !== null);
    expect(new Set(fields).size).toBe(fields.length);
    for (const field of fields) expect(isColumnTarget(subject, field)).toBe(true);
  }
});
