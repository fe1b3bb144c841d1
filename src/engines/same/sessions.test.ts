import { expect, test } from 'vitest';
import { contrastOf, excludeEachOther } from './contrasts.ts';
import { sessionsOf } from './sessions.ts';

test('the same times are read from different ways to write them', () => {
  for (const text of ['Di 16-18 Uhr', 'dienstags 16:00–18:00', 'Dienstag 16 bis 18 Uhr', 'Di 16.00 Uhr']) {
    expect(sessionsOf(text)).toEqual({ days: 2, hours: [16], isSeldom: false });
  }
  expect(sessionsOf('montags und mittwochs')).toEqual({ days: 5, hours: [], isSeldom: false });
  expect(sessionsOf('nach Vereinbarung')).toBeNull();
});

test('days are read in every language and script, and not within words', () => {
  const days = (text: string) => sessionsOf(text)?.days ?? 0;
  const [tuesday, wednesday, friday, sunday] = [1 << 1, 1 << 2, 1 << 4, 1 << 6];
  for (const text of ['Salı 18:00', 'вівторок, 18:00', 'الثلاثاء 18:00']) expect(days(text), text).toBe(tuesday);
  for (const text of ['Çarşamba 9:00', 'у середу 9:00', 'الأربعاء 9:00']) expect(days(text), text).toBe(wednesday);
  for (const text of ["п'ятниця 9:00", 'п’ятницю 9:00', 'Cuma 9:00']) expect(days(text), text).toBe(friday);
  expect(days('неділя 10:00')).toBe(sunday);
  for (const text of ['fröhlich ab 9 Uhr', 'mit Soße ab 9 Uhr', 'diätetisch']) expect(days(text), text).toBe(0);
});

test('once a month is not every week', () => {
  for (const text of ['1. Di/Monat', 'jeden letzten Freitag im Monat', 'Mi, 14-tägig', 'first Monday']) {
    expect(sessionsOf(text)?.isSeldom, text).toBe(true);
  }
  for (const text of ['Di 16.00 Uhr', 'Mo 9.30-11.00', 'Freitag 14 - 16 Uhr'])
    expect(sessionsOf(text)?.isSeldom, text).toBe(false);
});

test('words of one group exclude each other, their short forms do not', () => {
  const exclude = (a: string, b: string): boolean => excludeEachOther(contrastOf(a), contrastOf(b));
  expect(exclude('grundschule', 'gymnasium')).toBe(true);
  expect(exclude('grundschule', 'gs')).toBe(false);
  expect(exclude('nord', 'sued')).toBe(true);
  expect(exclude('nord', 'gymnasium')).toBe(false);
  expect(exclude('nord', 'verein')).toBe(false);
  expect(exclude('maennerchor', 'frauenchor')).toBe(true);
  expect(exclude('frauenchor', 'chor')).toBe(false);
  expect(exclude('sportoberschule', 'sportgymnasium')).toBe(true);
});
