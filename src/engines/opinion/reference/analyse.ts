import { labelsFrom, type Given } from '../analyse.ts';
import { tally, whoCounts, type Ballots, type Tally } from '../ballots.ts';
import { talliesOf } from '../representative.ts';
import { findSpace, placeParticipants, placeStatements, type Points, type Space } from '../space.ts';
import { groupAwareByPolis, majorityByPolis, prioritiesByPolis, type MajorityByPolis } from './consensus.ts';
import { groupsByPolis, turnsById } from './groups.ts';
import { representativeByPolis, type RepresentativeByPolis } from './representative.ts';

/** What Polis would say about the same votes. Arrays are by row or column of `ballots`. */
export interface AnalysisByPolis {
  readonly ballots: Ballots;
  readonly space: Space;
  readonly places: Points;
  readonly labels: Int32Array;
  readonly k: number;
  readonly representative: readonly (readonly RepresentativeByPolis[])[];
  readonly consensus: { readonly agree: readonly MajorityByPolis[]; readonly disagree: readonly MajorityByPolis[] };
  readonly groupAware: Float64Array;
  readonly priorities: Float64Array;
}

/** The reference: the statistics of Polis to the last digit, for comparing. Groups are made its way or given. */
export function analyseLikePolis(ballots: Ballots, given: Given = {}): AnalysisByPolis {
  const space = findSpace(ballots);
  const places = placeParticipants(ballots, space);
  const [labels, k] = labelsOf(ballots, places, given);
  const all = tally(ballots);
  const groups = talliesOf(ballots, labels, k);
  const { x, y } = placeStatements(space);
  const extremities = x.map((entry, column) => Math.sqrt(entry ** 2 + (y[column] ?? 0) ** 2));
  return {
    ballots,
    space,
    places,
    labels,
    k,
    representative: groups.map((group, at) => representativeByPolis(group, without(groups, at), ballots.isOut)),
    consensus: {
      agree: majorityByPolis(all.agrees, all.answered, ballots.isOut),
      disagree: majorityByPolis(all.disagrees, all.answered, ballots.isOut),
    },
    groupAware: groupAwareByPolis(groups, ballots.statements.length),
    priorities: prioritiesByPolis(groups, extremities, ballots.isMeta),
  };
}

function labelsOf(ballots: Ballots, places: Points, given: Given): [Int32Array, number] {
  if (given.groups !== undefined) return labelsFrom(ballots, given.groups);
  const { labels, k } = groupsByPolis(ballots, places, whoCounts(ballots, turnsById));
  return [labels, k];
}

function without(groups: readonly Tally[], left: number): Tally {
  const others = groups.filter((_, at) => at !== left);
  const sum = (side: keyof Tally) =>
    Uint32Array.from(groups[left]?.[side] ?? [], (_, column) =>
      others.reduce((total, one) => total + (one[side][column] ?? 0), 0),
    );
  return { agrees: sum('agrees'), disagrees: sum('disagrees'), answered: sum('answered') };
}
