import { expect, test } from 'vitest';
import { matchAll, type Item } from './index.ts';

const COURSE: Item = {
  source: 'a',
  kind: 'offer',
  name: 'Deutsch für den Alltag',
  carrier: 'Lernwerk Kastanie e. V.',
  street: 'Ring 3',
  postcode: '01067',
  phones: ['0351 1234567'],
  languages: ['Deutsch, Arabisch'],
  topics: ['Deutsch lernen'],
  fields: { times: 'montags 09:00 bis 12:00 Uhr' },
};

const OTHERS: readonly Item[] = ['Nähstube', 'Lerntreff', 'Schachabend', 'Chorprobe', 'Radwerkstatt'].map(
  (name, at) => ({
    ...COURSE,
    name,
    phones: [`0351 77${at}1`],
    street: `Weg ${at + 1}`,
  }),
);

function areSame(a: Item, b: Item): boolean {
  return matchAll([a, b, ...OTHERS]).clusters.some((group) => group.includes(0) && group.includes(1));
}

test.each([
  ['another language', { source: 'b', languages: ['Deutsch', 'Türkisch'] }],
  ['another language, in one list', { languages: ['Deutsch'] }],
  ['more languages and another day', { source: 'b', languages: ['de'], fields: { times: 'nach Vereinbarung' } }],
  ['another topic, in one list', { topics: ['Alphabetisierung'] }],
  ['a day more, in one list', { fields: { times: 'montags und dienstags 09:00 bis 12:00 Uhr' } }],
  ['a quarter of an hour more, in one list', { fields: { times: 'montags 09:00 bis 12:15 Uhr' } }],
  ['another level', { source: 'b', name: 'Deutsch für den Alltag B2' }],
] satisfies readonly (readonly [string, Partial<Item>])[])('courses that differ in %s are two', (what, change) => {
  const first = what === 'another level' ? { ...COURSE, name: 'Deutsch für den Alltag A1' } : COURSE;
  expect(areSame(first, { ...first, ...change })).toBe(false);
});

test.each([
  ['languages by code and by name', { source: 'b', languages: ['ar', 'de'] }],
  ['one list that knows one language less', { source: 'b', languages: ['Deutsch'] }],
  ['topics in other words', { source: 'b', topics: ['Sprache'] }],
  ['the same time in other words', { fields: { times: 'Mo. 9-12 Uhr' } }],
] satisfies readonly (readonly [string, Partial<Item>])[])('a course stays the same with %s', (_, change) => {
  expect(areSame(COURSE, { ...COURSE, ...change })).toBe(true);
});
