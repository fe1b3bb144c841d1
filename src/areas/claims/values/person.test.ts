import { expect, test } from 'vitest';
import { functionOf, looksLikePerson } from './person.ts';

test.each([
  'Frau Müller', 'Hr. Schmidt', 'Herr Dr. Yılmaz', 'Dr. A. Schmidt', 'A. Schmidt', 'Anna Keller', 'Anna Jung', 'Neuhaus, Peter', 'Yılmaz, Ayşe', 'MAX MUSTERMANN', 'Müller', 'Jean-Luc Marchand',
  'Maria von der Leine', 'Ansprechpartnerin: Ayşe Yılmaz', 'Ansprechpartnerin: Müller', 'Ansprechpartner*in: ayşe yılmaz', 'Kontakt: Anna Keller', 'Frau Müller, Beratungsstelle', 'Beratungsstelle Frau Müller',
  'Geschäftsführerin Ayşe Yılmaz', 'Anna Müller (Leitung)', 'Leitung: Fr. Müller', 'Mr Smith', 'Bay Yılmaz', 'Олена Шевченко', 'пан Коваленко', 'السيدة فاطمة علي', 'فاطمة علي',
  'anna.mueller@nujin.example', 'a.mueller@nujin.example', 'Beratung (anna.mueller@nujin.example)',
])('%j is kept back: it names a person', (text) => {
  expect(looksLikePerson(text)).toBe(true);
});

test.each([
  'Geschäftsstelle', 'Beratung', 'Beratung und Vermittlung', 'Vorstand', 'Sekretariat', 'info', 'Kontakt', 'Büro Chemnitz', 'Migrationsberatung für Erwachsene', 'Jugendmigrationsdienst', 'AWO Beratungsstelle',
  'DRK Kreisverband', 'Team Ehrenamt', 'Kleiderkammer', 'Kinder- und Jugendbüro', 'Koordinatorin für Bildung', 'Stabsstelle Integration', 'Zentrale / Empfang', 'Frau und Beruf', 'Interkultureller Garten',
  'Ansprechperson: Büro', 'Front Desk', 'Help Desk', 'Board', 'Yönetim Kurulu', 'Danışma Bürosu', 'Координатор', 'секретаріат', 'مكتب الاستشارات', 'info@nujin.example', 'kontakt.chemnitz@nujin.example', '', '12',
])('%j names no person', (text) => {
  expect(looksLikePerson(text)).toBe(false);
});

test.each([
  ['Frau Müller, Beratungsstelle', 'Beratungsstelle'],
  ['Beratungsstelle Frau Müller', 'Beratungsstelle'],
  ['Geschäftsführerin Ayşe Yılmaz', 'Geschäftsführerin'],
  ['Anna Müller (Leitung)', 'Leitung'],
  ['Leitung: Fr. Müller', 'Leitung'],
  ['Zentrale / Empfang', 'Zentrale, Empfang'],
  ['Beratung und Vermittlung', 'Beratung und Vermittlung'],
  ['Ansprechpartnerin: Ayşe Yılmaz', null],
  ['Frau Müller', null],
  ['Müller', null],
  ['anna.mueller@nujin.example', null],
])('the function in %j is %j', (text, part) => {
  expect(functionOf(text)).toBe(part);
});
