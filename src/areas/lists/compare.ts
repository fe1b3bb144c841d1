import { saying, type Saying } from '../../plain/words.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import { gatherStatistics, type Transaction } from '../../platform/database/index.ts';
import { findClaims, findSourcesOf, standing, type StoredClaim } from '../claims/index.ts';
import { askRenamed, findRenamedRows } from './ask-renamed.ts';
import { differences } from './differences.ts';
import { NO_ROWS, type Counts, type Import } from './import.ts';
import { fingerprintOf, keyOf } from './key.ts';
import { demand, may } from './may.ts';
import { openTable, type TableRow } from './reading/index.ts';
import { readRow, type RowReader } from './row.ts';
import { answersAlike } from './spellings.ts';
import { findAnswers, findImport, findList, standsOn, updateImport } from './store.ts';
import { countVanished, findListRows, insertComparedRows, removeComparedRows, type ComparedRow } from './store-rows.ts';
import { takeTurn } from './turn.ts';
import type { ImportWork } from './work.ts';

/**
 * Compares a file with what its list said before, row by row, without changing the register.
 * Can be repeated: it begins anew each time.
 */
export async function compare(helper: ImportWork, importId: string): Promise<Counts> {
  demand(may.keepLists(helper.actor));
  const { work, begun } = await takeTurn(helper, importId, (tx) => begin(tx, importId));
  const { each, list, answers, sources } = begun;
  const { mapping, file } = each;
  if (mapping === null || file === null) throw new ConflictError(saying('lists.import.columnsFirst'));
  const opened = await openTable(work.pathOf(file), each.choices);
  if (!opened.ok) return stop(work, importId, opened.issue);
  const headers = opened.value.headers.map((header) => header.name);
  const { gazetteer } = work;
  const alike = answersAlike(answers, { gazetteer, country: mapping.country });
  const reader: RowReader = { mapping, headers, gazetteer, answers, answersAlike: alike };
  const seen = new Map<string, string>();
  let counts: Counts = NO_ROWS;
  for await (const batch of opened.value.rows()) {
    const read = batch.map((row) => readOne(reader, row, seen));
    const rows = await work.db.write(async (tx) => {
      const known = await findListRows(
        tx,
        list.id,
        read.flatMap(({ key, outcome }) => (key === null || outcome !== 'new' ? [] : [key])),
      );
      const subjects = read.flatMap((row) => {
        const before = row.key === null ? undefined : known.get(row.key);
        return before !== undefined && (before.fingerprint !== row.fingerprint || before.goneOn !== null)
          ? [before.subject]
          : [];
      });
      const claims = standing(await findClaims(tx, subjects)).filter((claim) => sources.has(claim.source));
      const bySubject = Map.groupBy<string, StoredClaim>(claims.filter(isStored), (claim) => claim.subject);
      const compared = read.map((row) => against(row, known, bySubject));
      await insertComparedRows(tx, importId, compared);
      counts = compared.reduce(add, counts);
      await updateImport(tx, importId, { done: counts.rows });
      return compared;
    });
    work.progress?.(rows.at(-1)?.row ?? counts.rows);
  }
  return finish(work, begun, counts);
}

async function begin(tx: Transaction, importId: string) {
  const each = await findImport(tx, importId);
  const list = each === null ? null : await findList(tx, each.list);
  if (each === null || list === null) throw new NotFoundError();
  if (!['read', 'comparing', 'compared'].includes(each.state))
    throw new ConflictError(saying('lists.import.alreadyTaken'));
  await removeComparedRows(tx, importId);
  const { newest } = await standsOn(tx, importId);
  await updateImport(tx, importId, {
    state: 'comparing',
    done: 0,
    counts: NO_ROWS,
    trouble: null,
    asked: null,
    basedOn: newest,
  });
  const sources = new Set((await findSourcesOf(tx, list.id)).map(({ id }) => id));
  return { each, list, answers: await findAnswers(tx, list.id), sources };
}

