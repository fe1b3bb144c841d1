import { expect, test } from 'vitest';
import { openBallotBox } from './ballot-box.ts';
import { inventVotes } from './invent-votes.ts';
import { centre } from './space.ts';
import { STRUCTURE_LEVEL, testStructure } from './structure.ts';

function tested(strength: number, seed: number) {
  const box = openBallotBox();
  for (const { participant, statement, answer } of inventVotes({
    people: 46,
    camps: 2,
    sides: 8,
    others: 12,
    strength,
    seed,
  }))
    box.cast(participant, statement, answer);
  const ballots = box.count();
  return testStructure(ballots, centre(ballots), 1);
}

test('structure is said exactly where p is within the level, however early the test stopped', () => {
  const seen = new Set<string>();
  for (let seed = 0; seed < 12; seed += 1)
    for (const strength of [0, 0.3, 0.4, 0.8]) {
      const { p, decision, draws } = tested(strength, seed);
      expect(decision).toBe(p <= STRUCTURE_LEVEL ? 'structure' : 'none');
      // Never seen in n deals is not never: one more is added to both.
      if (draws === 49) expect(Math.round(p * 50)).toBeGreaterThanOrEqual(1);
      if (draws === 49) expect(p * 50).toBeCloseTo(Math.round(p * 50), 9);
      if (draws < 49 && decision === 'none') expect(p * draws).toBeCloseTo(6, 9);
      if (draws < 49 && decision === 'structure') expect(draws).toBe(19);
      seen.add(`${decision} ${draws < 49 ? 'early' : 'at last'}`);
    }
  expect(seen.size).toBe(4);
});
