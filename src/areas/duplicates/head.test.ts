import fc from 'fast-check';
import { expect, test } from 'vitest';
import { proposeHead, type Weight } from './head.ts';

const plain: Weight = { subject: 'b', hasVoice: false, isConfirmed: false, claims: 5 };
const other: Weight = { subject: 'a', hasVoice: false, isConfirmed: false, claims: 5 };
const stays = (one: Weight, two: Weight) => proposeHead(one, two).subject;

test('who speaks for itself stays, then who was confirmed, then of whom more is said, then the older entry', () => {
  expect(stays({ ...plain, hasVoice: true }, { ...other, isConfirmed: true, claims: 9 })).toBe('b');
  expect(stays({ ...plain, isConfirmed: true }, { ...other, claims: 9 })).toBe('b');
  expect(stays({ ...plain, claims: 6 }, other)).toBe('b');
  expect(stays(plain, other)).toBe('a');
});

test('the order of the two does not count', () => {
  const any = (subject: string) =>
    fc.record({
      subject: fc.constant(subject),
      hasVoice: fc.boolean(),
      isConfirmed: fc.boolean(),
      claims: fc.nat({ max: 2 }),
    });
  fc.assert(
    fc.property(any('a'), any('b'), (a, b) => {
      expect(proposeHead(a, b)).toBe(proposeHead(b, a));
    }),
  );
});
