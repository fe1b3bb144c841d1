import { expect, test } from 'vitest';
import { chance } from './chance.ts';

test('chance is the same for the same seed and label, and spread evenly', () => {
  const throws = (seed: number, label: string) => Array.from({ length: 6000 }, chance(seed, label).bind(null, 6));
  expect(throws(1, 'a')).toEqual(throws(1, 'a'));
  expect(throws(1, 'a')).not.toEqual(throws(1, 'b'));
  for (let side = 0; side < 6; side += 1)
    expect(Math.abs(throws(2, 'c').filter((one) => one === side).length - 1000)).toBeLessThan(130);
});

test('chance is the same on every machine', () => {
  const one = chance(1, 'known');
  expect([one(1000), one(1000), one(2 ** 32)]).toEqual([208, 549, 156_211_215]);
});
