import { expect, test } from 'vitest';
import { areLanguagesMixed } from './sheet-sides.ts';

const side = (words: string) => ({
  opened: {
    organisation: 'one',
    words: { expectations: [{ words, firmness: 'open' as const }], brings: [], limits: [] },
    doneOn: '2026-11-21',
    openedOn: '2026-11-21',
  },
});

test.each([
  [['Große Abende.', 'Ein Honorar.'], false],
  [['Ein Honorar.', 'أجر لكل ساعة.'], true],
  [['Her saat için ücret, açık ve adil.', 'Große Abende.'], true],
  [['Оплата за кожну годину, їжа.', 'أجر لكل ساعة.'], true],
  [['أجر لكل ساعة.', 'قاعة في المساء.'], false],
])('%j: in different languages %s', (said, mixed) => {
  expect(areLanguagesMixed(said.map(side))).toBe(mixed);
});

test('a side that has said nothing speaks no language', () => {
  expect(areLanguagesMixed([side('أجر لكل ساعة.'), { opened: null }])).toBe(false);
});
