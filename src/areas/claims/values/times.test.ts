import { expect, test } from 'vitest';
import { isTimes, readTimes, type WeeklyTime } from './times.ts';

const DE = { country: 'DE' } as const;
const short = (times: unknown): string =>
  (times as WeeklyTime[]).map(({ day, from, to }) => `${day} ${from}-${to}`).join(', ');
const week = (first: number, last: number, hours: string): string =>
  Array.from({ length: last - first + 1 }, (_, at) => `${first + at} ${hours}`).join(', ');

test.each([
  ['Di und Do 18–20 Uhr', '2 18:00-20:00, 4 18:00-20:00'],
  ['Mo-Fr 9:00-12:00', week(1, 5, '09:00-12:00')],
  ['Mo.-Fr. 8.00-16.00 Uhr', week(1, 5, '08:00-16:00')],
  ['dienstags 18:00 bis 20:00', '2 18:00-20:00'],
  ['Di von 18 bis 20 Uhr', '2 18:00-20:00'],
  ['jeden Sonntag 15-18 Uhr', '7 15:00-18:00'],
  ['Montag: 10-12 Uhr, 14.30-16 Uhr', '1 10:00-12:00, 1 14:30-16:00'],
  ['Dienstag, 18.00 - 20.00 Uhr und Donnerstag, 10.00 - 12.00 Uhr', '2 18:00-20:00, 4 10:00-12:00'],
  ['Montag\n9-12 Uhr\nDienstag\n14-16 Uhr', '1 09:00-12:00, 2 14:00-16:00'],
  ['Mo geschlossen; Di 9-12', '2 09:00-12:00'],
  ['Mo, Di 9-12, Mi geschlossen', '1 09:00-12:00, 2 09:00-12:00'],
  ['9-12 Uhr (Mo-Fr)', week(1, 5, '09:00-12:00')],
  ['10–12 Uhr Mo, Mi', '1 10:00-12:00, 3 10:00-12:00'],
  ['Sa-Mo 10-12', '1 10:00-12:00, 6 10:00-12:00, 7 10:00-12:00'],
  ['täglich 8-20 Uhr', week(1, 7, '08:00-20:00')],
  ['24/7', week(1, 7, '00:00-24:00')],
  ['Di 1800-2000', '2 18:00-20:00'],
  ['Di 18⁰⁰-20⁰⁰', '2 18:00-20:00'],
  ['So 15-18', '7 15:00-18:00'],
  ['Su 15:00-18:00', '7 15:00-18:00'],
  ['Tu,Th 08:00-12:00,13:00-17:30', '2 08:00-12:00, 2 13:00-17:30, 4 08:00-12:00, 4 13:00-17:30'],
  ['Tue/Thu 6-8pm', '2 18:00-20:00, 4 18:00-20:00'],
  ['11am-1pm Monday', '1 11:00-13:00'],
  ['Salı 18:00-20:00', '2 18:00-20:00'],
  ['вівторок 18:00-20:00', '2 18:00-20:00'],
  ['الثلاثاء 18:00-20:00', '2 18:00-20:00'],
  ['Tuesday and Thursday 18:00–20:00', '2 18:00-20:00, 4 18:00-20:00'],
  ['Salı ve Perşembe 18:00–20:00', '2 18:00-20:00, 4 18:00-20:00'],
  ['вівторок і четвер 18:00–20:00', '2 18:00-20:00, 4 18:00-20:00'],
  ['الثلاثاء والخميس 18:00-20:00', '2 18:00-20:00, 4 18:00-20:00'],
])('%j is understood wholly', (raw, times) => {
  const read = readTimes(raw, DE);
  expect(read.ok && short(read.value.value)).toBe(times);
  expect(read.ok && read.value.notes).toEqual([]);
});

