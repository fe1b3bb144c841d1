import { answerFrom, openBallotBox, type Ballots, type BallotBox } from '../../engines/opinion/index.ts';
import { BrokenCsvError, openCsv, type Cell, type CsvTable } from '../../plain/csv.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { tidy } from '../../plain/text.ts';
import { dayOf, type Day } from '../../plain/time.ts';
import { saying, type Saying } from '../../plain/words.ts';

/** The tables of an export of Polis, by what they hold. Votes are one a row, or one row a participant. */
export const EXPORT_FILES = ['comments', 'votes', 'summary'] as const;
export type ExportFile = (typeof EXPORT_FILES)[number];

/** What is wrong, at the file that it is about. */
export interface Refusal {
  readonly input: ExportFile;
  readonly told: Saying;
}

/** A conversation that was held elsewhere. Its voters are rows without a number as soon as it is read. */
export interface PolisExport {
  readonly topic: string;
  readonly description: string;
  readonly address: string;
  readonly statements: readonly ForeignStatement[];
  readonly votes: Ballots;
  /** The days of the first and the last statement or vote; null where no times are told. */
  readonly days: readonly [Day, Day] | null;
}

/** A statement under its id in the export. */
export interface ForeignStatement {
  readonly id: string;
  readonly text: string;
  readonly isRejected: boolean;
  readonly isMeta: boolean;
}

/** What is counted within the time that others on the same machine can wait. */
const MOST_STATEMENTS = 1200;
const MOST_VOTES = 200_000;
/** A table with a column a statement has no more cells than its file has signs; short rows would pretend to. */
const MOST_CELLS = 6_000_000;
const LONGEST_TEXT = 2000;

/** Ends reading, with what is wrong. */
class RefusalError extends Error {
  override readonly name = 'RefusalError';
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.told.key);
    this.refusal = refusal;
  }
}

export function readExport(files: Readonly<Record<ExportFile, Uint8Array | null>>): Result<PolisExport, Refusal> {
  try {
    return ok(readAll(files));
  } catch (error) {
    if (error instanceof RefusalError) return not(error.refusal);
    throw error;
  }
}

function readAll(files: Readonly<Record<ExportFile, Uint8Array | null>>): PolisExport {
  const times = { first: Infinity, last: -Infinity };
  const comments = readComments(
    tableOf('comments', files.comments, ['comment-id', 'comment-body', 'moderated']),
    times,
  );
  const box = openBallotBox();
  castAll(tableOf('votes', files.votes, []), new Set(comments.map(({ id }) => id)), box, times);
  const statements = comments.map(({ id, text, isRejected, isMeta }) => ({ id, text, isRejected, isMeta }));
  const votes = box.count(statements);
  if (isMirrored(votes, new Map(comments.map((one) => [one.id, one])))) refuse('votes', 'mirrored');
  const facts = readSummary(files.summary);
  return {
    topic: facts.get('topic') ?? '',
    description: facts.get('conversation-description') ?? '',
    address: /^https?:\/\/\S+$/.exec(facts.get('url') ?? '')?.[0] ?? '',
    statements,
    votes,
    days: times.first <= times.last ? [dayOf(new Date(times.first)), dayOf(new Date(times.last))] : null,
  };
}

interface Comment extends ForeignStatement {
  readonly agrees: number;
  readonly disagrees: number;
}

interface Times {
  first: number;
  last: number;
}

function readComments(table: CsvTable, times: Times): readonly Comment[] {
  const seen = new Set<string>();
  const comments = [
    ...rowsOf('comments', table, (cell, line): Comment => {
      const [id, text] = [cell('comment-id'), tidy(cell('comment-body'))];
      if (id === '' || text.length > LONGEST_TEXT || seen.has(id)) refuse('comments', 'line', { line });
      seen.add(id);
      note(times, cell);
      return {
        id,
        text,
        // What was turned down there, or says nothing, is not shown here either.
        isRejected: cell('moderated') === '-1' || text === '',
        isMeta: ['1', 'true', 't'].includes(cell('is-meta').toLowerCase()),
        agrees: Number(cell('agrees')),
        disagrees: Number(cell('disagrees')),
      };
    }),
  ];
  if (comments.length > MOST_STATEMENTS) refuse('comments', 'many', { most: MOST_STATEMENTS });
  return comments;
}

