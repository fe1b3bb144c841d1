import { expect, test } from 'vitest';
import { foldWords } from './fold-words.ts';
import { termsOf } from './terms.ts';
import { nameOfThing, phrasesForThing, thingsIn } from './things.ts';

test.each(['Sprachcafé am Sonntag', 'Language café', 'Dil kafesi', 'مقهى اللغات', 'Мовне кафе'])(
  '%s is a language café',
  (name) => {
    expect(thingsIn(termsOf(name))).toEqual(['thing:languageCafe']);
  },
);

test('a phrase counts only when all its words are there', () => {
  expect(thingsIn(termsOf('Café am Markt'))).toEqual([]);
  expect(thingsIn(termsOf('Deutsch'))).toEqual([]);
  expect(thingsIn(termsOf('Deutsch lernen mit Tee'))).toEqual(['thing:germanCourse']);
});

test('a thing is asked for in every language and named in that of the reader', () => {
  for (const asked of ['Sprachcafé', 'language café', 'dil kafesi', 'مقهى اللغات', 'мовне кафе']) {
    expect(phrasesForThing('languageCafe')).toContain(foldWords(asked).folded);
  }
  expect(['de', 'de-simple', 'en', 'ar'].map((language) => nameOfThing('languageCafe', language))).toEqual([
    'Sprachcafé',
    'Sprachcafé',
    'language café',
    'مقهى اللغات',
  ]);
});
