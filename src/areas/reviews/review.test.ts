import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../plain/time.ts';
import { EMPTY_REVIEW, dueReview, REVIEW_QUESTIONS, saysSomething } from './review.ts';

const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2026-11-21', days));

test('a review is due from its agreed day until one has begun', () => {
  expect(dueReview(['2027-03-01', '2027-09-01'], [], '2027-02-28')).toBeNull();
  expect(dueReview(['2027-03-01', '2027-09-01'], [], '2027-03-01')).toBe('2027-03-01');
  expect(dueReview(['2027-03-01', '2027-09-01'], ['2027-03-04'], '2027-08-31')).toBeNull();
  expect(dueReview(['2027-03-01', '2027-09-01'], ['2027-03-04'], '2027-09-01')).toBe('2027-09-01');
  expect(dueReview([], [], '2027-09-01')).toBeNull();
});

test('beginning one today always settles what was due', () => {
  fc.assert(
    fc.property(fc.array(day), fc.array(day), day, (agreed, begun, today) => {
      expect(dueReview(agreed, [...begun, today], today)).toBeNull();
      const due = dueReview(agreed, begun, today);
      if (due !== null) expect(agreed.includes(due) && due <= today).toBe(true);
    }),
  );
});

test('one answer to any question is enough to hand over, blanks are none', () => {
  expect(saysSomething({ ...EMPTY_REVIEW, good: ' \n' })).toBe(false);
  for (const question of REVIEW_QUESTIONS) expect(saysSomething({ ...EMPTY_REVIEW, [question]: 'Ja.' })).toBe(true);
});
