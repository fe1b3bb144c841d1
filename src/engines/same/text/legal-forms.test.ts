import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findLegalForm } from './legal-forms.ts';

test('the longest reading wins', () => {
  expect(findLegalForm(['muster', 'gmbh', 'co', 'kg'])).toEqual({ group: 'GmbHCoKG', from: 1, to: 4 });
  expect(findLegalForm(['muster', 'gmbh'])).toEqual({ group: 'GmbH', from: 1, to: 2 });
});

test('what says how far a founding has come stands behind the form', () => {
  expect(findLegalForm(['muster', 'ag', 'gruendung'])).toEqual({ group: 'AG', from: 1, to: 2 });
});

test('a short form in the middle is a word', () => {
  expect(findLegalForm(['sa', 'majeste'])).toBeNull();
  expect(findLegalForm(['majeste', 'sa'])).toEqual({ group: 'SA', from: 1, to: 2 });
});

test('the forms of the neighbours are known in all their languages and without umlauts', () => {
  const groupOf = (...words: string[]): string | undefined => findLegalForm(['muster', ...words])?.group;
  expect(groupOf('societe', 'cooperative')).toBe('eG');
  expect(groupOf('raison', 'individuelle')).toBe('eK');
  expect(groupOf('kommanditgesellsch')).toBe('KG');
  expect(groupOf('gemeinnuetzige', 'ug')).toBe('gUG');
  expect(groupOf('gemeinnutzige', 'ug')).toBe('gUG');
});

test('what is found lies within the words', () => {
  const word = fc.constantFrom(
    'muster',
    'ev',
    'gmbh',
    'co',
    'kg',
    'ag',
    'ltd',
    'sti',
    'го',
    'ооо',
    'eingetragener',
    'verein',
  );
  fc.assert(
    fc.property(fc.array(word), (words) => {
      const found = findLegalForm(words);
      if (found === null) return;
      expect(found.from).toBeLessThan(found.to);
      expect(found.to).toBeLessThanOrEqual(words.length);
    }),
  );
});
