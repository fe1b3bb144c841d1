import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyse } from './analyse.ts';
import { openBallotBox } from './ballot-box.ts';
import type { Answer, Ballots } from './ballots.ts';
import { inventVotes, type InventedVote } from './invent-votes.ts';
import { tally } from './ballots.ts';
import { FRESH_PRIORITY, offersFor, prioritiesOf } from './offer.ts';

const VOTES = [...inventVotes({ people: 40, camps: 2, sides: 4, others: 8, strength: 0.5, seed: 1 })];

function count(votes: readonly InventedVote[]): Ballots {
  const box = openBallotBox();
  for (const { participant, statement, answer } of votes) box.cast(participant, statement, answer);
  return box.count();
}

test('disagreement is not shown less often: turned round, a statement weighs the same', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.nat(29), (seed, turned) => {
      const votes = [...inventVotes({ people: 20, camps: 2, sides: 5, others: 25, strength: 0.5, seed })];
      const round: Record<Answer, Answer> = { '1': -1, '0': 0, '-1': 1 };
      const mirrored = votes.map((vote) =>
        vote.statement === String(turned) ? { ...vote, answer: round[vote.answer] } : vote,
      );
      const weigh = (some: readonly InventedVote[]) => {
        const { priorities, ballots } = analyse(count(some));
        return priorities[ballots.statements.indexOf(String(turned))]!;
      };
      expect(weigh(mirrored)).toBeCloseTo(weigh(votes), 9);
    }),
    { numRuns: 15 },
  );
});

test('the weight of a statement: worked by hand', () => {
  const ballots = count(
    ([1, 1, -1, 0] as const).map((answer, one) => ({ participant: String(one), statement: 'one', answer })),
  );
  const space = {
    center: Float64Array.of(0.25),
    components: [Float64Array.of(0.6), Float64Array.of(0.8)] as const,
    shares: [1, 0] as const,
  };
  // Half an answer of each kind more: 2.5, 1.5 and 1.5 of 5.5.
  const variance = 4 / 5.5 - (1 / 5.5) ** 2;
  const place = Math.sqrt(variance) / (1 + Math.sqrt(variance));
  const [weight] = prioritiesOf(ballots, tally(ballots), space);
  expect(weight).toBeCloseTo((((4 / 5.5) ** 2 * (1 + place)) / 5.5) * variance, 12);
  expect(FRESH_PRIORITY).toBeCloseTo(((2 / 3) ** 2 * (2 / 3)) / 1.5, 12);
});

test('of statements that are answered alike the one with fewer answers comes first', () => {
  const few = [...Array(8).keys()].map((one): InventedVote => ({
    participant: `${one % 2}/${one}`,
    statement: 'few',
    answer: one % 4 < 2 ? 1 : -1,
  }));
  const many = [...Array(40).keys()].map((one): InventedVote => ({
    participant: `${one % 2}/${one}`,
    statement: 'many',
    answer: one % 4 < 2 ? 1 : -1,
  }));
  const { priorities, ballots } = analyse(count([...VOTES, ...few, ...many]));
  const weightOf = (id: string) => priorities[ballots.statements.indexOf(id)]!;
  expect(weightOf('few')).toBeGreaterThan(2 * weightOf('many'));
});

test('what most people skip is shown less', () => {
  const skipped = VOTES.map((vote) =>
    vote.statement === '7' && Number(vote.participant.slice(2)) < 30 ? { ...vote, answer: 0 as const } : vote,
  );
  const weight = (votes: readonly InventedVote[]) => analyse(count(votes)).priorities[7]!;
  expect(weight(skipped)).toBeLessThan(weight(VOTES));
});

test('nobody is offered what they have answered, and what one’s own group said little to comes sooner', () => {
  const mine = '0/38';
  const votes = VOTES.filter(({ participant, statement }) => participant !== mine || Number(statement) > 8);
  const ballots = count(votes);
  const { tallies, priorities, groups } = analyse(ballots, {
    groups: new Map(votes.map(({ participant }) => [participant, Number(participant[0])])),
  });
  const row = ballots.participants.indexOf(mine);
  const offered = offersFor(ballots, row, priorities, tallies.all, null).map(({ column }) =>
    Number(ballots.statements[column]),
  );
  expect(offered.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);

  expect(groups.k).toBe(2);
  const silent = votes.filter(({ participant, statement }) => statement !== '6' || participant.startsWith('1'));
  const quiet = count(silent);
  const again = analyse(quiet, {
    groups: new Map(silent.map(({ participant }) => [participant, Number(participant[0])])),
  });
  const weightFor = (group: number) =>
    offersFor(
      quiet,
      quiet.participants.indexOf(mine),
      again.priorities,
      again.tallies.all,
      again.tallies.groups[group]!,
    ).find(({ column }) => quiet.statements[column] === '6')!.weight;
  expect(weightFor(0)).toBeGreaterThan(2 * weightFor(1));
});
