import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openBallotBox, type BallotBox } from './ballot-box.ts';
import { answersOf, tally, whoCounts, type Answer, type Ballots } from './ballots.ts';
import { byId } from './ids.ts';

type Cast = readonly [participant: string, statement: string, answer: Answer | null, at?: number];

function count(casts: readonly Cast[]): Ballots {
  const box: BallotBox = openBallotBox();
  for (const cast of casts) box.cast(...cast);
  return box.count();
}

function votesIn(ballots: Ballots): Record<string, Record<string, number>> {
  return Object.fromEntries(
    ballots.participants.map((id, row) => [
      id,
      Object.fromEntries(
        Array.from({ length: answersOf(ballots, row) }, (_, at) => {
          const place = ballots.starts[row]! + at;
          return [ballots.statements[ballots.columns[place]!]!, ballots.answers[place]!];
        }),
      ),
    ]),
  );
}

test('of several votes of one person on one statement the last counts', () => {
  const votes = votesIn(
    count([
      ['anna', '1', 1],
      ['ben', '1', 1],
      ['anna', '1', -1],
    ]),
  );
  expect(votes).toEqual({ anna: { '1': -1 }, ben: { '1': 1 } });
});

test('with times the latest counts, wherever it stands', () => {
  expect(
    votesIn(
      count([
        ['anna', '1', -1, 20],
        ['anna', '1', 1, 10],
      ]),
    ),
  ).toEqual({ anna: { '1': -1 } });
});

test('two different answers at the same instant count as a pass, in both orders', () => {
  const there: Cast[] = [
    ['anna', '1', 1, 5],
    ['anna', '1', -1, 5],
  ];
  expect(votesIn(count(there))).toEqual({ anna: { '1': 0 } });
  expect(votesIn(count(there.toReversed()))).toEqual({ anna: { '1': 0 } });
});

test('an answer that is taken back is gone, and so is a person or a statement without any', () => {
  const ballots = count([
    ['anna', '1', 1],
    ['anna', '2', 1],
    ['anna', '2', null],
    ['ben', '1', 1],
    ['ben', '1', null],
  ]);
  expect(votesIn(ballots)).toEqual({ anna: { '1': 1 } });
  expect(ballots.statements).toEqual(['1']);
});

test('statements stand in the order of their ids, numbers by their value', () => {
  expect(
    count([
      ['anna', '10', 1],
      ['anna', '9', 1],
      ['anna', 'b', 1],
      ['anna', '010', 1],
    ]).statements,
  ).toEqual(['9', '10', '010', 'b']);
});

test('the order of ids is an order', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat().map(String), fc.string(), (a, b, c) => {
      expect(Math.sign(byId(a, b))).toBe(-Math.sign(byId(b, a)) || 0);
      const sorted = [a, b, c].toSorted(byId);
      expect(sorted.toReversed().toSorted(byId)).toEqual(sorted);
    }),
  );
});

const ANSWER = fc.constantFrom<Answer>(-1, 0, 1);
const CASTS = fc.uniqueArray(fc.tuple(fc.nat(12), fc.nat(9), ANSWER), {
  selector: ([participant, statement]) => `${participant}/${statement}`,
  maxLength: 80,
});

test('shuffled votes give the same ballots, byte for byte', () => {
  fc.assert(
    fc.property(
      CASTS.chain((casts) => fc.tuple(fc.constant(casts), fc.shuffledSubarray(casts, { minLength: casts.length }))),
      ([casts, shuffled]) => {
        const cast = ([participant, statement, answer]: (typeof casts)[number]): Cast => [
          String(participant),
          String(statement),
          answer,
          100 * participant + statement,
        ];
        expect(count(shuffled.map(cast))).toEqual(count(casts.map(cast)));
        const timeless = (one: (typeof casts)[number]): Cast => [String(one[0]), String(one[1]), one[2]];
        expect(count(shuffled.map(timeless))).toEqual(count(casts.map(timeless)));
      },
    ),
  );
});

