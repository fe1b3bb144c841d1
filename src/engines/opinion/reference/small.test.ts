import { expect, test } from 'vitest';
import { openBallotBox } from '../ballot-box.ts';
import type { Answer } from '../ballots.ts';
import { analyseLikePolis } from './analyse.ts';
import { differenceTest } from './rates.ts';

/** Rows of answers to statements 1, 2 …; null where somebody did not answer. */
function ballotsOf(rows: Record<string, readonly (Answer | null)[]>) {
  const box = openBallotBox();
  for (const [participant, answers] of Object.entries(rows))
    for (const [at, answer] of answers.entries()) if (answer !== null) box.cast(participant, String(at + 1), answer);
  return box;
}

const TWO_CAMPS = ballotsOf({ a: [1, 1], b: [1, 1], c: [1, 1], d: [-1, 1], e: [-1, 1], f: [-1, 1] });
const CAMPS = new Map([
  ['a', 0],
  ['b', 0],
  ['c', 0],
  ['d', 1],
  ['e', 1],
  ['f', 1],
]);

test('two camps of three: every number worked by hand', () => {
  const analysis = analyseLikePolis(TWO_CAMPS.count(), { groups: CAMPS });
  expect([...analysis.space.center]).toEqual([0, 1]);
  const [first, second] = analysis.space.components;
  expect(first[0]).toBeCloseTo(1, 12);
  expect(first[1]).toBeCloseTo(0, 12);
  expect([...second]).toEqual([0, 0]);
  const place = (id: string) => analysis.places.x[analysis.ballots.participants.indexOf(id)];
  expect(place('a')).toBeCloseTo(1, 12);
  expect(place('d')).toBeCloseTo(-1, 12);

  // Here 3 of 3, there 0 of 3: (3+1)/(3+2), 2·√4·(4/4 - 1/2), (4/5)/(1/5), (1 - 1/4)/√(5/8 · 3/8 · (1/4 + 1/4)).
  const [best] = analysis.representative[0]!;
  expect(best).toMatchObject({ column: 0, direction: 'agree', nSuccess: 3, nTrials: 3, isBestAgree: true });
  expect(best!.pSuccess).toBeCloseTo(0.8, 12);
  expect(best!.pTest).toBeCloseTo(2, 12);
  expect(best!.repness).toBeCloseTo(4, 12);
  expect(best!.repnessTest).toBeCloseTo(2.1908902300206643, 12);

  // Six of six: 7/8 and √7.
  expect(analysis.consensus.agree).toHaveLength(1);
  expect(analysis.consensus.agree[0]).toMatchObject({ column: 1, nSuccess: 6, nTrials: 6 });
  expect(analysis.consensus.agree[0]!.pSuccess).toBeCloseTo(0.875, 12);
  expect(analysis.consensus.agree[0]!.pTest).toBeCloseTo(Math.sqrt(7), 12);
  expect(analysis.consensus.disagree).toEqual([]);

  // 4/5 · 1/5 and 4/5 · 4/5.
  expect(analysis.groupAware[0]).toBeCloseTo(0.16, 12);
  expect(analysis.groupAware[1]).toBeCloseTo(0.64, 12);

  // (1 - 1/8) · (√2 + 1) · 4/8 · (1 + 8 · 2^(-6/5)), squared; without extremity and with 7/8 agreement for the second.
  const fresh = 1 + 8 * 2 ** -1.2;
  expect(analysis.priorities[0]).toBeCloseTo(((7 / 8) * (Math.SQRT2 + 1) * 0.5 * fresh) ** 2, 10);
  expect(analysis.priorities[1]).toBeCloseTo(((7 / 8) * (7 / 8) * fresh) ** 2, 10);
});

test('whoever answered half stands further out by the root of two', () => {
  const { space, places, ballots } = analyseLikePolis(
    ballotsOf({ a: [1, 1], b: [-1, -1], c: [1, null], d: [-1, null] }).count(),
  );
  // X'X = (4 2 | 2 2): values 3 ± √5, first vector (2, √5 - 1) made as long as one.
  const length = Math.sqrt(4 + (Math.sqrt(5) - 1) ** 2);
  expect(space.components[0][0]).toBeCloseTo(2 / length, 12);
  expect(space.components[0][1]).toBeCloseTo((Math.sqrt(5) - 1) / length, 12);
  expect(space.shares[0]).toBeCloseTo((3 + Math.sqrt(5)) / 6, 12);
  const place = (id: string) => places.x[ballots.participants.indexOf(id)];
  expect(place('a')).toBeCloseTo((1 + Math.sqrt(5)) / length, 12);
  expect(place('c')).toBeCloseTo((Math.SQRT2 * 2) / length, 12);
});

test('a rejected statement shapes nothing, keeps its votes and counts as answered by all', () => {
  const ballots = TWO_CAMPS.count([{ id: '1', isRejected: true }, { id: '2' }]);
  const analysis = analyseLikePolis(ballots, { groups: CAMPS });
  expect([...analysis.space.center]).toEqual([0, 1]);
  expect(analysis.places.x.every((along) => along === 0)).toBe(true);
  expect(analysis.representative.flat().some(({ column }) => column === 0)).toBe(false);
  expect(analysis.groupAware[0]).toBeCloseTo(0.16, 12);
});

test('a statement about the conversation itself has a fixed priority', () => {
  const { priorities } = analyseLikePolis(TWO_CAMPS.count([{ id: '1', isMeta: true }]), { groups: CAMPS });
  expect(priorities[0]).toBe(49);
});

test('what a group agrees with best is told by its difference, even where that is a no', () => {
  const box = openBallotBox();
  const groups = new Map<string, number>();
  const vote = (group: number, agrees: number, disagrees: number) => {
    for (let one = 0; one < agrees + disagrees; one += 1) {
      box.cast(`${group}/${one}`, '1', one < agrees ? 1 : -1);
      groups.set(`${group}/${one}`, group);
    }
  };
  vote(0, 7, 2);
  vote(1, 12, 0);
  const [best] = analyseLikePolis(box.count(), { groups }).representative[0]!;
  expect(best).toMatchObject({ direction: 'disagree', isBestAgree: true, nAgree: 7, nSuccess: 2, nTrials: 9 });
});

test('where everybody agrees, here and there, the difference is nothing', () => {
  expect(differenceTest(2, 2, 5, 5)).toBe(0);
});

test('without given groups there are always at least two', () => {
  const { k, labels } = analyseLikePolis(TWO_CAMPS.count());
  expect(k).toBe(2);
  expect(new Set(labels).size).toBe(2);
});
