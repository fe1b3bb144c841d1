import { expect, test } from 'vitest';
import { analyse } from './analyse.ts';
import { openBallotBox } from './ballot-box.ts';
import type { Answer } from './ballots.ts';

/** What is told of the first of two given groups, one statement after another. */
function listFor(statements: readonly (readonly [readonly Answer[], readonly Answer[]])[]) {
  const box = openBallotBox();
  const groups = new Map<string, number>();
  for (const [statement, sides] of statements.entries())
    for (const [group, answers] of sides.entries())
      for (const [one, answer] of answers.entries()) {
        box.cast(`${group}/${one}`, String(statement), answer);
        groups.set(`${group}/${one}`, group);
      }
  return analyse(box.count(), { groups }).representative[0]!;
}

const all = (people: number, answer: Answer) => Array.from<Answer>({ length: people }).fill(answer);

test('ten against ten: worked by hand', () => {
  const [one, ...more] = listFor([[all(10, 1), all(10, -1)]]);
  // One deal of C(20, 10), and two directions.
  expect(one).toMatchObject({ column: 0, direction: 'agree', share: 1, otherShare: 0 });
  expect(one!.p).toBeCloseTo(2 / 184_756, 12);
  expect(one!.q).toBeCloseTo(2 / 184_756, 12);
  expect(more).toEqual([]);
});

test('what two people say stands for no group, what three say may', () => {
  const said = (people: number) => listFor([[all(people, -1), all(60, 1)]]).length;
  expect([said(2), said(3)]).toEqual([0, 1]);
});

test('what a group says more often than others, but not mostly, does not stand for it', () => {
  const said = (agrees: number) => listFor([[[...all(agrees, 1), ...all(20 - agrees, 0)], all(20, 0)]]).length;
  expect([said(10), said(11)]).toEqual([0, 1]);
});

test('the largest difference comes first', () => {
  const list = listFor([
    [all(20, 1), [...all(8, 1), ...all(12, -1)]],
    [all(20, 1), all(20, -1)],
  ]);
  expect(list.map(({ column }) => column)).toEqual([1, 0]);
});
