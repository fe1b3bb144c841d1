import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BILDUNGSWERK, FOURTH_TEXT, historyOf, NUJIN } from '../../../test/agreement.ts';
import { addDays } from '../../plain/time.ts';
import { aheadOf, exitOf, lastDueOf } from './exit.ts';

const inForce = historyOf([FOURTH_TEXT]).map(({ version }) => ({ version }))[0] ?? null;
const days = fc.integer({ min: 0, max: 400 }).map((count) => addDays('2026-11-21', count));

test('who goes by an agreement goes after its notice, with what was agreed about it', () => {
  const exit = exitOf(inForce, { own: NUJIN, today: '2026-11-21', partners: 2 });
  expect(exit).toMatchObject({ lastDay: '2026-12-19', notice: 4, ends: true, released: 3 });
  expect(exit.agreed.name).toEqual({ de: 'Name und Logo nur bis zum Ende.' });
});

test('where nothing is in force it is today, nothing was agreed and nothing falls away', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 2, max: 5 }), (today, partners) => {
      const exit = exitOf(null, { own: NUJIN, today, partners });
      expect(exit).toEqual({ lastDay: today, notice: null, agreed: {}, released: 0, ends: partners === 2 });
    }),
  );
});

test('the later somebody goes, the less falls away', () => {
  fc.assert(
    fc.property(days, fc.nat({ max: 100 }), fc.constantFrom(BILDUNGSWERK, NUJIN), (today, more, own) => {
      const now = exitOf(inForce, { own, today, partners: 2 });
      const then = exitOf(inForce, { own, today: addDays(today, more), partners: 2 });
      expect(then.released).toBeLessThanOrEqual(now.released);
    }),
  );
});

test('what all end together falls away but for the duties, and what is past is not counted', () => {
  expect(aheadOf(inForce, '2026-11-21')).toEqual({ falls: 1, stays: 5 });
  expect(aheadOf(inForce, '2027-05-31')).toEqual({ falls: 1, stays: 2 });
  expect(aheadOf(inForce, '2027-12-15')).toEqual({ falls: 0, stays: 0 });
  expect(aheadOf(null, '2026-11-21')).toEqual({ falls: 0, stays: 0 });
});

test('the last proof that is due decides how long all is kept', () => {
  expect(lastDueOf(inForce)).toBe('2027-07-30');
  expect(lastDueOf(null)).toBeNull();
});
