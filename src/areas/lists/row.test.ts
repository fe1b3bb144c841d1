import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '../../plain/json.ts';
import { SCOPES } from '../../plain/scope.ts';
import { isValue } from '../claims/index.ts';
import { ORGANISATION_KINDS, scopeOf } from '../organisations/index.ts';
import { openGazetteer, rhoenauTable } from '../places/index.ts';
import { fingerprintOf, keyOf } from './key.ts';
import { COLUMN_PARTS, fieldsOf, LIST_COUNTRIES, LIST_SUBJECTS, type ListSubject, type Mapping } from './list.ts';
import { readRow } from './row.ts';

const gazetteer = openGazetteer({ extra: [rhoenauTable()] });

/** Reads a row whose headers are what its columns are read as. */
function read(cells: Readonly<Record<string, string>>, more: Partial<Mapping> = {}) {
  const headers = Object.keys(cells);
  const columns = Object.fromEntries(headers.map((header) => [header, header]));
  const mapping: Mapping = { subject: 'organisation', columns, key: null, country: 'DE', language: 'de', ...more };
  return readRow({ mapping, headers, gazetteer, answers: new Map() }, Object.values(cells));
}

/** What a row says: `field` or `field@language` → value; and the keys of its notes. */
function said(cells: Readonly<Record<string, string>>, more: Partial<Mapping> = {}) {
  const row = read(cells, more);
  if (!row.ok) throw new Error(row.issue.key);
  const facts: Record<string, Json> = {};
  for (const { field, language, value } of row.value.facts)
    facts[language === null ? field : `${field}@${language}`] = value;
  return { ...row.value, facts, notes: row.value.notes.map(({ key }) => key), all: row.value.facts };
}

const offer = (cells: Readonly<Record<string, string>>) => said({ name: 'Sprachcafé', ...cells }, { subject: 'offer' });

test('a row without any name is refused', () => {
  expect(read({ name: ' ', phone: '0371 123456' })).toMatchObject({ ok: false, issue: { key: 'lists.row.noName' } });
});

test('an own name in an unknown language stands beside the name in the language of the list', () => {
  const { facts, name } = said({ 'name@und': 'Bîranîna Rojê', name: 'Erinnerung an den Tag' });
  expect(facts).toEqual({ 'name@de': 'Erinnerung an den Tag', name: 'Bîranîna Rojê' });
  expect(name).toBe('Erinnerung an den Tag');
});

test('an own name that is the name is said once', () => {
  expect(said({ 'name@und': 'Nûjîn e. V. ', name: 'Nûjîn  e. V.', 'name@ku': 'Nûjîn e. V.' }).facts).toEqual({
    'name@de': 'Nûjîn e. V.',
    kind: 'association',
  });
});

test('a row that has only an own name goes by it', () => {
  const row = said({ name: '', 'name@und': 'جمعية الأمل' });
  expect(row.facts).toEqual({ name: 'جمعية الأمل', kind: 'association' });
  expect(row.name).toBe('جمعية الأمل');
});

test('texts in several languages are facts of their own', () => {
  expect(
    said({
      name: 'A',
      description: 'Wir tanzen',
      'description@en': 'We dance',
      'description@ar': 'نرقص',
      'name@tr': 'B',
    }).facts,
  ).toEqual({
    'name@de': 'A',
    'name@tr': 'B',
    'description@de': 'Wir tanzen',
    'description@ar': 'نرقص',
    'description@en': 'We dance',
  });
});

test('a column in the language of the list needs no language', () => {
  expect(said({ 'name@de': 'A', 'description@de': 'Wir tanzen' }).facts).toEqual({
    'name@de': 'A',
    'description@de': 'Wir tanzen',
  });
});

test('a name in another script than the list is written in has no language, in its own script it has', () => {
  expect(said({ name: 'جمعية الأمل' }).facts).toMatchObject({ name: 'جمعية الأمل' });
  expect(said({ name: 'جمعية الأمل' }, { language: 'ar' }).facts).toMatchObject({ 'name@ar': 'جمعية الأمل' });
  expect(said({ name: 'Nûjîn' }, { language: 'uk' }).facts).toEqual({ name: 'Nûjîn' });
});

test('of two names in unknown languages one stays out, and this is said', () => {
  const { facts, notes } = said({ name: 'جمعية الأمل', 'name@und': 'Асоціація Надія' });
  expect(facts).toMatchObject({ name: 'جمعية الأمل' });
  expect(notes).toContain('lists.row.leftOut');
});

