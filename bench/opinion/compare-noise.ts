import {
  analyse,
  analyseLikePolis,
  inventVotes,
  openBallotBox,
  type Ballots,
  type Invention,
} from '../../src/engines/opinion/index.ts';
import { sharingOf } from '../../src/engines/opinion/shared.ts';
import { report, rounded } from '../report.ts';

const BENCH = 'opinion';
const RUNS = 400;
const POLIS = 'procedure of Polis (reference mode), same votes';

/** B3, first half: what is said about votes in which everybody answers for themselves. */
export function compareNoise(): void {
  for (const [people, statements, density] of [
    [46, 30, 1],
    [46, 30, 0.5],
    [30, 20, 1],
    [100, 60, 1],
    [100, 60, 0.3],
  ] as const) {
    const own = { none: 0, lists: 0, listed: 0 };
    const byPolis = { none: 0, lists: 0, listed: 0 };
    for (let seed = 0; seed < RUNS; seed += 1) {
      const ballots = invented({ people, camps: 1, sides: 0, others: statements, strength: 0, density, seed });
      const { groups, representative } = analyse(ballots);
      count(own, groups.k, representative);
      const polis = analyseLikePolis(ballots);
      count(byPolis, polis.k, polis.representative);
    }
    const figure = `${people} × ${statements}${density < 1 ? `, ${density * 100} % answered` : ''}`;
    const share = own.none / RUNS;
    report({
      bench: BENCH,
      figure: `B3 ${figure}: no groups seen in ${RUNS} conversations without any order`,
      value: rounded(share),
      unit: 'of all',
      peer: POLIS,
      peerValue: rounded(byPolis.none / RUNS),
      goal: '>= 0.95',
      met: share >= 0.95,
    });
    report({
      bench: BENCH,
      figure: `B4 ${figure}: statements called representative for a group there (Polis lists five at most)`,
      value: rounded(own.listed / own.lists),
      unit: 'a group',
      peer: POLIS,
      peerValue: rounded(byPolis.listed / byPolis.lists),
    });
  }
}

interface Seen {
  none: number;
  lists: number;
  listed: number;
}

function count(seen: Seen, k: number, lists: readonly (readonly unknown[])[]): void {
  if (k < 2) seen.none += 1;
  seen.lists += lists.length;
  seen.listed += lists.flat().length;
}

/** B4: camps that differ on ten statements and on nothing else. What is said of the others is false. */
export function comparePlanted(): void {
  for (const [people, strength] of [
    [46, 0.6],
    [46, 0.8],
    [200, 0.6],
  ] as const) {
    let said = 0;
    let wrong = 0;
    let saidByPolis = 0;
    let wrongByPolis = 0;
    let lists = 0;
    for (let seed = 0; seed < 100; seed += 1) {
      const ballots = invented({ people, camps: 2, sides: 10, others: 20, strength, seed });
      const isFalse = ({ column }: { readonly column: number }) => Number(ballots.statements[column]) >= 10;
      const { representative } = analyse(ballots);
      lists += representative.length;
      said += representative.flat().length;
      wrong += representative.flat().filter(isFalse).length;
      const byPolis = analyseLikePolis(ballots).representative.flat();
      saidByPolis += byPolis.length;
      wrongByPolis += byPolis.filter(isFalse).length;
    }
    const share = wrong / Math.max(1, said);
    const figure = `B4 two camps of ${people} people, strength ${strength}`;
    report({
      bench: BENCH,
      figure: `${figure}: false ones among what is called representative`,
      value: rounded(share),
      unit: 'of all',
      peer: POLIS,
      peerValue: rounded(wrongByPolis / saidByPolis),
      goal: '<= 0.1',
      met: share <= 0.1,
    });
    report({
      bench: BENCH,
      figure: `${figure}: true ones found`,
      value: rounded((said - wrong) / lists),
      unit: 'a group, of 10',
      peer: `${POLIS}, five a group at most`,
    });
  }
}

/** B5: consensus that can be compared over numbers of groups and counts disagreement. */
export function compareConsensus(): void {
  const value = (groups: number, agree: number, disagree: number) =>
    sharingOf(
      Array.from({ length: groups }, () => ({
        agrees: Uint32Array.of(agree),
        disagrees: Uint32Array.of(disagree),
        answered: Uint32Array.of(100),
      })),
      1,
      'agrees',
    ).value[0] ?? 0;
  const values = [2, 3, 4, 5, 6].map((groups) => value(groups, 93, 2));
  const spread = Math.max(...values) - Math.min(...values);
  report({
    bench: BENCH,
    figure: 'B5 93 % agreement in 2 to 6 groups: largest difference',
    value: rounded(spread),
    unit: '',
    peer: 'product of Polis',
    peerValue: rounded((94 / 102) ** 2 - (94 / 102) ** 6),
    goal: '<= 0.01',
    met: spread <= 0.01,
  });
  const isLess = value(3, 60, 40) < value(3, 60, 5);
  report({
    bench: BENCH,
    figure: 'B5 60 against 40 is less than 60 against 5',
    value: rounded(value(3, 60, 40) / value(3, 60, 5)),
    unit: 'of it',
    peer: 'product of Polis',
    peerValue: 1,
    goal: '< 1',
    met: isLess,
  });
}

export function invented(invention: Invention): Ballots {
  const box = openBallotBox();
  for (const { participant, statement, answer } of inventVotes(invention)) box.cast(participant, statement, answer);
  return box.count();
}