/** One row on its own: what it says, and whether an earlier row of the file said it already. */
function readOne(reader: RowReader, row: TableRow, seen: Map<string, string>): ComparedRow {
  const ownKey = reader.mapping.key === null ? null : (row.cells[reader.headers.indexOf(reader.mapping.key)] ?? null);
  if (row.problem !== undefined)
    return refused(row.number, ownKey, row.cells.find((cell) => cell !== '') ?? '', row.problem);
  const read = readRow(reader, row.cells);
  if (!read.ok) return refused(row.number, ownKey, row.cells.find((cell) => cell !== '') ?? '', read.issue);
  const { name, facts, notes, question, checkedOn } = read.value;
  const fingerprint = fingerprintOf(facts, checkedOn);
  const keyed = keyOf(ownKey, facts);
  const base: ComparedRow = {
    row: row.number,
    outcome: 'new',
    // Whoever was said to be another by a new name goes on as that.
    key: reader.answers.get(keyed) || keyed,
    name,
    subject: null,
    fingerprint,
    facts,
    changes: [],
    ends: [],
    notes,
    question,
    checkedOn,
  };
  return question === null ? distinct(base, ownKey !== null && ownKey !== '', seen) : { ...base, outcome: 'unclear' };
}

/** The same row twice in one file is one row; other content under the same own key cannot be both. */
function distinct(row: ComparedRow, hasOwnKey: boolean, seen: Map<string, string>): ComparedRow {
  const { key, fingerprint } = row;
  if (key === null || fingerprint === null) return row;
  for (let nth = 1; ; nth += 1) {
    const tried = nth === 1 ? key : `${key}#${nth}`;
    const before = seen.get(tried);
    if (before === undefined) {
      seen.set(tried, fingerprint);
      return { ...row, key: tried };
    }
    if (before === fingerprint) {
      return {
        ...row,
        outcome: 'unchanged',
        key: tried,
        facts: [],
        notes: [...row.notes, saying('lists.row.doubled')],
      };
    }
    if (hasOwnKey) return refused(row.row, key.slice(2), row.name, saying('lists.row.keyTaken', { key: key.slice(2) }));
  }
}

function refused(row: number, ownKey: string | null, name: string, reason: Saying): ComparedRow {
  return {
    row,
    outcome: 'refused',
    key: ownKey === null || ownKey === '' ? null : keyOf(ownKey, []),
    name: name.slice(0, 300),
    subject: null,
    fingerprint: null,
    facts: [],
    changes: [],
    ends: [],
    notes: [reason],
    question: null,
    checkedOn: null,
  };
}

function against(
  row: ComparedRow,
  known: ReadonlyMap<string, { subject: string; fingerprint: string; goneOn: string | null }>,
  claims: ReadonlyMap<string, readonly StoredClaim[]>,
): ComparedRow {
  const before = row.key === null || row.outcome !== 'new' ? undefined : known.get(row.key);
  if (before === undefined) return row;
  if (before.fingerprint === row.fingerprint && before.goneOn === null) {
    return { ...row, outcome: 'unchanged', subject: before.subject, facts: [] };
  }
  const { says, ends, changes } = differences(row.facts, row.checkedOn, claims.get(before.subject) ?? []);
  const notes = before.goneOn === null ? row.notes : [...row.notes, saying('lists.row.isBack', { day: before.goneOn })];
  return { ...row, outcome: 'changed', subject: before.subject, facts: says, ends, changes, notes };
}

function isStored(claim: object): claim is StoredClaim {
  return 'since' in claim;
}

function add(counts: Counts, row: ComparedRow): Counts {
  return { ...counts, rows: counts.rows + 1, [row.outcome]: counts[row.outcome] + 1 };
}

async function finish(
  work: ImportWork,
  { each, answers }: { readonly each: Import; readonly answers: ReadonlyMap<string, string> },
  counts: Counts,
): Promise<Counts> {
  // First of all: without them the vanished rows of a long list are looked for row by row.
  await work.db.write((tx) => gatherStatistics(tx, ['import_row']));
  const renamed = await findRenamedRows(work, each, answers);
  return work.db.write(async (tx) => {
    await askRenamed(tx, each.id, renamed);
    const all: Counts = {
      ...counts,
      new: counts.new - renamed.length,
      unclear: counts.unclear + renamed.length,
      vanished: await countVanished(tx, each.list, each.id),
    };
    await updateImport(tx, each.id, { state: 'compared', counts: all });
    return all;
  });
}

async function stop(work: ImportWork, importId: string, trouble: Saying): Promise<Counts> {
  await work.db.write((tx) => updateImport(tx, importId, { state: 'read', trouble }));
  return NO_ROWS;
}
