import { expect, test } from 'vitest';
import { kindIn, kindOf, topicAtStart, topicIn, topicOf } from './kinds.ts';

test.each([
  ['verein', 'association'],
  ['dernegi', 'association'],
  ['komela', 'association'],
  ['جمعيه', 'association'],
  ['الجمعيه', 'association'],
  ['والجمعيه', 'association'],
  ['انجمن', 'association'],
  ['товариство', 'association'],
  ['спілка', 'association'],
  ['ማሕበር', 'association'],
  ['zentrum', 'centre'],
  ['merkezi', 'centre'],
  ['navenda', 'centre'],
  ['مركز', 'centre'],
  ['центру', 'centre'],
  ['schule', 'school'],
  ['okulu', 'school'],
  ['школа', 'school'],
  ['kirche', 'church'],
  ['ቤተክርስቲያን', 'church'],
  ['gemeinde', 'community'],
  ['beratung', 'counselling'],
  ['danismanlik', 'counselling'],
])('%s is a word for %s', (word, kind) => {
  expect(kindOf(word)).toBe(kind);
});

test('the end of a compound tells its kind, its beginning whom it is for', () => {
  expect(kindOf('frauenverein')).toBeNull();
  expect(kindIn('frauenverein')).toBe('association');
  expect(topicOf('frauenverein')).toBeNull();
  expect(topicIn('frauenverein')).toBe('women');
});

test('a foreign word in Latin letters may have an ending, a short one stands alone', () => {
  expect(kindIn('obschtschestwo')).toBe('association');
  expect(topicIn('roditelskij')).toBe('parents');
  expect(kindIn('dom')).toBe('house');
  expect(kindIn('domnik')).toBeNull();
  expect(topicAtStart('roditelskijklub')).toBe('parents');
});

test.each(['dresden', 'nujin', 'ورده', 'ромашка', ''])('%j is no kind', (word) => {
  expect(kindIn(word)).toBeNull();
  expect(topicIn(word)).toBeNull();
});
