import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openBallotBox } from './ballot-box.ts';
import type { Answer } from './ballots.ts';
import { centre, findSpace, placeParticipants, spaceWithout } from './space.ts';

const ANSWER = fc.constantFrom<Answer>(-1, 0, 1);
/** Twelve people who all answer statement 9, and other statements as they like. */
const VOTES = fc.array(fc.array(fc.option(ANSWER), { minLength: 7, maxLength: 7 }), { minLength: 12, maxLength: 12 });

function count(votes: readonly (readonly (Answer | null)[])[], left: number | null) {
  const box = openBallotBox();
  for (const [one, answers] of votes.entries()) {
    box.cast(String(one), '9', one % 3 === 0 ? 1 : -1);
    for (const [statement, answer] of answers.entries())
      if (answer !== null && statement !== left) box.cast(String(one), String(statement), answer);
  }
  return box.count();
}

test('left out for a trial, a statement is as if it had never been there', () => {
  fc.assert(
    fc.property(VOTES, fc.nat(6), (votes, left) => {
      const whole = count(votes, null);
      const isOut = Uint8Array.from(whole.statements, (id) => (id === String(left) ? 1 : 0));
      const trial = placeParticipants(whole, spaceWithout(whole, centre(whole), isOut, 1e-12), isOut);
      const without = count(votes, left);
      const places = placeParticipants(without, findSpace(without));
      const { shares } = findSpace(without);
      // Directions that carry as much may be turned.
      fc.pre(shares[0] - shares[1] > 0.01);
      const first = ({ x }: typeof places, ids: readonly string[]) => new Map(ids.map((id, row) => [id, x[row]!]));
      const there = first(places, without.participants);
      for (const [id, along] of first(trial, whole.participants)) expect(along).toBeCloseTo(there.get(id)!, 6);
    }),
  );
});

test('the largest entry of a component is positive', () => {
  fc.assert(
    fc.property(VOTES, (votes) => {
      for (const component of findSpace(count(votes, null)).components) {
        const [low, high] = [Math.min(...component), Math.max(...component)];
        expect(high).toBeGreaterThanOrEqual(-low * (1 - 1e-9));
      }
    }),
  );
});
