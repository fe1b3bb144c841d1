import { expect, test } from 'vitest';
import { readColumns, targetNamed } from './columns.ts';
import { itemOfRow } from './item-of-row.ts';

function table(header: string, ...rows: string[]) {
  return {
    headers: header.split(',').map((name) => ({ name })),
    sample: rows.map((row) => row.split(',')),
  };
}

function targets(header: string, ...rows: string[]) {
  return readColumns(table(header, ...rows), new Map()).columns.map(({ header: name, target }) => `${name}=${target}`);
}

test('English headers are understood, and what only numbers the rows is left alone', () => {
  expect(
    targets(
      'record_id,org_name,street,city,postcode,website,phone',
      'r0,Penrose Logistics Ltd,197 High Street,Glasgow,E94 8DE,www.penrose.example,+44 1632 960001',
      'r1,Acorn Corp,13 Canal Street,Glasgow,N35 3DE,www.acorn.example,+44 1632 960002',
    ),
  ).toEqual(['org_name=name', 'street=street', 'city=place', 'postcode=postcode', 'website=site', 'phone=phone']);
  expect(
    targets(
      'id,name,addr,city,phone,type,class',
      '5,Campanile,624 Brea Ave.,los angeles,213/938-1447,american,0',
      '6,Citrus,6703 Melrose,los angeles,213/857-0034,american,1',
    ),
  ).toEqual(['name=name', 'addr=street', 'city=place', 'phone=phone', 'type=topic']);
});

test('a list of people has no name column: what tells them apart is held against each other', () => {
  const columns = readColumns(
    table(
      'rec_id,given_name,surname,street_number,address_1,address_2,suburb,postcode,state,date_of_birth',
      'rec-1-org,mitchell,green,7,wallaby place,delmar,cleveland,2119,sa,19560409',
      'rec-2-dup,harley,mccarthy,177,pridham street,milton,marsden,3165,nsw,19080419',
    ),
    new Map(),
  );
  const row = 'rec-1-org,mitchell,green,7,wallaby place,delmar,cleveland,2119,sa,19560409'.split(',');
  expect(itemOfRow(columns, row, 'x')).toEqual({
    source: 'x',
    kind: 'organisation',
    street: 'wallaby place 7',
    postcode: '2119',
    place: 'cleveland',
    fields: {
      givenName: 'mitchell',
      surname: 'green',
      address2: 'delmar',
      state: 'sa',
      birthday: '19560409',
    },
  });
});

test('who is the contact and when it is open tells no associations apart; the number in the register does', () => {
  expect(
    targets(
      'Vereinsname,Vorname,Nachname,Öffnungszeiten,Vereinsregisternummer',
      'Musikverein Kompass,Ada,Spindel,Mo 9-12 Uhr,VR 9001',
      'Chor Anker,Bo,Garn,Di 9-12 Uhr,VR 9002',
    ),
  ).toEqual(['Vereinsname=name', 'Vereinsregisternummer=field']);
});

test('texts in single quotes are texts', () => {
  const columns = readColumns(table('name,city', "'art\\'s delicatessen','studio city'"), new Map());
  expect(itemOfRow(columns, ["'art\\'s delicatessen'", "'studio city'"], 'x')).toMatchObject({
    name: "art's delicatessen",
    place: 'studio city',
  });
});

test('who carries an offer is its carrier, and its times tell it from the next course', () => {
  const header = 'Angebot,Anbieter,Wann,Adresse,PLZ Ort,Mobil,Telefon';
  const rows = [
    'Deutschkurs A1,Lernwerk Anker e.V.,Mo 9-12 Uhr,Weberweg 5,05101 Kirschenroda,0152 28817386,030 23125001',
    'Nähwerkstatt,Frauentreff Wurzelwerk,Di 16-18 Uhr,Moorweg 1,05104 Osterlinden,,069 90009002',
  ];
  const columns = readColumns(table(header, ...rows), new Map());
  expect(itemOfRow(columns, (rows[0] ?? '').split(','), 'x')).toEqual({
    source: 'x',
    kind: 'offer',
    name: 'Deutschkurs A1',
    carrier: 'Lernwerk Anker e.V.',
    street: 'Weberweg 5',
    postcode: '05101',
    place: 'Kirschenroda',
    phones: ['0152 28817386', '030 23125001'],
    fields: { times: 'Mo 9-12 Uhr' },
  });
});

test('what the caller says goes before every guess', () => {
  const columns = readColumns(
    table('Name,Ort', 'Anker,Kirschenroda'),
    new Map([
      ['Name', null],
      ['Ort', 'name'],
    ]),
  );
  expect(columns.columns).toEqual([{ at: 1, header: 'Ort', target: 'name' }]);
  expect(['city', 'Email', 'telefon', 'zip', 'otherName', 'url'].map(targetNamed)).toEqual([
    'place',
    'mail',
    'phone',
    'postcode',
    'otherName',
    'site',
  ]);
  expect(targetNamed('quatsch')).toBeNull();
});
