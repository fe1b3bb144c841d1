import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '../../../plain/json.ts';
import type { Saying } from '../../../plain/words.ts';
import { OFFER_FIELDS } from '../../offers/index.ts';
import { ORGANISATION_FIELDS } from '../../organisations/index.ts';
import de from '../words/de.json' with { type: 'json' };
import en from '../words/en.json' with { type: 'json' };
import { functionOf, isEmpty, isValue, kindFromName, looksLikePerson, readValue } from './index.ts';
import { showPhone } from './phone.ts';

const fields = [...ORGANISATION_FIELDS.fields.values(), ...OFFER_FIELDS.fields.values()];
const aField = fc.constantFrom(...fields);
const aCountry = fc.constantFrom('DE' as const, 'AT' as const, 'CH' as const, 'LI' as const);
/** Scraps of real cells, so that grammars are entered and not only refused. */
const aCell = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          'Mo',
          'Di-Fr',
          'So',
          '9-12',
          '18:00',
          'bis',
          'Uhr',
          '1.',
          'jeden',
          'außer',
          ',',
          ';',
          '\n',
          ' ',
          '(',
          ')',
          '/',
          '-',
          '030 23125000',
          'Fax',
          '+49',
          'oder',
          'a@b.example',
          '@',
          'www.',
          'x.de',
          'https://',
          'Deutsch',
          'Kurdisch',
          'Sorani',
          'ar',
          'und',
          'Verein',
          'Frauen',
          'nicht',
          '5 €',
          'frei',
          'Wohnen',
          '50.83',
          '12,87',
          '31.03.2026',
          'März',
          '2026',
          '\u200E',
          '\u00AD',
          'e\u0301',
          '٣',
          'م',
          'ß',
          'İ',
          '\uD800',
        ),
        fc.string({ maxLength: 3 }),
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(' ')),
);

test('whatever a cell holds, reading it never throws and gives a value of its field or an issue', () => {
  fc.assert(
    fc.property(aField, aCell, aCountry, (field, cell, country) => {
      const read = readValue(field, cell, { country });
      if (read.ok) expect(isValue(field, read.value.value), JSON.stringify(read.value.value)).toBe(true);
    }),
    { numRuns: 4000 },
  );
});

test('every issue and note has German and English words with the placeholders that it fills', () => {
  const told = (saying: Saying): void => {
    for (const catalogue of [de, en] as Record<string, string>[]) {
      const message = catalogue[saying.key];
      expect(message, saying.key).toBeTypeOf('string');
      const placeholders = [...(message ?? '').matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      expect(Object.keys(saying.values ?? {}), saying.key).toEqual(expect.arrayContaining(placeholders));
    }
  };
  fc.assert(
    fc.property(aField, aCell, aCountry, (field, cell, country) => {
      const read = readValue(field, cell, { country });
      if (read.ok) read.value.notes.forEach(told);
      else told(read.issue);
    }),
    { numRuns: 4000 },
  );
});

test('reading again what was read changes nothing', () => {
  fc.assert(
    fc.property(aField, aCell, (field, cell) => {
      const hints = { country: 'DE' } as const;
      const read = readValue(field, cell, hints);
      if (!read.ok || typeof read.value.value !== 'string' || isEmpty(read.value.value)) return;
      expect(readValue(field, read.value.value, hints)).toMatchObject({ ok: true, value: { value: read.value.value } });
    }),
    { numRuns: 4000 },
  );
});

test('a number that is shown is read as the same number', () => {
  const phone = ORGANISATION_FIELDS.fields.get('phone');
  if (phone === undefined) throw new Error('no field phone');
  fc.assert(
    fc.property(
      fc.constantFrom('30', '40', '69', '371', '3491', '171', '1522'),
      fc.integer({ min: 100_000, max: 9_999_999 }),
      aCountry,
      (area, number, country) => {
        const written = `+49${area}${number}`;
        expect(readValue(phone, showPhone(written), { country })).toEqual({
          ok: true,
          value: { value: written, notes: [] },
        });
      },
    ),
  );
});

test('a value of one kind is no value of another', () => {
  const samples: [string, Json][] = [
    ['phone', '+493023125000'],
    ['mail', 'a@b.example'],
    ['web', 'https://b.example/'],
    ['languages', ['ar', 'de']],
    ['point', { lat: 50, lon: 12 }],
    ['day', '2026-03-31'],
    ['answer', 'yes'],
    ['times', [{ day: 1, from: '09:00', to: '12:00', zone: 'Europe/Berlin' }]],
    ['place', { name: 'Rhönau' }],
  ];
  for (const [kind] of samples) {
    const field = fields.find((one) => one.kind === kind);
    if (field === undefined) throw new Error(`no field of kind ${kind}`);
    for (const [other, value] of samples)
      expect(isValue(field, value), `${kind} ${JSON.stringify(value)}`).toBe(other === kind);
    for (const wrong of [null, true, 7, '', [], {}, [1], ' x ']) expect(isValue(field, wrong)).toBe(false);
  }
});

test('names and contacts of any kind are judged without throwing, and no function contains what was an address', () => {
  fc.assert(
    fc.property(aCell, (cell) => {
      expect(typeof looksLikePerson(cell)).toBe('boolean');
      expect(functionOf(cell) ?? '').not.toContain('@');
      kindFromName(cell);
    }),
    { numRuns: 2000 },
  );
});
