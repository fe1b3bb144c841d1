import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from './analyse.ts';
import { openBallotBox, type Statement } from './ballot-box.ts';
import type { Ballots } from './ballots.ts';
import { chance } from '../../plain/chance.ts';
import { inventVotes, type InventedVote } from './invent-votes.ts';
import { tellAnalysis } from './tell.ts';

/** Two or more camps that differ on `sides` statements and in nothing on the `others`. */
function invented(people: number, sides: number, others: number, camps: number, strength: number, seed: number) {
  return [...inventVotes({ people, sides, others, camps, strength, seed })];
}

function count(votes: readonly InventedVote[], statements: readonly Statement[] = []): Ballots {
  const box = openBallotBox();
  for (const { participant, statement, answer } of votes) box.cast(participant, statement, answer);
  return box.count(statements);
}

describe('whether there are groups', () => {
  test('in votes without any order no groups are seen, in at least 95 of 100 conversations', () => {
    const seen = Array.from({ length: 100 }, (_, seed) => analyse(count(invented(46, 0, 30, 1, 0, seed))).groups.k);
    expect(seen.filter((k) => k > 1).length).toBeLessThanOrEqual(5);
  });

  test('two camps are found as they are, in 46 people', () => {
    const { ballots, groups, structure } = analyse(count(invented(46, 15, 15, 2, 0.7, 3)));
    expect(structure.decision).toBe('structure');
    expect(groups.k).toBe(2);
    const camps = new Set(ballots.participants.map((id, row) => `${id[0]} is ${groups.labels[row]}`));
    expect(camps.size).toBe(2);
    expect(groups.stability).toBeGreaterThan(0.8);
    expect(Math.min(...groups.confidence)).toBeGreaterThan(0.8);
  });

  test('three camps are found as three, and everybody is surely in theirs', () => {
    for (let seed = 0; seed < 8; seed += 1) {
      const { groups } = analyse(count(invented(90, 24, 12, 3, 0.8, seed)));
      expect(groups.k).toBe(3);
      expect(Math.min(...groups.confidence)).toBeGreaterThan(0.85);
      expect(groups.sureness.filter((one) => one < 0.8).length).toBeLessThan(9);
    }
  });

  test('no group has less than five members', () => {
    for (let seed = 0; seed < 12; seed += 1) {
      const { groups } = analyse(count(invented(24, 8, 8, 2, 0.6, seed)));
      if (groups.k > 1) expect(Math.min(...groups.sizes)).toBeGreaterThanOrEqual(5);
    }
  });

  test('four of seven hundred who refuse everything are no group, six are', () => {
    for (const [few, smallest] of [
      [4, 5],
      [6, 6],
    ] as const)
      for (let seed = 0; seed < 3; seed += 1) {
        const throwOne = chance(seed, 'nearly all agree');
        const votes = Array.from({ length: 700 * 20 }, (_, at): InventedVote => {
          const isOneOfFew = at < few * 20;
          const answer = isOneOfFew ? -1 : throwOne(10) < 9 ? 1 : 0;
          return { participant: String(Math.floor(at / 20)), statement: String(at % 20), answer };
        });
        const { groups } = analyse(count(votes));
        if (groups.k > 1) expect(Math.min(...groups.sizes)).toBeGreaterThanOrEqual(smallest);
        if (few === 6) expect(groups.k).toBeGreaterThan(1);
      }
  });

  test('three small camps are found, numbered by their size', () => {
    for (let seed = 0; seed < 4; seed += 1) {
      const votes = invented(36, 24, 4, 3, 0.9, seed).filter(({ participant }) => {
        const [camp, one] = participant.split('/').map(Number);
        return one! >= 3 * camp!;
      });
      const { groups } = analyse(count(votes));
      expect([...groups.sizes]).toEqual([12, 11, 10]);
    }
  });

  test('one vote, one person or nothing at all is no conversation with groups', () => {
    for (const votes of [[], invented(1, 1, 0, 1, 0, 1), invented(1, 5, 5, 1, 0, 1), invented(9, 0, 1, 1, 0, 1)]) {
      const { groups, structure } = analyse(count(votes));
      expect([groups.k, structure.decision]).toEqual([1, 'none']);
    }
  });
});

describe('the same votes', () => {
  const votes = invented(46, 10, 20, 2, 0.6, 7);
  const told = JSON.stringify(tellAnalysis(analyse(count(votes))));

  test('give the same answer in any order', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const throwOne = chance(seed, 'shuffle');
        const shuffled = votes.map((vote) => ({ vote, at: throwOne(1e9) })).toSorted((a, b) => a.at - b.at);
        expect(JSON.stringify(tellAnalysis(analyse(count(shuffled.map(({ vote }) => vote)))))).toBe(told);
      }),
      { numRuns: 10 },
    );
  });

  test('give the same answer to people with other names', () => {
    const renamed = votes.map((vote) => ({ ...vote, participant: `x${1000 - Number(vote.participant.slice(2))}` }));
    const { groups, priorities, sharing } = analyse(count(renamed));
    const before = analyse(count(votes));
    expect([groups.labels, priorities, sharing]).toEqual([before.groups.labels, before.priorities, before.sharing]);
  });

  test('give the same answer to people with other names, also where few have answered much', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const few = invented(24, 6, 6, 2, 0.8, seed).filter((_, at) => chance(seed + at, 'few answer')(5) < 2);
        const named = (name: (id: string) => string) => {
          const { groups, tallies, sharing, isCounted, ballots } = analyse(
            count(few.map((vote) => ({ ...vote, participant: name(vote.participant) }))),
          );
          const grouped = [...isCounted.keys()].filter((row) => isCounted[row] === 1);
          const answers = grouped.map((row) => ballots.columns.slice(ballots.starts[row], ballots.starts[row + 1]));
          return [groups.k, groups.sizes, tallies, sharing, answers];
        };
        expect(named((id) => `${chance(seed, id)(1e9)}`)).toEqual(named((id) => id));
      }),
      { numRuns: 40 },
    );
  });

  test('give a finite number everywhere', () => {
    expect(told).not.toContain('null');
  });
});

