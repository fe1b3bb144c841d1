import { analyse, type Analysis } from './analyse.ts';
import { openBallotBox, type Statement } from './ballot-box.ts';
import type { Answer, Tally } from './ballots.ts';
import { sharingOf } from './shared.ts';

/** A conversation that goes on while it is looked at. */
export interface Conversation {
  /** Counts a vote, a changed one, or with `null` one that is taken back. The price does not grow with the conversation. */
  vote(participant: string, statement: string, answer: Answer | null): void;
  /** How a statement stands with every vote so far, in the groups of the last analysis. */
  standing(statement: string): Standing;
  /** Where somebody stands with every vote so far, in the plane of the last analysis. */
  placeOf(participant: string): readonly [number, number];
  /** Everything, as a new conversation with the same votes would give it; kept until the next vote. */
  analysis(): Analysis;
}

export interface Standing {
  readonly agrees: number;
  readonly disagrees: number;
  readonly passes: number;
  /** How much it is shared by all groups, see `sharingOf`. */
  readonly shared: { readonly value: number; readonly low: number; readonly high: number };
}

interface Count {
  agrees: number;
  disagrees: number;
  answered: number;
}

/**
 * ```ts
 * const conversation = openConversation([{ id: '1' }]);
 * conversation.vote('anna', '1', 1);
 * conversation.standing('1').agrees; // 1, at once
 * conversation.analysis().groups.k;
 * ```
 */
export function openConversation(statements: Iterable<Statement> = [], seed = 1): Conversation {
  const known = [...statements];
  const votes = new Map<string, Map<string, Answer>>();
  let kept: Analysis | null = null;
  let last: Last = { analysis: null, columns: new Map(), groupOf: new Map() };
  /** By statement: the count of all and of each group of the last analysis. */
  const counts = new Map<string, Count[]>();

  function add(participant: string, statement: string, answer: Answer, by: 1 | -1): void {
    let all = counts.get(statement);
    if (all === undefined) counts.set(statement, (all = emptyCounts(last)));
    const group = last.groupOf.get(participant);
    for (const count of [all[0], group === undefined ? undefined : all[group + 1]]) {
      if (count === undefined) continue;
      count.answered += by;
      if (answer === 1) count.agrees += by;
      if (answer === -1) count.disagrees += by;
    }
  }

  return {
    vote: (participant, statement, answer) => {
      kept = null;
      let own = votes.get(participant);
      if (own === undefined) votes.set(participant, (own = new Map()));
      const before = own.get(statement);
      if (before !== undefined) add(participant, statement, before, -1);
      own.delete(statement);
      if (answer !== null) {
        own.set(statement, answer);
        add(participant, statement, answer, 1);
      }
    },
    standing: (statement) => {
      const [all, ...groups] = counts.get(statement) ?? emptyCounts(last);
      const { agrees, disagrees, answered } = all ?? { agrees: 0, disagrees: 0, answered: 0 };
      const tallies = groups.length > 1 ? groups : [{ agrees, disagrees, answered }];
      const { value, low, high } = sharingOf(tallies.map(asTally), 1, 'agrees');
      return {
        agrees,
        disagrees,
        passes: answered - agrees - disagrees,
        shared: { value: value[0] ?? 0, low: low[0] ?? 0, high: high[0] ?? 0 },
      };
    },
    placeOf: (participant) => placeIn(last, votes.get(participant) ?? new Map()),
    analysis: () => {
      if (kept !== null) return kept;
      const box = openBallotBox();
      for (const [participant, own] of votes)
        for (const [statement, answer] of own) box.cast(participant, statement, answer);
      kept = analyse(box.count(known), { seed });
      last = remember(kept);
      counts.clear();
      for (const [participant, own] of votes)
        for (const [statement, answer] of own) add(participant, statement, answer, 1);
      return kept;
    },
  };
}

interface Last {
  readonly analysis: Analysis | null;
  readonly columns: ReadonlyMap<string, number>;
  readonly groupOf: ReadonlyMap<string, number>;
}

function remember(analysis: Analysis): Last {
  const { ballots, groups } = analysis;
  const grouped = ballots.participants.flatMap((id, row): [string, number][] => {
    const label = groups.labels[row] ?? -1;
    return label >= 0 && groups.k > 1 ? [[id, label]] : [];
  });
  return {
    analysis,
    columns: new Map(ballots.statements.map((id, column) => [id, column])),
    groupOf: new Map(grouped),
  };
}

function emptyCounts({ analysis }: Last): Count[] {
  const groups = analysis === null || analysis.groups.k < 2 ? 0 : analysis.groups.k;
  return Array.from({ length: groups + 1 }, () => ({ agrees: 0, disagrees: 0, answered: 0 }));
}

function asTally({ agrees, disagrees, answered }: Count): Tally {
  return { agrees: Uint32Array.of(agrees), disagrees: Uint32Array.of(disagrees), answered: Uint32Array.of(answered) };
}

/** The same sum as for everybody (see `placeParticipants`), over one person's answers. */
function placeIn({ analysis, columns }: Last, own: ReadonlyMap<string, Answer>): readonly [number, number] {
  if (analysis === null) return [0, 0];
  const { ballots, space } = analysis;
  let answered = ballots.isOut.reduce((sum, one) => sum + one, 0);
  let x = 0;
  let y = 0;
  for (const [statement, answer] of own) {
    const column = columns.get(statement);
    if (column === undefined || ballots.isOut[column] === 1) continue;
    const difference = answer - (space.center[column] ?? 0);
    answered += 1;
    x += difference * (space.components[0][column] ?? 0);
    y += difference * (space.components[1][column] ?? 0);
  }
  const stretch = Math.sqrt(ballots.statements.length / Math.max(1, answered));
  return [stretch * x, stretch * y];
}
