import { analyse, openBallotBox, tellAnalysis, type Ballots, type Statement } from '../../engines/opinion/index.ts';
import type { Answers } from './ballot.ts';
import { LEAST_COMMON, LEAST_PEOPLE } from './conversation.ts';
import type { StatementState } from './statement.ts';

export interface Counts {
  readonly agree: number;
  readonly disagree: number;
  readonly pass: number;
}

/** `agreed` and `refused` are common ground; `parting` is worth talking about. */
export type Standing = 'agreed' | 'refused' | 'parting' | 'other';

export interface StatementResult {
  readonly id: string;
  readonly standing: Standing;
  /** Null where fewer than eight have answered. */
  readonly counts: Counts | null;
  /** By group; null where a number could be that of single persons, also by subtraction. */
  readonly groups: readonly Counts[] | null;
  /** How much it is shared (or its refusal), 0 to 1, with the interval that holds the truth nine times of ten. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** How much one more answer would tell. */
  readonly priority: number;
}

/** Where a group stands on the map: its middle and how far its people are from there, on average. */
export interface GroupResult {
  readonly size: number;
  readonly x: number;
  readonly y: number;
  readonly spread: number;
  /** How much of it stays together when statements are missing, 0 to 1. */
  readonly confidence: number;
  /** Statements that it says clearly more often than all others. */
  readonly says: readonly { readonly id: string; readonly agrees: boolean }[];
}

/** What is kept and shown of the votes: nothing in it belongs to a person. */
export interface Result {
  readonly participants: number;
  /** The probability of as much order in the answers if there were none behind it. */
  readonly p: number;
  readonly hasGroups: boolean;
  readonly stability: number;
  readonly groups: readonly GroupResult[];
  /** The first that are common, then those that part people, then the others. */
  readonly statements: readonly StatementResult[];
  /** By statement: its mean answer and how it lies on the map, nothing but 0 where it shows no counts. Null where there is no map. */
  readonly plane: Readonly<Record<string, readonly [number, number, number]>> | null;
}

/** A group is never smaller; nor is a number that is shown about one. */
export const LEAST_MEMBERS = 5;

/** The same result with other ids of its statements. What is drawn by chance depends on the ids, so they are changed last. */
export function withIds(result: Result, idOf: (id: string) => string): Result {
  const { statements, groups, plane } = result;
  const renamed = <One extends { readonly id: string }>(one: One) => ({ ...one, id: idOf(one.id) });
  return {
    ...result,
    statements: statements.map(renamed),
    groups: groups.map((group) => ({ ...group, says: group.says.map(renamed) })),
    plane: plane === null ? null : Object.fromEntries(Object.entries(plane).map(([id, at]) => [idOf(id), at])),
  };
}

interface Known {
  readonly id: string;
  readonly state: StatementState;
}

/** What the answers say, in whichever order they lie; null below eight people. */
export function resultOf(ballots: readonly Answers[], statements: readonly Known[]): Result | null {
  const box = openBallotBox();
  for (const [at, answers] of ballots.entries())
    for (const [id, answer] of Object.entries(answers)) box.cast(String(at), id, answer);
  return resultOfVotes(box.count(statements.map(knownOf)), statements.map(knownOf));
}

function knownOf({ id, state }: Known) {
  return { id, isRejected: state !== 'open' };
}

