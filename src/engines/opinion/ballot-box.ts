import type { Answer, Ballots } from './ballots.ts';
import { byId } from './ids.ts';
import { sortByKey } from './sort-by-key.ts';

/** What is known about a statement besides its votes. */
export interface Statement {
  readonly id: string;
  /** Turned down by whoever moderates: it shapes no groups and is shown in no list. */
  readonly isRejected?: boolean;
  /** About the conversation or the people in it ("I live here"), not about the matter. */
  readonly isMeta?: boolean;
}

/** Takes votes one at a time. Of several of one participant on one statement the last counts. */
export interface BallotBox {
  /**
   * `null` withdraws an answer. `at` is any number that grows with time; where it is missing once, the order of the
   * calls is the order of the votes. Two different answers at the same instant count as a pass.
   *
   * @throws RangeError at the 65,536th statement; all others can still be answered
   */
  cast(participant: string, statement: string, answer: Answer | null, at?: number): void;
  /** The ballots as they are now; the box stays open. A statement that nobody answered has no column. */
  count(statements?: Iterable<Statement>): Ballots;
}

const MOST_STATEMENTS = 65_535;
const WITHDRAWN = 2;

export function openBallotBox(): BallotBox {
  const people = new Map<string, number>();
  const statements = new Map<string, number>();
  let rows = new Uint32Array(1024);
  let columns = new Uint16Array(1024);
  let answers = new Int8Array(1024);
  let times = new Float64Array(1024);
  let size = 0;
  let isTimed = true;

  return {
    cast: (participant, statement, answer, at) => {
      if (size === rows.length) {
        rows = grown(rows, new Uint32Array(2 * size));
        columns = grown(columns, new Uint16Array(2 * size));
        answers = grown(answers, new Int8Array(2 * size));
        times = grown(times, new Float64Array(2 * size));
      }
      columns[size] = placeOf(statements, statement);
      if (statements.size > MOST_STATEMENTS) {
        statements.delete(statement);
        throw new RangeError(`more than ${MOST_STATEMENTS} statements`);
      }
      rows[size] = placeOf(people, participant);
      answers[size] = answer ?? WITHDRAWN;
      times[size] = at ?? 0;
      if (at === undefined || !Number.isFinite(at)) isTimed = false;
      size += 1;
    },
    count: (known = []) => {
      const time = isTimed ? (cast: number) => times[cast] ?? 0 : (cast: number) => cast;
      const inOrder = ordered(people, statements);
      const rank = (cast: number) => inOrder.columns[columns[cast] ?? 0] ?? 0;
      const kept: Kept[] = [];
      // By participant, then by statement, then as they came.
      const byRank = sortByKey(
        columns.subarray(0, size).map((_, cast) => rank(cast)),
        statements.size,
      ).things;
      const { things, starts } = sortByKey(
        byRank.map((cast) => rows[cast] ?? 0),
        people.size,
      );
      for (let row = 0; row < people.size; row += 1) {
        const casts = things.subarray(starts[row], starts[row + 1]).map((place) => byRank[place] ?? 0);
        if (isTimed) casts.sort((a, b) => rank(a) - rank(b) || time(a) - time(b) || a - b);
        const one = keepLast(row, casts, rank, time, answers);
        // Without times nobody came first: the order of lines in a file may be any.
        if (one.columns.length > 0) kept.push(isTimed ? one : { ...one, first: 0 });
      }
      return assemble(kept, inOrder, new Map([...known].map((one) => [one.id, one])));
    },
  };
}

interface Kept {
  readonly row: number;
  readonly columns: Uint16Array;
  readonly answers: Int8Array;
  readonly first: number;
}

function keepLast(
  row: number,
  casts: Uint32Array,
  rank: (cast: number) => number,
  time: (cast: number) => number,
  answers: Int8Array,
): Kept {
  const columns = new Uint16Array(casts.length);
  const given = new Int8Array(casts.length);
  let size = 0;
  let first = Infinity;
  for (let at = 0; at < casts.length; at += 1) {
    const cast = casts[at] ?? 0;
    first = Math.min(first, time(cast));
    const next = casts[at + 1];
    if (next !== undefined && rank(next) === rank(cast)) continue;
    const answer = lastOf(casts, at, rank, time, answers);
    if (answer === WITHDRAWN) continue;
    columns[size] = rank(cast);
    given[size] = answer;
    size += 1;
  }
  return { row, columns: columns.subarray(0, size), answers: given.subarray(0, size), first };
}