test('"nach Vereinbarung" means no times and an appointment, unless the list says otherwise', () => {
  for (const times of ['nach Vereinbarung', 'n. V.', 'on request']) {
    expect(offer({ times }).facts).toEqual({ 'name@de': 'Sprachcafé', appointment: 'yes' });
    expect(offer({ times }).notes).toEqual(['claims.times.byAppointment']);
    expect(offer({ times, appointment: 'nein' }).facts).toMatchObject({ appointment: 'no' });
  }
  expect(said({ name: 'A', phoneTimes: 'nach Vereinbarung' }).facts).toEqual({ 'name@de': 'A' });
});

test('an amount is a fee, and its wording goes to the note on costs', () => {
  for (const cost of ['35 € für zehn Termine', '5 € pro Monat', 'ab 3 Euro']) {
    expect(offer({ cost })).toMatchObject({ facts: { cost: 'fee', 'costNote@de': cost }, notes: [] });
  }
  const both = offer({ cost: '5 €', costNote: 'ermäßigt 3 €' });
  expect(both.facts).toMatchObject({ cost: 'fee', 'costNote@de': 'ermäßigt 3 €' });
  expect(both.notes).toEqual(['claims.code.note.amount']);
});

test('costs that no code holds are kept in their own words', () => {
  const { facts, notes } = offer({ cost: 'kostenlos für Mitglieder, sonst 5 €' });
  expect(facts).toEqual({ 'name@de': 'Sprachcafé', 'costNote@de': 'kostenlos für Mitglieder, sonst 5 €' });
  expect(notes).toEqual(['claims.code.several']);
  expect(offer({ cost: 'nach Einkommen', costNote: 'Frag uns' }).notes).toContain('lists.row.leftOut');
});

test.each(['kA', 'k A', 'k.A', 'k. A.', 'keine', '-', 'kein'])(
  '%j under contacts says nothing, without a note',
  (cell) => {
    expect(
      said({ name: 'A', phone: cell, mailbox: cell, website: cell, person: cell, contactFunction: cell }),
    ).toMatchObject({
      facts: { 'name@de': 'A' },
      notes: [],
    });
  },
);

test('"KA" is a word where a name is looked for', () => {
  expect(said({ name: 'KA' }).facts).toEqual({ 'name@de': 'KA' });
});

test.each(['45382', '45382,5', '2024-03-31', '31.03.2024'])('%j is the day of checking and the last day', (day) => {
  const row = offer({ checkedOn: day, validTo: day });
  expect(row.checkedOn).toBe('2024-03-31');
  expect(row.facts).toMatchObject({ validTo: '2024-03-31' });
});

test.each([
  ['101', 'Rhönau', '00101'],
  ['000101', 'Rhönau', '00101'],
  ['9116', 'Chemnitz', '09116'],
  ['002625', 'Bautzen', '02625'],
])('the postcode %j of %s is corrected, and this is said', (postcode, placeName, meant) => {
  const row = said({ name: 'A', postcode, placeName });
  expect(row.facts['place']).toMatchObject({ postcode: meant, name: placeName, place: expect.any(String) });
  expect(row.notes).toHaveLength(1);
  expect(row.notes[0]).toMatch(/^places\.correction\./);
});

const PUBLIC_HOUSES: readonly (string | undefined)[] = ['carrier', 'administration', 'institution'];
const AT = { street: 'Löwenplatz 3', point: '50.1, 12.1' };

test('half a pair of coordinates does not hide a point that stands there whole', () => {
  const whole = { name: 'A', point: '50.1, 12.1' };
  expect(said({ ...whole, lat: '48', lon: '' }).facts).toMatchObject({ point: { lat: 50.1, lon: 12.1 } });
  expect(said({ ...whole, lat: '48', lon: '9' }).facts).toMatchObject({ point: { lat: 48, lon: 9 } });
});

test('streets and points are public for public houses only', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ORGANISATION_KINDS, undefined), fc.boolean(), (kind, hasCoordinates) => {
      const where = hasCoordinates ? { street: AT.street, lat: '50.1', lon: '12.1' } : AT;
      const { all } = said({ name: 'Rosengarten', ...where, ...(kind === undefined ? {} : { kind }) });
      const scopes = all.filter(({ field }) => field === 'street' || field === 'point').map(({ scope }) => scope);
      const wanted = PUBLIC_HOUSES.includes(kind) ? 'public' : 'partner';
      expect(scopes).toEqual([wanted, wanted]);
    }),
  );
});

