import { expect, test } from 'vitest';
import { NUJIN, paragraph } from '../../../test/agreement.ts';
import { silencesOf } from './silent-in.ts';

const goal = (id: string, words: Readonly<Record<string, string>>) => paragraph('goal', id, NUJIN, { words });

test('of each language it is known how many paragraphs cannot be read in it', () => {
  const paragraphs = [
    goal('both', { de: 'Beides.', ar: 'كلاهما.' }),
    goal('german', { de: 'Nur deutsch.', ar: ' ' }),
    goal('another', { de: 'Auch nur deutsch.' }),
    goal('arabic', { ar: 'بالعربية فقط.' }),
  ];
  expect(silencesOf({ languages: ['de', 'ar'], paragraphs })).toEqual([
    { language: 'de', count: 1 },
    { language: 'ar', count: 2 },
  ]);
  expect(silencesOf({ languages: ['de', 'ar'], paragraphs: paragraphs.slice(0, 1) })).toEqual([]);
});

test('what nobody has said at all is missing, not silent', () => {
  expect(silencesOf({ languages: ['de', 'ar'], paragraphs: [goal('empty', { de: '' })] })).toEqual([]);
});
