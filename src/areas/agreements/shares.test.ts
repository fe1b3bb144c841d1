import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BILDUNGSWERK, FIRST_TEXT, FOURTH_TEXT, NUJIN, paragraph } from '../../../test/agreement.ts';
import { balanceOf } from './balance.ts';
import { sharesOf, sumOfLines } from './shares.ts';
import type { AgreementText } from './text.ts';

const PARTNERS = ['a', 'b', 'c', 'd', 'e'];

test('the association gets nothing in the first version and 40 % in the fourth', () => {
  expect(sharesOf(FIRST_TEXT)).toEqual([
    { partner: BILDUNGSWERK, cents: 2_400_000, tenths: 1000 },
    { partner: NUJIN, cents: 0, tenths: 0 },
  ]);
  expect(sharesOf(FOURTH_TEXT)).toEqual([
    { partner: BILDUNGSWERK, cents: 1_440_000, tenths: 600 },
    { partner: NUJIN, cents: 960_000, tenths: 400 },
  ]);
});

test('the balance sheet tells paid from unpaid hours and whose goals they are', () => {
  expect(balanceOf(FIRST_TEXT)[1]).toMatchObject({ unpaidMinutes: 7_200, unpaidWorth: null, goals: 0 });
  expect(balanceOf(FOURTH_TEXT)[1]).toMatchObject({
    paidMinutes: 7_200,
    unpaidMinutes: 0,
    goals: 2,
    duties: 2,
  });
  const unpaid = {
    ...FOURTH_TEXT,
    paragraphs: [...FOURTH_TEXT.paragraphs, paragraph('task', 'task-2', NUJIN, { doer: NUJIN, effort: 90 })],
  };
  expect(balanceOf(unpaid)[1]).toMatchObject({ unpaidMinutes: 90, unpaidWorth: 6_000 });
});

test('no cent vanishes and percentages sum to 100.0', () => {
  const amounts = fc.array(fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 10_000_000 })), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(amounts, (lines) => {
      const text = textOf(lines.map(([at, amount]) => ({ receiver: PARTNERS[at] ?? 'a', amount })));
      const shares = sharesOf(text);
      const sum = sumOfLines(text);
      expect(shares.reduce((all, { cents }) => all + cents, 0)).toBe(sum);
      expect(shares.reduce((all, { tenths }) => all + tenths, 0)).toBe(sum === 0 ? 0 : 1000);
      for (const { cents, tenths } of shares)
        if (sum > 0) expect(Math.abs(tenths - (cents * 1000) / sum)).toBeLessThan(1);
    }),
  );
});

test('what is not given to anybody yet is nobody’s share', () => {
  const text = textOf([{ receiver: 'a', amount: 25 }], 100);
  expect(sharesOf(text).map(({ tenths }) => tenths)).toEqual([250, 0, 0, 0, 0]);
});

function textOf(
  lines: readonly { readonly receiver: string; readonly amount: number }[],
  budget?: number,
): AgreementText {
  const sum = lines.reduce((all, { amount }) => all + amount, 0);
  return {
    partners: PARTNERS.map((id) => ({ id, name: id })),
    languages: ['de'],
    paragraphs: [
      paragraph('frame', 'frame', 'a', { budget: budget ?? sum }),
      ...lines.map((parts, at) => paragraph('line', `line-${at}`, 'a', parts)),
    ],
  };
}
