import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WORDS, bitsOf, newCode, readCode } from './code-words.ts';

const word = fc.constantFrom(...WORDS);
const code = fc.array(word, { minLength: 1, maxLength: 12 });
const gap = fc.constantFrom(' ', '-', ', ', '\n', ' – ', '.  ', '\t', '; ');

test('there are 1,024 words, so that a word is worth ten bits', () => {
  expect(WORDS.length).toBe(1024);
  expect(bitsOf(6)).toBe(60);
});

test('every word has 4 to 8 plain letters', () => {
  expect(WORDS.filter((each) => !/^[a-z]{4,8}$/.test(each))).toEqual([]);
});

test('no two words share their first four letters', () => {
  expect(new Set(WORDS.map((each) => each.slice(0, 4))).size).toBe(WORDS.length);
});

test('a new code is read back as it was made', () => {
  const made = newCode(6);
  expect(made).toHaveLength(6);
  expect(readCode(made.join(' '), 6)).toBe(made.join(' '));
});

test('two new codes differ', () => {
  expect(newCode(6).join(' ')).not.toBe(newCode(6).join(' '));
});

test('a code is read however it is cased, divided or shortened to four letters', () => {
  fc.assert(
    fc.property(code, gap, fc.boolean(), fc.boolean(), (words, between, isShort, isLoud) => {
      const written = words.map((each) => (isShort ? each.slice(0, 4) : each)).join(between);
      expect(readCode(` ${isLoud ? written.toUpperCase() : written}\n`, words.length)).toBe(words.join(' '));
    }),
  );
});

test('the ß of a word that German writes with it is forgiven', () => {
  expect(readCode('Gruß Soße', 2)).toBe('gruss sosse');
});

test('too few words, too many, unknown ones and too short ones are no code', () => {
  expect(readCode('abend acker', 3)).toBeNull();
  expect(readCode('abend acker adresse agave', 3)).toBeNull();
  expect(readCode('abend acker xyzzy', 3)).toBeNull();
  expect(readCode('abend acker adr', 3)).toBeNull();
  expect(readCode('', 1)).toBeNull();
});

test('what is read is always a code that reads as itself', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 8 }), (text, count) => {
      const read = readCode(text, count);
      expect(read === null || readCode(read, count) === read).toBe(true);
    }),
  );
});
