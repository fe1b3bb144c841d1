import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadWords } from '../../../platform/words/index.ts';
import { guessMapping } from '../guess-mapping.ts';
import { isColumnTarget, LIST_SUBJECTS } from '../list.ts';
import { targetChoices } from './target-choices.ts';

const words = loadWords(join(import.meta.dirname, '../../..')).in('de');

const HEADERS = [
  'Name',
  'Name (türkisch)',
  'Name (somali)',
  'Name',
  'Beschreibung',
  'Beschreibung – paschto',
  'description_en',
  'titel_und',
];
const table = {
  headers: HEADERS.map((original, at) => ({ original, name: original === 'Name' && at > 0 ? 'Name 2' : original })),
  sample: [
    [
      'Brücke e. V.',
      'Köprü',
      'Buundo',
      'Die Brücke',
      'Wir helfen beim Deutschlernen.',
      'موږ مرسته کوو',
      'We help with learning German.',
      'Most',
    ],
  ],
};

test.each(LIST_SUBJECTS)('what a column of %s was guessed to be is always among the choices', (subject) => {
  const { mapping, guess } = guessMapping(table, null, subject);
  const used = [...Object.values(mapping.columns), ...guess.columns.map(({ field }) => field)];
  expect(used.filter((target) => target?.includes('@')).length).toBeGreaterThan(2);
  const values = targetChoices(words, subject, used).flatMap(({ choices }) => choices.map(({ value }) => value));
  expect(new Set(values).size).toBe(values.length);
  for (const target of used) if (target !== null) expect(values).toContain(target);
});

test.each(LIST_SUBJECTS)('every choice for a column of %s is one that can be kept', (subject) => {
  for (const { choices } of targetChoices(words, subject, ['name@kmr'])) {
    for (const { value } of choices) expect([value, isColumnTarget(subject, value)]).toEqual([value, true]);
  }
});

test('a language is named, and an unknown one too', () => {
  const labels = new Map(
    targetChoices(words, 'organisation', ['name@kmr']).flatMap(({ choices }) =>
      choices.map(({ value, label }) => [value, label]),
    ),
  );
  expect(labels.get('name@und')).toBe('Name, Sprache nicht bekannt');
  expect(labels.get('description@en')).toBe('Beschreibung, Englisch');
  expect(labels.get('name@kmr')).toMatch(/^Name, Kurmandschi|Kurmanci|Kurdisch/);
});
