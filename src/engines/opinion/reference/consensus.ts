import type { Tally } from '../ballots.ts';
import { shareTest, smoothed, Z90 } from './rates.ts';

/** A statement that most of all participants answer alike, in the numbers of Polis. */
export interface MajorityByPolis {
  readonly column: number;
  readonly nSuccess: number;
  readonly nTrials: number;
  readonly pSuccess: number;
  readonly pTest: number;
}

const MOST = 5;

/** Significantly more than half of all answers; the five surest. `side` holds agreements or disagreements. */
export function majorityByPolis(side: Uint32Array, answered: Uint32Array, isOut: Uint8Array): MajorityByPolis[] {
  const held: MajorityByPolis[] = [];
  for (let column = 0; column < side.length; column += 1) {
    if (isOut[column] === 1) continue;
    const nSuccess = side[column] ?? 0;
    const nTrials = answered[column] ?? 0;
    held.push({
      column,
      nSuccess,
      nTrials,
      pSuccess: smoothed(nSuccess, nTrials),
      pTest: shareTest(nSuccess, nTrials),
    });
  }
  return held
    .filter(({ pSuccess, pTest }) => pSuccess > 0.5 && pTest > Z90)
    .toSorted((a, b) => b.pSuccess * b.pTest - a.pSuccess * a.pTest || a.column - b.column)
    .slice(0, MOST);
}

/** Group-aware consensus: the product of the smoothed shares of agreement over all groups. */
export function groupAwareByPolis(groups: readonly Tally[], size: number): Float64Array {
  return Float64Array.from({ length: size }, (_, column) =>
    groups.reduce((product, group) => product * smoothed(group.agrees[column] ?? 0, group.answered[column] ?? 0), 1),
  );
}

const META = 49;

/**
 * How strongly a statement is offered for voting: much agreement, few passes, far from the middle of the space, seldom
 * answered. Counts are those of grouped participants; meta statements have a fixed priority.
 */
export function prioritiesByPolis(
  groups: readonly Tally[],
  extremities: Float64Array,
  isMeta: Uint8Array,
): Float64Array {
  const sum = (of: (group: Tally) => Uint32Array, column: number) =>
    groups.reduce((total, group) => total + (of(group)[column] ?? 0), 0);
  return extremities.map((extremity, column) => {
    if (isMeta[column] === 1) return META;
    const agrees = sum((group) => group.agrees, column);
    const answered = sum((group) => group.answered, column);
    const passes = answered - agrees - sum((group) => group.disagrees, column);
    const importance = (1 - smoothed(passes, answered)) * (extremity + 1) * smoothed(agrees, answered);
    return (importance * (1 + 8 * 2 ** (-answered / 5))) ** 2;
  });
}