describe('what a group says more than others', () => {
  test.each([
    { sides: 10, others: 20, strength: 0.6, least: 5 },
    // Weak camps: groups follow chance as much as camps, and what they were sorted by would look like theirs.
    { sides: 5, others: 25, strength: 0.6, least: 0.3 },
  ])(
    'is false in at most one of ten, where $sides of 30 statements part two camps',
    ({ sides, others, strength, least }) => {
      const shares: number[] = [];
      let said = 0;
      for (let seed = 0; seed < 40; seed += 1) {
        const { ballots, groups, representative } = analyse(count(invented(46, sides, others, 2, strength, seed)));
        if (groups.k === 1) continue;
        for (const list of representative) {
          said += list.length;
          const wrong = list.filter(({ column }) => Number(ballots.statements[column]) >= sides).length;
          shares.push(wrong / Math.max(1, list.length));
        }
      }
      expect(said).toBeGreaterThan(least * shares.length);
      expect(shares.reduce((sum, one) => sum + one, 0) / shares.length).toBeLessThanOrEqual(0.1);
    },
  );

  test('is next to nothing where groups were drawn by lot', () => {
    let lists = 0;
    let wrong = 0;
    for (let seed = 0; seed < 60; seed += 1) {
      const votes = invented(46, 0, 30, 2, 0, seed);
      const groups = new Map(votes.map(({ participant }) => [participant, Number(participant[0])]));
      for (const list of analyse(count(votes), { groups }).representative) {
        lists += 1;
        wrong += list.length;
      }
    }
    // Of thirty statements one tenth would be three.
    expect(wrong / lists).toBeLessThan(0.3);
  });
});

describe('what parts people', () => {
  test('a statement on which camps take opposite sides is between them, one that halves every camp is within', () => {
    const within = Array.from({ length: 46 }, (_, one): InventedVote => ({
      participant: `${one % 2}/${one}`,
      statement: 'halved',
      answer: one % 4 < 2 ? 1 : -1,
    }));
    const { ballots, divisive } = analyse(count([...invented(46, 15, 15, 2, 0.8, 3), ...within]));
    const kindOf = (id: string) => divisive.find(({ column }) => ballots.statements[column] === id)?.kind;
    expect(kindOf('halved')).toBe('within');
    expect(['0', '1', '2', '3', '4'].filter((id) => kindOf(id) === 'between').length).toBeGreaterThan(3);
  });

  test('nothing is shared and parting at once', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const { consensus, divisive } = analyse(count(invented(46, 8, 22, 2, 0.7, seed)));
      const parting = new Set(divisive.map(({ column }) => column));
      for (const { column } of [...consensus.agree, ...consensus.disagree]) expect(parting.has(column)).toBe(false);
    }
  });

  test('rejected statements and those about the conversation are in no list', () => {
    const votes = invented(46, 10, 20, 2, 0.7, 11);
    const { ballots, representative, consensus, divisive, priorities } = analyse(
      count(votes, [
        { id: '0', isRejected: true },
        { id: '1', isMeta: true },
      ]),
    );
    const listed = [...representative.flat(), ...consensus.agree, ...consensus.disagree, ...divisive];
    expect(listed.map(({ column }) => ballots.statements[column])).not.toEqual(expect.arrayContaining(['0']));
    expect(listed.map(({ column }) => ballots.statements[column])).not.toEqual(expect.arrayContaining(['1']));
    expect(priorities[0]).toBe(0);
    expect(priorities[1]).toBeGreaterThan(0);
  });
});

test('in which order statements are known changes nothing', () => {
  const analysis = analyse(count(invented(20, 0, 10, 1, 0, 1)));
  const known = [{ id: 'b' }, { id: '5' }, { id: '11' }, { id: 'a', isRejected: true }];
  const told = JSON.stringify(tellAnalysis(analysis, { statements: known }));
  expect(JSON.stringify(tellAnalysis(analysis, { statements: known.toReversed() }))).toBe(told);
});

test('a statement that nobody has answered is told too, and weighs the most', () => {
  const told = tellAnalysis(analyse(count(invented(46, 0, 10, 1, 0, 1))), {
    statements: [{ id: 'new' }, { id: 'declined', isRejected: true }],
  });
  expect(told.statements.slice(-2)).toEqual(['declined', 'new']);
  expect(told.priorities['declined']).toBe(0);
  expect(Math.max(...Object.values(told.priorities))).toBe(told.priorities['new']);
});
