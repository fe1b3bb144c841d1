import { expect, test } from 'vitest';
import { readPhone, showPhone } from './phone.ts';

const DE = { country: 'DE' } as const;

// Numbers that the German regulator keeps free for films and novels.
test.each([
  ['030  23125000', '+493023125000'],
  ['030/23125001', '+493023125001'],
  ['+49 (0)30 23125002', '+493023125002'],
  ['+49 (0) 30 / 23 12 50 03', '+493023125003'],
  ['(030) 23125-004', '+493023125004'],
  ['0049 30 23125005', '+493023125005'],
  ['tel:+493023125006', '+493023125006'],
  ['Tel.: 030 23125007', '+493023125007'],
  ['Mobil: 0171/3920010', '+491713920010'],
  ['٠٣٠ ٢٣١٢٥٠٠٨', '+493023125008'],
  ['\u202A030 23125009\u202C', '+493023125009'],
  ['0043 1 234567890', '+431234567890'],
  ['+90 212 555 00 00', '+902125550000'],
])('%j is the number %s without any note', (raw, number) => {
  expect(readPhone(raw, DE)).toEqual({ ok: true, value: { value: number, notes: [] } });
});

test.each([
  ['3023125000', '+493023125000', 'claims.phone.note.zeroAdded'],
  ['3023125000.0', '+493023125000', 'claims.phone.note.zeroAdded'],
  ['493023125000', '+493023125000', 'claims.phone.note.plusAdded'],
  ['030 23125000 / 0171 3920010', '+493023125000', 'claims.phone.note.several'],
  ['030 23125000 oder 0171 3920010', '+493023125000', 'claims.phone.note.several'],
  ['030 23125000; 030 23125001', '+493023125000', 'claims.phone.note.several'],
  ['030 23125000\n0171 3920010', '+493023125000', 'claims.phone.note.several'],
  ['030 23125000      0171 3920010', '+493023125000', 'claims.phone.note.several'],
  ['030 23125000 0171 3920010', '+493023125000', 'claims.phone.note.several'],
  ['Fax 030 23125001, Tel. 030 23125000', '+493023125000', 'claims.phone.note.fax'],
  ['030 23125000 App. 12', '+493023125000', 'claims.phone.note.extension'],
  ['030 23125000 (Mo-Fr 9-12)', '+493023125000', 'claims.note.leftOut'],
])('%j is the number %s with the note %s', (raw, number, note) => {
  const read = readPhone(raw, DE);
  expect(read.ok && read.value.value).toBe(number);
  expect(read.ok && read.value.notes.map(({ key }) => key)).toEqual([note]);
});

test.each([
  ['nein', 'claims.phone.noNumber'],
  ['115', 'claims.phone.short'],
  ['2312 5000', 'claims.phone.areaCodeMissing'],
  ['3.02312E+09', 'claims.phone.rounded'],
  ['030 12', 'claims.phone.invalid'],
  ['030 23125000302312500099', 'claims.phone.invalid'],
  ['Fax: 030 23125001', 'claims.phone.onlyFax'],
])('%j is refused by %s', (raw, key) => {
  expect(readPhone(raw, DE)).toMatchObject({ ok: false, issue: { key } });
});

test('a name beside a number is told and never kept', () => {
  const read = readPhone('030 23125000 (Frau Müller)', DE);
  expect(read).toMatchObject({
    ok: true,
    value: { value: '+493023125000', notes: [{ values: { part: 'Frau Müller' } }] },
  });
});

test.each([
  ['AT', '06641234567', '+436641234567'],
  ['AT', '6641234567', '+436641234567'],
  ['CH', '044 668 18 00', '+41446681800'],
  ['CH', '446681800', '+41446681800'],
  ['CH', '41446681800', '+41446681800'],
  ['LI', '235 12 34', '+4232351234'],
] as const)('a list from %s reads %s as %s', (country, raw, number) => {
  const read = readPhone(raw, { country });
  expect(read.ok && read.value.value).toBe(number);
});

test('a shown number is grouped as one dials it from anywhere', () => {
  expect(showPhone('+493023125000')).toBe('+49 30 23125000');
});

test('a number with more digits than telephones can dial is none', () => {
  expect(readPhone('030 231250002026', DE).ok).toBe(false);
  expect(readPhone('+4930231250002026', DE).ok).toBe(false);
});
