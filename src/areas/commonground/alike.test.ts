import { expect, test } from 'vitest';
import { findAlike } from './alike.ts';
import { seedOf, type Statement } from './statement.ts';

const said = (text: string, language = 'de'): Statement => ({ ...seedOf(language)(text), id: text });
const alike = (text: string, ...others: readonly Statement[]) => findAlike(text, others).map(({ id }) => id);

test('what says much the same in other endings is shown before sending', () => {
  const there = said('Wir brauchen mehr Räume ohne Mietkosten.');
  expect(alike('Wir brauchen mehr Raum ohne Miete', there)).toEqual([there.id]);
  expect(alike('Mehr Räume ohne Mietkosten, bitte', there)).toEqual([there.id]);
  expect(alike('Die Stadt hört uns zu wenig zu.', there)).toEqual([]);
});

test('a part of a longer statement is found, a single common word is not', () => {
  const long = said('Das Jugendzentrum soll auch sonntags und an Feiertagen offen sein');
  expect(alike('Jugendzentrum sonntags offen', long)).toEqual([long.id]);
  expect(alike('Das Fest soll laut sein', long)).toEqual([]);
});

test('other scripts are compared in the same way', () => {
  const arabic = said('نحتاج إلى غرف بلا إيجار', 'ar');
  expect(alike('نحتاج غرف بلا إيجار', arabic)).toEqual([arabic.id]);
  expect(alike('', arabic)).toEqual([]);
});

test.each([
  ['Das Jugendzentrum soll auch sonntags offen sein.', 'Jugendzentrum sonntags öffnen'],
  ['Alle Vereine sollen Schlüssel bekommen.', 'Jeder Verein soll einen Schlüssel bekommen'],
  ['Die Stadt hört uns zu wenig zu.', 'Uns hört die Stadt nur wenig zu'],
  ['Wir brauchen einen Raum, in dem Kinder spielen können.', 'Kinder brauchen einen Raum zum Spielen'],
  ['The city should fund language courses.', 'Language courses must be funded by the city'],
  ['Gençler için daha çok alan olmalı.', 'Gençlere daha çok alan gerek'],
  ['نحتاج إلى دورات لغة مجانية', 'نحتاج دورات لغة مجانية للجميع'],
  ['Місту потрібні безкоштовні курси мови.', 'Потрібні безкоштовні мовні курси'],
])('"%s" is found in other words: "%s"', (there, typed) => {
  expect(alike(typed, said(there))).toEqual([there]);
  expect(alike(there, said(typed))).toEqual([typed]);
});

test.each([
  ['Wir brauchen mehr Räume im Viertel.', 'Wir brauchen weniger Räume im Viertel.'],
  ['Das Jugendzentrum soll sonntags offen sein.', 'Das Jugendzentrum soll sonntags nicht offen sein.'],
  ['Sitzungen sollen kürzer sein.', 'Sitzungen sollen länger sein.'],
  ['Geld soll nach Mitgliedern verteilt werden.', 'Geld soll nie nach Mitgliedern verteilt werden.'],
  ['We need more rooms in the quarter.', 'We need fewer rooms in the quarter.'],
  ['Merkez pazar günü açık olmalı.', 'Merkez pazar günü kapalı olmalı.'],
  ['نحتاج إلى غرف أكثر', 'نحتاج إلى غرف أقل'],
  ['I am between 15 and 19 years old.', 'I am between 20 and 25 years old.'],
  ['Нам потрібно більше залів.', 'Нам потрібно менше залів.'],
])('"%s" and what says otherwise are not taken for one another: "%s"', (there, typed) => {
  expect(alike(typed, said(there))).toEqual([]);
  expect(alike(there, said(typed))).toEqual([]);
});
