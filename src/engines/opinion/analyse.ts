import { tally, whoCounts, type Ballots, type Tally } from './ballots.ts';
import { divisiveOf, type Divisive } from './divisive.ts';
import { findGroups, givenGroups, type Groups } from './groups.ts';
import { prioritiesOf } from './offer.ts';
import { representativeOf, talliesOf, testStatements, type Representative } from './representative.ts';
import { sharedBy, sharingOf, type Shared, type Sharing } from './shared.ts';
import { centre, findSpace, placeParticipants, type Points, type Space } from './space.ts';
import { testStructure, type Structure } from './structure.ts';

/** Everything that can be said about a conversation. Arrays are by row (participants) or column (statements) of `ballots`. */
export interface Analysis {
  readonly ballots: Ballots;
  readonly space: Space;
  readonly places: Points;
  /** 1 for those with enough answers to be grouped. */
  readonly isCounted: Uint8Array;
  readonly structure: Structure;
  readonly groups: Groups;
  readonly tallies: { readonly all: Tally; readonly groups: readonly Tally[] };
  /** A list for each group. */
  readonly representative: readonly (readonly Representative[])[];
  readonly consensus: { readonly agree: readonly Shared[]; readonly disagree: readonly Shared[] };
  readonly sharing: Sharing;
  readonly divisive: readonly Divisive[];
  readonly priorities: Float64Array;
}

export interface Given {
  /** Groups by participant that were made elsewhere; whoever has none is not grouped. */
  readonly groups?: ReadonlyMap<string, number>;
  /** The same seed gives the same result on every machine. */
  readonly seed?: number;
}

/**
 * Reads a conversation: where opinions differ, whether groups can be seen at all, what is shared and what parts people.
 *
 * ```ts
 * const box = openBallotBox();
 * box.cast('anna', '1', 1);
 * const { groups, consensus } = analyse(box.count([{ id: '1' }]));
 * ```
 */
export function analyse(ballots: Ballots, given: Given = {}): Analysis {
  const seed = given.seed ?? 1;
  const center = centre(ballots);
  const space = findSpace(ballots, center);
  const places = placeParticipants(ballots, space);
  const isCounted = whoCounts(ballots);
  const structure = testStructure(ballots, center, seed);
  const groups =
    given.groups === undefined
      ? findGroups(ballots, center, places, isCounted, structure, seed)
      : givenGroups(...labelsFrom(ballots, given.groups), places);

  const all = tally(ballots);
  // With one group everybody is in it, also those who answered too little to be grouped.
  const tallies = groups.k > 1 ? talliesOf(ballots, groups.labels, groups.k) : [all];
  const tested = testStatements(ballots, groups);
  const sharing = sharingOf(tallies, ballots.statements.length, 'agrees');
  const rejection = sharingOf(tallies, ballots.statements.length, 'disagrees');
  return {
    ballots,
    space,
    places,
    isCounted,
    structure,
    groups,
    tallies: { all, groups: tallies },
    representative: representativeOf(ballots, groups, tested),
    consensus: {
      agree: sharedBy(tallies, sharing, 'agrees', ballots.isOut),
      disagree: sharedBy(tallies, rejection, 'disagrees', ballots.isOut),
    },
    sharing,
    divisive: divisiveOf(ballots, all, tallies, tested),
    priorities: prioritiesOf(ballots, all, space),
  };
}

/** Labels by row, and how many groups there are: one more than the highest number. */
export function labelsFrom(ballots: Ballots, groups: ReadonlyMap<string, number>): [Int32Array, number] {
  const labels = Int32Array.from(ballots.participants, (id) => groups.get(id) ?? -1);
  return [labels, labels.reduce((most, label) => Math.max(most, label), 0) + 1];
}
