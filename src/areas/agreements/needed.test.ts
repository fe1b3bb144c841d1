import { expect, test } from 'vitest';
import { FIRST_TEXT } from '../../../test/agreement.ts';
import { isNeeded } from './needed.ts';
import { SECTIONS } from './sections.ts';
import type { AgreementText } from './text.ts';

const neededIn = (text: AgreementText) => SECTIONS.filter((one) => isNeeded(one, text)).map(({ name }) => name);
const without = (...kinds: readonly string[]): AgreementText => ({
  ...FIRST_TEXT,
  paragraphs: FIRST_TEXT.paragraphs.filter(({ kind }) => !kinds.includes(kind)),
});

test('of an empty agreement frame, goals and exit are needed before anybody can sign', () => {
  expect(neededIn({ ...FIRST_TEXT, paragraphs: [] })).toEqual(['frame', 'goals', 'exit']);
});

test('money to be shared out needs its lines, and what stands there already is not called needed', () => {
  expect(neededIn(without('line'))).toEqual(['money', 'exit']);
  expect(neededIn(FIRST_TEXT)).toEqual(['exit']);
});
