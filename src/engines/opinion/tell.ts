import type { Analysis } from './analyse.ts';
import type { Statement } from './ballot-box.ts';
import type { Ballots, Tally } from './ballots.ts';
import { byId } from './ids.ts';
import { FRESH_PRIORITY } from './offer.ts';
import type { AnalysisByPolis } from './reference/analyse.ts';
import type { Points, Space } from './space.ts';

type ByStatement<Value> = Readonly<Record<string, Value>>;
type Plane = readonly [number, number];

/** What both ways of computing tell alike. Ids are strings; whatever belongs to a statement stands under its id. */
interface ToldPlane {
  readonly participants: readonly string[];
  readonly statements: readonly string[];
  readonly center: ByStatement<number>;
  readonly components: readonly [ByStatement<number>, ByStatement<number>];
  readonly positions: Readonly<Record<string, Plane>>;
}

/** What else is known for telling: all statements, also unanswered ones, and the names of given groups. */
export interface Told {
  readonly statements?: readonly Statement[];
  readonly groupIds?: readonly string[];
}

/** An analysis as plain JSON. Labels and positions belong to persons: not for publishing. */
export function tellAnalysis(analysis: Analysis, { statements = [], groupIds = [] }: Told = {}) {
  const { ballots, groups, structure, sharing, tallies } = analysis;
  const answered = new Set(ballots.statements);
  const unanswered = statements.filter((one) => !answered.has(one.id)).toSorted((a, b) => byId(a.id, b.id));
  const id = idIn(ballots);
  const group = (number: number) => groupIds[number] ?? String(number);
  const byGroup = <Value>(values: ArrayLike<Value>) =>
    Object.fromEntries(Array.from(values, (value, number) => [group(number), value]));
  return {
    ...tellPlane(ballots, analysis.space, analysis.places, unanswered),
    groups: {
      k: groups.k,
      structure: { p: structure.p, decision: structure.decision, draws: structure.draws },
      labels: tellLabels(ballots, groups.labels, group),
      sizes: byGroup(groups.sizes),
      silhouette: groups.silhouette,
      stability: groups.stability,
      confidence: byGroup(groups.confidence),
    },
    representative: byGroup(
      analysis.representative.map((list) => list.map(({ column, ...rest }) => ({ id: id(column), ...rest }))),
    ),
    consensus: {
      agree: analysis.consensus.agree.map(({ column, ...rest }) => ({ id: id(column), ...rest })),
      disagree: analysis.consensus.disagree.map(({ column, ...rest }) => ({ id: id(column), ...rest })),
    },
    groupAwareConsensus: byStatement(ballots, (column) => sharing.value[column] ?? 0),
    groupAwareInterval: byStatement(
      ballots,
      (column) => [sharing.low[column] ?? 0, sharing.high[column] ?? 0] as const,
    ),
    divisive: analysis.divisive.map(({ column, ...rest }) => ({ id: id(column), ...rest })),
    priorities: {
      ...byStatement(ballots, (column) => analysis.priorities[column] ?? 0),
      ...Object.fromEntries(unanswered.map((one) => [one.id, one.isRejected === true ? 0 : FRESH_PRIORITY])),
    },
    votes: tellVotes(ballots, tallies.all),
  };
}

/** The reference as plain JSON, in the same shape; its lists carry the numbers of Polis. */
export function tellReference(analysis: AnalysisByPolis, { groupIds = [] }: Told = {}) {
  const { ballots, k, labels } = analysis;
  const id = idIn(ballots);
  const group = (number: number) => groupIds[number] ?? String(number);
  return {
    ...tellPlane(ballots, analysis.space, analysis.places, []),
    groups: {
      k,
      // Polis asks nothing before it groups.
      structure: { p: null, decision: 'untested' },
      labels: tellLabels(ballots, labels, group),
    },
    representative: Object.fromEntries(
      analysis.representative.map((list, number) => [
        group(number),
        list.map(({ column, ...rest }) => ({ id: id(column), ...rest })),
      ]),
    ),
    consensus: {
      agree: analysis.consensus.agree.map(({ column, ...rest }) => ({ id: id(column), ...rest })),
      disagree: analysis.consensus.disagree.map(({ column, ...rest }) => ({ id: id(column), ...rest })),
    },
    groupAwareConsensus: byStatement(ballots, (column) => analysis.groupAware[column] ?? 0),
    divisive: [],
    priorities: byStatement(ballots, (column) => analysis.priorities[column] ?? 0),
  };
}

function tellPlane(
  ballots: Ballots,
  { center, components }: Space,
  places: Points,
  unanswered: readonly Statement[],
): ToldPlane {
  const rows = [...ballots.participants.entries()].toSorted(([, a], [, b]) => byId(a, b));
  const nothing = Object.fromEntries(unanswered.map(({ id }) => [id, 0]));
  const each = (values: Float64Array) => ({ ...byStatement(ballots, (column) => values[column] ?? 0), ...nothing });
  return {
    participants: rows.map(([, id]) => id),
    statements: [...ballots.statements, ...unanswered.map(({ id }) => id)].toSorted(byId),
    center: each(center),
    components: [each(components[0]), each(components[1])],
    positions: Object.fromEntries(rows.map(([row, id]) => [id, [places.x[row] ?? 0, places.y[row] ?? 0] as const])),
  };
}

function tellLabels(ballots: Ballots, labels: Int32Array, group: (number: number) => string) {
  return Object.fromEntries(
    [...ballots.participants.entries()]
      .filter(([row]) => (labels[row] ?? -1) >= 0)
      .toSorted(([, a], [, b]) => byId(a, b))
      .map(([row, id]) => [id, group(labels[row] ?? 0)]),
  );
}

function tellVotes(ballots: Ballots, { agrees, disagrees, answered }: Tally) {
  return byStatement(ballots, (column) => {
    const agree = agrees[column] ?? 0;
    const disagree = disagrees[column] ?? 0;
    return { agree, disagree, pass: (answered[column] ?? 0) - agree - disagree };
  });
}

function byStatement<Value>(ballots: Ballots, value: (column: number) => Value): ByStatement<Value> {
  return Object.fromEntries(ballots.statements.map((id, column) => [id, value(column)]));
}

function idIn(ballots: Ballots) {
  return (column: number) => ballots.statements[column] ?? '';
}
