import { expect, test } from 'vitest';
import { LANGUAGES, loadWords } from '../platform/words/index.ts';
import type { Review } from './after-restore.ts';
import { findingsOf, nextStepsOf, type Around } from './restore-review.ts';

const words = loadWords('src');
const waysIn = { accounts: 3, passkeys: 1, coordination: 1, operator: 1, organisation: 2 };
const QUIET: Review = {
  hours: 5,
  closed: true,
  protectedThen: [],
  protectedNow: [],
  withdrawn: [],
  asksEnded: 0,
  handOversEnded: 0,
  waysIn,
  cooperations: 0,
  leavings: 0,
};
const FULL: Review = {
  ...QUIET,
  protectedThen: ['a'],
  protectedNow: ['b', 'c'],
  withdrawn: ['d'],
  asksEnded: 4,
  handOversEnded: 1,
  cooperations: 3,
  leavings: 1,
};
const around = { newer: null, isSecretKept: true, moment: '20. November' };
const keys = (review: Review, more: Partial<Around> = {}) =>
  findingsOf({ review }, { ...around, ...more }).map(({ key }) => key.replace('app.restore.', ''));

test('what there is to look at is named, and nothing else', () => {
  expect(keys(QUIET)).toEqual(['age', 'asks', 'waysIn']);
  expect(keys({ ...QUIET, closed: false }, { newer: 'b.age', isSecretKept: false })).toEqual([
    'age',
    'newer',
    'asItWas',
    'asks',
    'waysIn',
    'secretGone',
  ]);
  expect(keys(FULL)).toEqual([
    'age',
    'protected',
    'protectedNow',
    'withdrawn',
    'asks',
    'handOvers',
    'leavings',
    'waysIn',
  ]);
  expect(keys({ ...FULL, closed: false })).toContain('leavingsRun');
});

test('the steps begin with starting and end with opening, where the house is closed', () => {
  const steps = (review: Review) => nextStepsOf({ review }, around).map(({ key }) => key.split('.').at(-1));
  expect(steps(QUIET)).toEqual(['start', 'roles', 'keys', 'ask', 'open']);
  expect(steps({ ...QUIET, closed: false })).toEqual(['roles', 'keys', 'ask']);
  expect(steps(FULL)).toEqual(['start', 'roles', 'keys', 'ask', 'together', 'open']);
});

test('each sentence can be said in every language, with its numbers', () => {
  for (const { code } of LANGUAGES.filter(({ tag }) => tag !== 'de-x-simple'))
    for (const review of [QUIET, FULL])
      for (const told of [...findingsOf({ review }, around), ...nextStepsOf({ review }, around)])
        expect(words.in(code).tell(told)).not.toMatch(/undefined|\{|^\s*$/);
  expect(words.in('de').tell(findingsOf({ review: FULL }, around)[2] ?? { key: '' })).toContain('2 weitere');
});
