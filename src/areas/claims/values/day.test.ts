import { expect, test } from 'vitest';
import { readDay } from './day.ts';

test.each([
  '31.03.2026',
  '31.3.2026',
  '2026-03-31',
  '2026-3-31',
  '2026/03/31',
  '31/03/2026',
  '03/31/2026',
  '31-03-2026',
  '2026-03-31T00:00:00Z',
  '31.03.2026 00:00:00',
  '31. März 2026',
  '31. Mrz 2026',
  'Dienstag, 31. März 2026',
  '31 March 2026',
  'March 31, 2026',
  '31 Mart 2026',
  '31 березня 2026',
  '٣١.٠٣.٢٠٢٦',
])('%j is the last day of March 2026', (raw) => {
  expect(readDay(raw, 'validFrom')).toEqual({ ok: true, value: { value: '2026-03-31', notes: [] } });
});

test('an end may say "bis", a beginning "ab", and not the other way round', () => {
  expect(readDay('bis 31.12.2026', 'validTo').ok).toBe(true);
  expect(readDay('ab 1.4.2026', 'validFrom').ok).toBe(true);
  expect(readDay('bis 31.12.2026', 'validFrom').ok).toBe(false);
  expect(readDay('ab 1.4.2026', 'validTo').ok).toBe(false);
});

test.each([
  ['46112', '2026-03-31', 'claims.day.note.serial'],
  ['46112.5', '2026-03-31', 'claims.day.note.serial'],
  ['1.4.26', '2026-04-01', 'claims.day.note.century'],
  ['1.4.98', '1998-04-01', 'claims.day.note.century'],
])('%j is %s with the note %s', (raw, day, note) => {
  expect(readDay(raw, 'validFrom')).toMatchObject({ ok: true, value: { value: day, notes: [{ key: note }] } });
});

test.each([
  ['2017', 'claims.day.onlyYear'],
  ['März 2026', 'claims.day.onlyMonth'],
  ['12/2026', 'claims.day.onlyMonth'],
  ['3/4/2026', 'claims.day.dayOrMonth'],
  ['30.02.2026', 'claims.day.invalid'],
  ['99999', 'claims.day.invalid'],
  ['bald', 'claims.day.invalid'],
  ['31.03.0026', 'claims.day.tooFar'],
  ['31.12.1799', 'claims.day.tooFar'],
  ['01.01.2201', 'claims.day.tooFar'],
])('%j is refused by %s', (raw, key) => {
  expect(readDay(raw, 'validFrom')).toMatchObject({ ok: false, issue: { key } });
});

test('days from 1800 to 2200 can be meant', () => {
  for (const day of ['1800-01-01', '2200-12-31'])
    expect(readDay(day, 'validFrom')).toMatchObject({ ok: true, value: { value: day } });
});
