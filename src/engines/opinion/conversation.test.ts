import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyse } from './analyse.ts';
import { openBallotBox } from './ballot-box.ts';
import type { Answer } from './ballots.ts';
import { openConversation } from './conversation.ts';

const ANSWER = fc.constantFrom<Answer | null>(-1, 0, 1, null);
const VOTES = fc.array(fc.tuple(fc.nat(30), fc.nat(12), ANSWER), { maxLength: 300 });

test('vote by vote comes to the same as all votes at once', () => {
  fc.assert(
    fc.property(VOTES, VOTES, (before, after) => {
      const conversation = openConversation([{ id: '0', isRejected: true }]);
      const box = openBallotBox();
      for (const [participant, statement, answer] of before)
        conversation.vote(`p${participant}`, `${statement}`, answer);
      conversation.analysis();
      for (const [participant, statement, answer] of after)
        conversation.vote(`p${participant}`, `${statement}`, answer);
      for (const [participant, statement, answer] of [...before, ...after])
        box.cast(`p${participant}`, `${statement}`, answer);
      expect(conversation.analysis().ballots).toEqual(box.count([{ id: '0', isRejected: true }]));
    }),
    { numRuns: 40 },
  );
});

/** Two camps that are never of one mind about statements 0 to 9, and everybody about the others. */
function camped() {
  const conversation = openConversation();
  for (let one = 0; one < 40; one += 1)
    for (let statement = 0; statement < 20; statement += 1)
      conversation.vote(`p${one}`, `${statement}`, statement >= 10 || (one + statement) % 2 === 0 ? 1 : -1);
  return conversation;
}

test('right after an analysis every statement and everybody stands where the analysis says', () => {
  const conversation = camped();
  const { ballots, sharing, tallies, places, groups } = conversation.analysis();
  expect(groups.k).toBe(2);
  for (const [column, id] of ballots.statements.entries()) {
    const { agrees, disagrees, passes, shared } = conversation.standing(id);
    expect([agrees, disagrees, passes]).toEqual([tallies.all.agrees[column], tallies.all.disagrees[column], 0]);
    expect(shared).toEqual({ value: sharing.value[column], low: sharing.low[column], high: sharing.high[column] });
  }
  for (const [row, id] of ballots.participants.entries()) {
    const [x, y] = conversation.placeOf(id);
    expect(x).toBeCloseTo(places.x[row]!, 9);
    expect(y).toBeCloseTo(places.y[row]!, 9);
  }
});

test('a vote moves the standing at once, in the groups as they were', () => {
  const conversation = camped();
  conversation.analysis();
  const before = conversation.standing('15').shared.value;
  for (let one = 0; one < 10; one += 2) conversation.vote(`p${one}`, '15', -1);
  const after = conversation.standing('15');
  expect([after.agrees, after.disagrees]).toEqual([35, 5]);
  expect(after.shared.value).toBeLessThan(before);
  conversation.vote('p0', '15', null);
  expect(conversation.standing('15')).toMatchObject({ agrees: 35, disagrees: 4, passes: 0 });
  expect(conversation.analysis().sharing.value[15]).toBeLessThan(before);
});

test('the analysis is kept until the next vote', () => {
  const conversation = camped();
  const first = conversation.analysis();
  expect(conversation.analysis()).toBe(first);
  conversation.vote('p0', '15', -1);
  expect(conversation.analysis()).not.toBe(first);
});

test('before the first analysis votes are counted and nobody stands anywhere', () => {
  const conversation = openConversation();
  conversation.vote('anna', '1', 1);
  conversation.vote('ben', '1', 0);
  expect(conversation.standing('1')).toMatchObject({ agrees: 1, disagrees: 0, passes: 1 });
  expect(conversation.standing('unknown')).toMatchObject({ agrees: 0, disagrees: 0, passes: 0 });
  expect(conversation.placeOf('anna')).toEqual([0, 0]);
});

test('an analysis of the same votes is the same whether they came one by one or at once', () => {
  const box = openBallotBox();
  const conversation = openConversation();
  for (let one = 0; one < 40; one += 1)
    for (let statement = 0; statement < 12; statement += 1) {
      const answer = (one + statement) % 3 === 0 ? 1 : -1;
      box.cast(`p${one}`, `${statement}`, answer);
      conversation.vote(`p${one}`, `${statement}`, answer);
      if (one === 20) conversation.analysis();
    }
  expect(JSON.stringify(conversation.analysis())).toBe(JSON.stringify(analyse(box.count())));
});