test.each([
  ['Di 18-20 Uhr, jeden 1. Mittwoch 10-12 Uhr', '2 18:00-20:00', 'jeden 1. Mittwoch 10-12 Uhr'],
  ['Mo 9-12 und nach Vereinbarung', '1 09:00-12:00', 'nach Vereinbarung'],
  ['Di 9-12 (außer feiertags)', '2 09:00-12:00', 'außer feiertags'],
  ['Sa 08:00-12:00; PH off', '6 08:00-12:00', 'PH off'],
  ['Mo 9-12, Di', '1 09:00-12:00', 'Di'],
  ['Di Sprachcafé 18-20 Uhr', '2 18:00-20:00', 'Sprachcafé'],
])('%j is understood in part: the rest is told', (raw, times, part) => {
  const read = readTimes(raw, DE);
  expect(read.ok && short(read.value.value)).toBe(times);
  expect(read.ok && read.value.notes).toEqual([{ key: 'claims.times.note.leftOut', values: { part } }]);
});

test.each([
  ['sonntags ab 15 Uhr', 'claims.times.openEnd'],
  ['Di 18 Uhr', 'claims.times.openEnd'],
  ['jeden 1. Mittwoch', 'claims.times.notWeekly'],
  ['jeden letzten Freitag 18-20 Uhr', 'claims.times.notWeekly'],
  ['Mi 10-12, 14-tägig', 'claims.times.notWeekly'],
  ['Di 15-17 Uhr (jeden 2. im Monat)', 'claims.times.notWeekly'],
  ['Mo-Fr 9-12 außer Mi', 'claims.times.notWeekly'],
  ['April bis Oktober: Mo-Fr 9-12', 'claims.times.notWeekly'],
  ['01.04.-30.09. Mo 9-12', 'claims.times.notWeekly'],
  ['Mo[1] 10:00-12:00', 'claims.times.notWeekly'],
  ['Di Kinder 6-12 Jahre 15-17 Uhr', 'claims.times.notWeekly'],
  ['Fr 22-2 Uhr', 'claims.times.overnight'],
  ['dienstags', 'claims.times.hoursMissing'],
  ['9-12 Uhr', 'claims.times.daysMissing'],
  ['nach Vereinbarung', 'claims.times.byAppointment'],
  ['n. V.', 'claims.times.byAppointment'],
  ['n.V.', 'claims.times.byAppointment'],
  ['Termine nach telefonischer Vereinbarung', 'claims.times.byAppointment'],
  ['auf Anfrage', 'claims.times.byAppointment'],
  ['on request', 'claims.times.byAppointment'],
  ['By appointment only', 'claims.times.byAppointment'],
  ['за попереднім записом', 'claims.times.byAppointment'],
  ['nach dem Gottesdienst', 'claims.times.unknown'],
])('%j is not guessed: %s', (raw, key) => {
  expect(readTimes(raw, DE)).toMatchObject({ ok: false, issue: { key } });
});

test.each([
  ['DE', 'Europe/Berlin'],
  ['AT', 'Europe/Vienna'],
  ['CH', 'Europe/Zurich'],
  ['LI', 'Europe/Vaduz'],
] as const)('a time in %s stands in %s', (country, zone) => {
  expect(readTimes('Di 18-20', { country })).toMatchObject({
    ok: true,
    value: { value: [{ day: 2, from: '18:00', to: '20:00', zone }] },
  });
});

test('weekly times are sorted, real and in a zone that exists', () => {
  const time = { day: 2, from: '18:00', to: '20:00', zone: 'Europe/Berlin' };
  expect(isTimes([time, { ...time, day: 4 }])).toBe(true);
  expect(isTimes([{ ...time, zone: 'Asia/Damascus', to: '24:00' }])).toBe(true);
  for (const day of [1, 2, 3, 4, 5, 6, 7]) expect(isTimes([{ ...time, day }]), `day ${day}`).toBe(true);
  for (const wrong of [
    { day: 0 },
    { day: 8 },
    { day: 1.5 },
    { from: '8:00' },
    { to: '18:00' },
    { to: '25:00' },
    { zone: 'Europe/Rhoenau' },
    { zone: '' },
    { note: 'x' },
  ]) {
    expect(isTimes([{ ...time, ...wrong }]), JSON.stringify(wrong)).toBe(false);
  }
  expect(isTimes([])).toBe(false);
  expect(isTimes([time, time])).toBe(false);
  expect(isTimes([{ ...time, day: 4 }, time])).toBe(false);
});