test('other names for the people change nothing but the names', () => {
  fc.assert(
    fc.property(CASTS, (casts) => {
      const named = (name: (participant: number) => string) =>
        count(casts.map(([participant, statement, answer]) => [name(participant), String(statement), answer]));
      const [one, other] = [named((participant) => `a${participant}`), named((participant) => `z${99 - participant}`)];
      expect([other.starts, other.columns, other.answers]).toEqual([one.starts, one.columns, one.answers]);
    }),
  );
});

test('the same vote again changes nothing', () => {
  fc.assert(
    fc.property(CASTS, (casts) => {
      const cast = casts.map(([participant, statement, answer]): Cast => [`${participant}`, `${statement}`, answer]);
      expect(count([...cast, ...cast])).toEqual(count(cast));
    }),
  );
});

test('passes are answers, and every answer is counted once', () => {
  fc.assert(
    fc.property(CASTS, (casts) => {
      const ballots = count(
        casts.map(([participant, statement, answer]) => [`${participant}`, `${statement}`, answer]),
      );
      const { agrees, disagrees, answered } = tally(ballots);
      const sum = (counts: Uint32Array) => counts.reduce((total, one) => total + one, 0);
      expect(sum(answered)).toBe(casts.length);
      expect(sum(agrees)).toBe(casts.filter(([, , answer]) => answer === 1).length);
      expect(sum(disagrees)).toBe(casts.filter(([, , answer]) => answer === -1).length);
    }),
  );
});

test('of equally active ones whoever came first fills up', () => {
  const casts = Array.from({ length: 20 }, (_, one): Cast => [`p${(one * 7) % 20}`, String(one % 3), 1, 100 - one]);
  const ballots = count([...casts, ['late', '1', 1, 200], ['late', '2', -1, 201]]);
  const left = ballots.participants.filter((_, row) => whoCounts(ballots)[row] === 0);
  expect(left.toSorted()).toEqual(
    casts
      .slice(0, 6)
      .map(([id]) => id)
      .toSorted(),
  );
});

test('of equally active ones who came at once it is drawn who fills up: no answer goes before another', () => {
  const ballots = count(Array.from({ length: 30 }, (_, one): Cast => [`p${one}`, String(one), 1]));
  const filled = ballots.participants
    .filter((_, row) => whoCounts(ballots)[row] === 1)
    .map((id) => Number(id.slice(1)));
  expect(filled).toHaveLength(15);
  expect(filled.filter((one) => one < 15).length).toBeGreaterThan(2);
  expect(filled.filter((one) => one >= 15).length).toBeGreaterThan(2);
});

test('more statements than there is room for are refused, and all others stay welcome', () => {
  const box = openBallotBox();
  for (let one = 0; one < 65_535; one += 1) box.cast('anna', String(one), 1);
  expect(() => box.cast('anna', 'one more', 1)).toThrow(RangeError);
  box.cast('ben', '65534', -1);
  const ballots = box.count();
  expect(ballots.statements).toHaveLength(65_535);
  expect(tally(ballots).disagrees[65_534]).toBe(1);
});

test('seven answers are enough to count; the most active fill up to fifteen', () => {
  const active = (people: number, answers: number, name: string): Cast[] =>
    Array.from({ length: people }, (_, one) =>
      Array.from({ length: answers }, (_, statement): Cast => [`${name}${one}`, String(statement), 1]),
    ).flat();
  const counted = (ballots: Ballots) => ballots.participants.filter((_, row) => whoCounts(ballots)[row] === 1);

  const many = count([...active(15, 7, 'seven'), ...active(5, 6, 'six')]);
  expect(counted(many).every((id) => id.startsWith('seven'))).toBe(true);
  const few = count([...active(9, 7, 'seven'), ...active(10, 1, 'one'), ...active(4, 5, 'five')]);
  expect(counted(few).toSorted()).toEqual(
    [
      ...Array.from({ length: 9 }, (_, one) => `seven${one}`),
      'five0',
      'five1',
      'five2',
      'five3',
      'one0',
      'one1',
    ].toSorted(),
  );
});