/** The same of votes that were counted already. */
export function resultOfVotes(votes: Ballots, known: readonly Statement[]): Result | null {
  const participants = votes.participants.length;
  if (participants < LEAST_PEOPLE) return null;
  const open = known.filter(({ isRejected }) => isRejected !== true).map(({ id }) => id);
  const analysis = analyse(votes);
  const told = tellAnalysis(analysis, { statements: known });
  const { tallies, groups, places } = analysis;
  const standings = standingsOf(told);
  const hasGroups = groups.k > 1;
  const countsIn = (tally: (typeof tallies)['all'], column: number): Counts => {
    const agree = tally.agrees[column] ?? 0;
    const disagree = tally.disagrees[column] ?? 0;
    return { agree, disagree, pass: (tally.answered[column] ?? 0) - agree - disagree };
  };
  const columns = new Map(analysis.ballots.statements.map((id, column) => [id, column]));
  const results = open.map((id) => statementAt(id));
  const counted = new Set(results.filter(({ counts }) => counts !== null).map(({ id }) => id));
  return {
    participants,
    p: told.groups.structure.p,
    hasGroups,
    stability: hasGroups ? groups.stability : 0,
    groups: hasGroups ? Array.from({ length: groups.k }, (_, group) => groupAt(group)) : [],
    statements: results.toSorted(byStanding),
    plane: hasGroups ? planeOf(told, counted) : null,
  };

  function groupAt(group: number): GroupResult {
    const rows = [...groups.labels.keys()].filter((row) => groups.labels[row] === group);
    const mean = (values: Float64Array) => rows.reduce((sum, row) => sum + (values[row] ?? 0), 0) / rows.length;
    const [x, y] = [mean(places.x), mean(places.y)];
    const far = rows.reduce((sum, row) => sum + Math.hypot((places.x[row] ?? 0) - x, (places.y[row] ?? 0) - y), 0);
    return {
      size: rows.length,
      x: rounded(x),
      y: rounded(y),
      spread: rounded(far / rows.length),
      confidence: rounded(groups.confidence[group] ?? 0),
      says: (told.representative[String(group)] ?? [])
        .filter(({ id }) => counted.has(id))
        .map(({ id, direction }) => ({ id, agrees: direction === 'agree' })),
    };
  }

  function statementAt(id: string): StatementResult {
    const column = columns.get(id);
    const counts = column === undefined ? null : countsIn(tallies.all, column);
    const isEnough = counts !== null && sum(counts) >= LEAST_PEOPLE;
    const byGroup = isEnough && hasGroups && column !== undefined ? groupCounts(counts, column) : null;
    const { value, low, high } = sharedAs(id);
    // These three come from the numbers of groups, which could be worked out from them where they are not told.
    const asTold = hasGroups && byGroup === null ? roughly : rounded;
    return {
      id,
      standing: isEnough ? (standings.get(id) ?? 'other') : 'other',
      counts: isEnough ? counts : null,
      groups: byGroup,
      value: isEnough ? asTold(value) : 0,
      low: isEnough ? asTold(low) : 0,
      high: isEnough ? asTold(high) : 1,
      priority: rounded(told.priorities[id] ?? 0),
    };
  }

  /** What nearly all refuse is shared in the refusal. */
  function sharedAs(id: string): { readonly value: number; readonly low: number; readonly high: number } {
    const refused = told.consensus.disagree.find((one) => one.id === id);
    const [low, high] = told.groupAwareInterval[id] ?? [0, 1];
    return refused ?? { value: told.groupAwareConsensus[id] ?? 0, low, high };
  }

  function groupCounts(all: Counts, column: number): readonly Counts[] | null {
    const each = tallies.groups.map((tally) => countsIn(tally, column));
    return isToldByGroup(all, each) ? each : null;
  }
}

/** Whether no number of a group, nor what is left beside them, is that of one to four people. */
export function isToldByGroup(all: Counts, each: readonly Counts[]): boolean {
  const rest = sum(all) - each.reduce((total, counts) => total + sum(counts), 0);
  return each.every((counts) => sum(counts) >= LEAST_MEMBERS) && (rest === 0 || rest >= LEAST_MEMBERS);
}

export function isCommon({ standing }: StatementResult): boolean {
  return standing === 'agreed' || standing === 'refused';
}

/** Whether what parts people is shown already. */
export function mayShowParting({ statements }: Result): boolean {
  return statements.filter(isCommon).length >= LEAST_COMMON;
}

export function sum({ agree, disagree, pass }: Counts): number {
  return agree + disagree + pass;
}

/** The mean of a few answers would be these answers: what is not counted lies in the middle and moves nobody. */
function planeOf({ statements, center, components }: ReturnType<typeof tellAnalysis>, counted: ReadonlySet<string>) {
  const at = (values: Readonly<Record<string, number>>, id: string) => (counted.has(id) ? rounded(values[id] ?? 0) : 0);
  return Object.fromEntries(
    statements.map((id) => [id, [at(center, id), at(components[0], id), at(components[1], id)] as const]),
  );
}

function standingsOf(told: ReturnType<typeof tellAnalysis>): ReadonlyMap<string, Standing> {
  return new Map<string, Standing>([
    ...told.divisive.map(({ id }) => [id, 'parting'] as const),
    ...told.consensus.disagree.map(({ id }) => [id, 'refused'] as const),
    ...told.consensus.agree.map(({ id }) => [id, 'agreed'] as const),
  ]);
}

const ORDER: readonly Standing[] = ['agreed', 'refused', 'parting', 'other'];

function byStanding(a: StatementResult, b: StatementResult): number {
  const rank = ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing);
  const strength = a.standing === 'agreed' ? b.low - a.low : contest(b) - contest(a);
  return rank || strength || (a.id < b.id ? -1 : 1);
}

/** 1 where as many are for as against. */
function contest({ counts, standing }: StatementResult): number {
  if (counts === null) return -1;
  const { agree, disagree } = counts;
  if (standing === 'refused') return disagree / sum(counts);
  return agree + disagree === 0 ? 0 : (4 * agree * disagree) / (agree + disagree) ** 2;
}

/** In steps of five per cent. */
export function roughly(value: number): number {
  return Math.round(value * 20) / 20;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
