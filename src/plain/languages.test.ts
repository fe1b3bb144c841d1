import { expect, test } from 'vitest';
import { dirOf, LANGUAGE_CODES, languageOf, tagOf } from './languages.ts';

test('Arabic, Persian, Dari, Sorani, Pashto, Urdu and Hebrew run from right to left, all others from left to right', () => {
  const rtl = LANGUAGE_CODES.filter((code) => dirOf(code) === 'rtl');
  expect(rtl.toSorted()).toEqual(['ar', 'ckb', 'fa', 'he', 'prs', 'ps', 'ur']);
});

test('a script in the tag decides the direction', () => {
  expect(dirOf('ku-Arab')).toBe('rtl');
  expect(dirOf('ar-Latn')).toBe('ltr');
  expect(dirOf('ar-EG')).toBe('rtl');
  expect(dirOf('xx')).toBe('ltr');
});

test('every language has a name of its own, once', () => {
  const names = LANGUAGE_CODES.map((code) => languageOf(code)?.ownName);
  expect(new Set(names).size).toBe(LANGUAGE_CODES.length);
  expect(languageOf('pt-BR')?.ownName).toBe('Português');
  expect(languageOf('xx')).toBeNull();
});

test('Leichte Sprache has a valid tag and finds its entry by it', () => {
  expect(tagOf('de-simple')).toBe('de-x-simple');
  expect(languageOf('de-x-simple')?.ownName).toBe('Leichte Sprache');
});