function castAll(table: CsvTable, ids: ReadonlySet<string>, box: BallotBox, times: Times): void {
  const isList = ['voter-id', 'comment-id', 'vote'].every((name) => table.columns.includes(name));
  const asked = table.columns.filter((column) => ids.has(column));
  if (!isList && (!table.columns.includes('participant') || asked.length === 0))
    refuse('votes', 'columns', { columns: 'voter-id, comment-id, vote' });
  let count = 0;
  const cast = (line: number, participant: string, id: string, written: string, at?: number) => {
    const answer = answerFrom(written);
    if (participant === '' || !ids.has(id) || answer === null) return refuse('votes', 'line', { line });
    count += 1;
    if (count > MOST_VOTES) refuse('votes', 'many', { most: MOST_VOTES });
    box.cast(participant, id, answer, at);
  };
  let cells = 0;
  const rows = rowsOf('votes', table, (cell, line) => {
    if (isList) {
      const time = note(times, cell);
      cast(line, cell('voter-id'), cell('comment-id'), cell('vote'), time ?? undefined);
      return;
    }
    cells += asked.length;
    if (cells > MOST_CELLS) refuse('votes', 'many', { most: Math.floor(MOST_CELLS / asked.length) });
    for (const id of asked) if (cell(id) !== '') cast(line, cell('participant'), id, cell(id));
  });
  for (const _ of rows) continue;
}

/** Widens the times by that of a row, and answers it. */
function note(times: Times, cell: Cell): number | null {
  const written = cell('timestamp');
  const time = /^\d{10,14}$/.test(written) ? Number(written) * (written.length <= 11 ? 1000 : 1) : null;
  if (time === null) return null;
  times.first = Math.min(times.first, time);
  times.last = Math.max(times.last, time);
  return time;
}

/** Some programs write "agree" as -1. The numbers beside the statements tell, and then nothing would mean what it says. */
function isMirrored({ statements, columns, answers }: Ballots, comments: ReadonlyMap<string, Comment>): boolean {
  const agrees = new Int32Array(statements.length);
  const disagrees = new Int32Array(statements.length);
  for (const [at, column] of columns.entries()) {
    const tally = answers[at] === 1 ? agrees : disagrees;
    if (answers[at] !== 0) tally[column] = (tally[column] ?? 0) + 1;
  }
  let [straight, turned] = [0, 0];
  for (const [column, id] of statements.entries()) {
    const told = comments.get(id);
    if (told === undefined || !Number.isFinite(told.agrees + told.disagrees)) continue;
    const [agree, disagree] = [agrees[column] ?? 0, disagrees[column] ?? 0];
    straight += Math.abs(agree - told.agrees) + Math.abs(disagree - told.disagrees);
    turned += Math.abs(agree - told.disagrees) + Math.abs(disagree - told.agrees);
  }
  return turned < straight;
}

/** A table of two columns without a head: what it is called, and what it is. */
function readSummary(bytes: Uint8Array | null): ReadonlyMap<string, string> {
  if (bytes === null) return new Map();
  const table = openText('summary', `name,value\n${textOf('summary', bytes).replace(/^\uFEFF/, '')}`);
  return new Map(
    rowsOf('summary', table, (cell) => [cell('name'), tidy(cell('value')).slice(0, LONGEST_TEXT)] as const),
  );
}

function tableOf(input: ExportFile, bytes: Uint8Array | null, needed: readonly string[]): CsvTable {
  if (bytes === null) return refuse(input, 'missing');
  const table = openText(input, textOf(input, bytes));
  const missing = needed.filter((name) => !table.columns.includes(name));
  return missing.length === 0 ? table : refuse(input, 'columns', { columns: missing.join(', ') });
}

function textOf(input: ExportFile, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse(input, 'unreadable');
  }
}

function openText(input: ExportFile, text: string): CsvTable {
  return readable(input, () => openCsv(text));
}

/** Rows are parsed while one goes through them. */
function rowsOf<Row>(input: ExportFile, table: CsvTable, read: (cell: Cell, line: number) => Row): readonly Row[] {
  return readable(input, () => [...table.rows(read)]);
}

function readable<Value>(input: ExportFile, work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    if (error instanceof BrokenCsvError) return refuse(input, 'unreadable');
    throw error;
  }
}

type Wrong = 'missing' | 'columns' | 'unreadable' | 'line' | 'many' | 'mirrored';

// words: commonground.takeIn.missing commonground.takeIn.columns commonground.takeIn.unreadable
// words: commonground.takeIn.line commonground.takeIn.many commonground.takeIn.mirrored
function refuse(input: ExportFile, what: Wrong, values: Readonly<Record<string, string | number>> = {}): never {
  throw new RefusalError({ input, told: saying(`commonground.takeIn.${what}`, values) });
}
