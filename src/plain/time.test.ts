import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayOf, daysBetween, isDay, noonOf, onlyDay, ZONE } from './time.ts';

test('a day begins at midnight of the people here, in winter and in summer', () => {
  const days = ['2026-11-21T22:59:59Z', '2026-11-21T23:00:00Z', '2026-07-31T21:59:59Z', '2026-07-31T22:00:00Z'];
  expect(days.map((moment) => dayOf(new Date(moment)))).toEqual([
    '2026-11-21',
    '2026-11-22',
    '2026-07-31',
    '2026-08-01',
  ]);
});

test('the day of a moment is the one that a calendar here shows, whatever was asked before', () => {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short' });
  const moments = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(fc.array(moments, { minLength: 1 }), (several) => {
      for (const moment of several) expect(dayOf(moment)).toBe(shown.format(moment));
    }),
  );
});

test('what is kept of a moment lies on the same day, and says nothing finer', () => {
  const late = new Date('2026-11-21T23:30:00Z');
  expect(onlyDay(late)).toEqual(new Date('2026-11-22T00:00:00Z'));
  expect(dayOf(onlyDay(late))).toBe(dayOf(late));
});

test('the moment that stands for a day lies on it, here and in UTC', () => {
  for (const day of ['2026-01-01', '2026-03-29', '2026-10-25', '2026-12-31']) {
    expect(dayOf(noonOf(day))).toBe(day);
    expect(noonOf(day).toISOString().slice(0, 10)).toBe(day);
  }
});

test('days are counted one by one, also where clocks are changed and in leap years', () => {
  const starts = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1990-01-01', days));
  fc.assert(
    fc.property(starts, fc.integer({ min: -4_000, max: 4_000 }), (day, days) => {
      const other = addDays(day, days);
      expect(isDay(other)).toBe(true);
      expect(daysBetween(day, other)).toBe(days);
    }),
  );
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(['2026-02-29', '2026-2-9', '2028-02-29'].map(isDay)).toEqual([false, false, true]);
});