test.each([
  ['Caritas Rhönau', 'public'],
  ['Stadtbibliothek Rhönau', 'public'],
  ['Landratsamt Rhönau', 'public'],
  ['Frauenverein Nûjîn e. V.', 'partner'],
  ['Initiative Nachbarn', 'partner'],
  ['Rosengarten', 'partner'],
])('an offer of %s has a street for %s eyes', (carrier, scope) => {
  expect(
    offer({ ...AT, carrier })
      .all.filter(({ field }) => field in AT)
      .map((fact) => fact.scope),
  ).toEqual([scope, scope]);
});

test('no list makes a field wider that must never be', () => {
  for (const subject of LIST_SUBJECTS) {
    for (const field of fieldsOf(subject).fields.values()) {
      const facts = new Map<string, Json>([
        ['kind', 'institution'],
        ['publicBody', 'yes'],
      ]);
      if (field.neverWider) expect(scopeOf(field, subject, facts)).toBe(field.scope);
    }
  }
});

const WILD = [
  'nach Vereinbarung',
  '5 €',
  'kostenlos',
  'Frau Ada Quendelmoor',
  'فاطمة',
  'Mo 9-12',
  'ja',
  '101',
  'Rhönau',
  '00101 Rhönau',
  'Am Markt 1, 00101 Rhönau',
  '50.1',
  '12,1',
  'a@b.example',
  'www.b.example',
  '0371 123456',
  'Deutsch, ar',
  'Verein',
  'kA',
  '\n',
  'x'.repeat(400),
  '\uD800',
  '=1+1',
  "'=1+1",
  '-',
  'Löwenplatz\n3',
  '45382',
  ' ',
];
const aCell = fc.oneof(
  fc.constantFrom(...WILD),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.array(fc.constantFrom(...WILD), { maxLength: 4 }).map((parts) => parts.join(', ')),
);
const targetsOf = (subject: ListSubject) => [
  ...COLUMN_PARTS,
  ...[...fieldsOf(subject).fields.values()].flatMap(({ name, perLanguage }) =>
    perLanguage ? [name, `${name}@und`, `${name}@ar`, `${name}@de`] : [name],
  ),
];
const aRow = fc.constantFrom(...LIST_SUBJECTS).chain((subject) =>
  fc.record({
    subject: fc.constant(subject),
    country: fc.constantFrom(...LIST_COUNTRIES),
    language: fc.constantFrom('de', 'ar', 'ja', 'de-simple'),
    columns: fc.uniqueArray(fc.tuple(fc.constantFrom(...targetsOf(subject)), aCell), {
      maxLength: 25,
      selector: ([target]) => target,
    }),
  }),
);

test('whatever a row holds, it is read or refused, and what it says are values of its fields and no wider than declared', () => {
  fc.assert(
    fc.property(aRow, ({ subject, country, language, columns }) => {
      const row = read(Object.fromEntries([['name', 'A'], ...columns]), { subject, country, language });
      if (!row.ok) return;
      const slots = row.value.facts.map((fact) => `${fact.field}@${fact.language}`);
      expect(new Set(slots).size).toBe(slots.length);
      for (const { field: name, value, scope, language: spoken } of row.value.facts) {
        const field = fieldsOf(subject).fields.get(name);
        if (field === undefined) throw new Error(`no field ${name}`);
        expect(isValue(field, value), `${name} ${JSON.stringify(value)}`).toBe(true);
        if (!field.perLanguage) expect(spoken).toBeNull();
        const isHouse = (name === 'street' || name === 'point') && scope === 'public';
        if (!isHouse) expect(SCOPES.indexOf(scope)).toBeGreaterThanOrEqual(SCOPES.indexOf(field.scope));
      }
    }),
    { numRuns: 2000 },
  );
});

test('the order of the columns changes neither what a row says nor its key', () => {
  fc.assert(
    fc.property(
      aRow.chain((row) =>
        fc.tuple(fc.constant(row), fc.shuffledSubarray(row.columns, { minLength: row.columns.length })),
      ),
      ([{ subject, country, language, columns: inOrder }, shuffled]) => {
        const [one, other] = [inOrder, shuffled].map((columns) => {
          const result = read({ name: 'A', ...Object.fromEntries(columns) }, { subject, country, language });
          return result.ok
            ? [fingerprintOf(result.value.facts, result.value.checkedOn), keyOf(null, result.value.facts)]
            : [];
        });
        expect(one).toEqual(other);
      },
    ),
    { numRuns: 500 },
  );
});