/** The answer that counts of those up to `at` to the same statement. */
function lastOf(
  casts: Uint32Array,
  at: number,
  rank: (cast: number) => number,
  time: (cast: number) => number,
  answers: Int8Array,
): number {
  const cast = casts[at] ?? 0;
  const answer = answers[cast] ?? 0;
  for (let before = at - 1; before >= 0; before -= 1) {
    const other = casts[before] ?? 0;
    if (rank(other) !== rank(cast) || time(other) !== time(cast)) return answer;
    if (answers[other] !== answer) return 0;
  }
  return answer;
}

interface InOrder {
  readonly people: readonly string[];
  readonly statements: readonly string[];
  /** Rank of a statement by the place at which it was first met. */
  readonly columns: Uint16Array;
}

function ordered(people: ReadonlyMap<string, number>, statements: ReadonlyMap<string, number>): InOrder {
  const sorted = [...statements.keys()].toSorted(byId);
  const columns = new Uint16Array(sorted.length);
  for (const [rank, id] of sorted.entries()) columns[statements.get(id) ?? 0] = rank;
  return { people: [...people.keys()], statements: sorted, columns };
}

function assemble(kept: readonly Kept[], inOrder: InOrder, known: ReadonlyMap<string, Statement>): Ballots {
  const used = new Uint8Array(inOrder.statements.length);
  for (const { columns } of kept) for (const column of columns) used[column] = 1;
  const columnOf = new Uint16Array(used.length);
  const statements = inOrder.statements.filter((_, column) => used[column] === 1);
  for (let column = 0, next = 0; column < used.length; column += 1) {
    columnOf[column] = next;
    next += used[column] ?? 0;
  }

  const idOf = ({ row }: Kept) => inOrder.people[row] ?? '';
  const instants = Float64Array.from(new Set(kept.map(({ first }) => first))).sort();
  const ranks = new Map(Array.from(instants, (instant, rank) => [instant, rank]));
  const sorted = kept.toSorted((a, b) => byContent(a, b) || byId(idOf(a), idOf(b)));
  const starts = new Uint32Array(sorted.length + 1);
  for (const [row, { columns }] of sorted.entries()) starts[row + 1] = (starts[row] ?? 0) + columns.length;
  const columns = new Uint16Array(starts.at(-1) ?? 0);
  const answers = new Int8Array(columns.length);
  for (const [row, one] of sorted.entries()) {
    columns.set(
      one.columns.map((column) => columnOf[column] ?? 0),
      starts[row],
    );
    answers.set(one.answers, starts[row]);
  }
  const told = statements.map((id) => known.get(id));
  return {
    participants: sorted.map(idOf),
    statements,
    starts,
    columns,
    answers,
    isOut: Uint8Array.from(told, (one) => (one?.isRejected === true || one?.isMeta === true ? 1 : 0)),
    isRejected: Uint8Array.from(told, (one) => (one?.isRejected === true ? 1 : 0)),
    isMeta: Uint8Array.from(told, (one) => (one?.isMeta === true ? 1 : 0)),
    arrivals: Uint32Array.from(sorted, ({ first }) => ranks.get(first) ?? 0),
  };
}

function byContent(a: Kept, b: Kept): number {
  const shared = Math.min(a.columns.length, b.columns.length);
  for (let at = 0; at < shared; at += 1) {
    const difference = (a.columns[at] ?? 0) - (b.columns[at] ?? 0) || (a.answers[at] ?? 0) - (b.answers[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.columns.length - b.columns.length;
}

function placeOf(places: Map<string, number>, id: string): number {
  const place = places.get(id);
  if (place !== undefined) return place;
  places.set(id, places.size);
  return places.size - 1;
}

function grown<Numbers extends Uint32Array | Uint16Array | Int8Array | Float64Array>(
  from: Numbers,
  into: Numbers,
): Numbers {
  into.set(from);
  return into;
}
