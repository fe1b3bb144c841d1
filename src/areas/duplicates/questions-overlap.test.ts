import { expect, test } from 'vitest';
import type { Facts } from '../claims/index.ts';
import type { Entry } from './find-pairs-read.ts';
import { overlapsAmong } from './questions-overlap.ts';

const SUNDAY = [{ day: 7, from: '15:00', to: '17:00', zone: 'Europe/Berlin' }];
const CAFE: Facts = {
  carrier: 'Frauenverein',
  topics: ['Sprache üben', 'Kaffee'],
  place: { place: 'p1', name: 'Chemnitz' },
  languages: ['ar', 'de'],
  times: SUNDAY,
};

function offer(subject: string, facts: Facts, scope: Entry['scope'] = 'public'): Entry {
  return { subject, kind: 'offer', item: { source: '' }, facts, scope };
}

const found = (other: Facts, scope: Entry['scope'] = 'public') =>
  overlapsAmong([offer('a', CAFE), offer('b', { ...CAFE, carrier: 'Treff', ...other }, scope)]);

test('offers of two carriers on one topic, at one place, time and in one language overlap', () => {
  expect(found({ topics: ['SPRACHE ÜBEN'] })).toEqual([{ pair: ['a', 'b'], topics: ['Sprache üben'] }]);
  const reverse = [offer('b', { ...CAFE, carrier: 'Treff' }), offer('a', CAFE)];
  expect(overlapsAmong(reverse)).toEqual(overlapsAmong(reverse.toReversed()));
});

test.each<[string, Facts]>([
  ['the same carrier', { carrier: 'frauenverein' }],
  ['no carrier that is known', { carrier: '' }],
  ['another topic', { topics: ['Nähen'] }],
  ['another place', { place: { place: 'p2', name: 'Leipzig' } }],
  ['no language in common', { languages: ['uk'] }],
  ['another day', { times: [{ ...SUNDAY[0]!, day: 1 }] }],
  ['one after the other', { times: [{ ...SUNDAY[0]!, from: '17:00', to: '19:00' }] }],
])('with %s nobody is told to talk', (_, other) => {
  expect(found(other)).toEqual([]);
});

test('what not everybody sees overlaps with nothing', () => {
  expect(found({}, 'network')).toEqual([]);
});
