import { newId } from '../../plain/ids.ts';
import { addDays, dayOf, noonOf } from '../../plain/time.ts';
import { saying } from '../../plain/words.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import { gatherStatistics, type Transaction } from '../../platform/database/index.ts';
import {
  beginRevision,
  insertSource,
  publishRevision,
  reviseKnown,
  reviseNew,
  tidyRevision,
  type NewClaim,
} from '../claims/index.ts';
import type { Import } from './import.ts';
import type { List } from './list.ts';
import { demand, may } from './may.ts';
import { findImport, findList, rememberMapping, standsOn, updateImport } from './store.ts';
import { dropTakenRows, findRowsToTake, markGone, remember, rememberNew, type TakenRow } from './store-rows.ts';
import { takeTurn } from './turn.ts';
import { STEP_ROWS, type ImportWork } from './work.ts';

/**
 * Takes a compared import over. Step by step, each in its own transaction together with its progress,
 * so that a crash loses nothing and the next call goes on; readers see all of it in one moment, at the end.
 */
export async function take(helper: ImportWork, importId: string): Promise<void> {
  demand(may.keepLists(helper.actor));
  const { work, begun } = await takeTurn(helper, importId, (tx) => begin(helper, tx, importId));
  const { list, revision, source, at } = begun;
  for (;;) {
    const done = await work.db.write(async (tx) => {
      const each = await findImport(tx, importId);
      const rows = await findRowsToTake(tx, importId, { after: each?.done ?? 0, limit: STEP_ROWS });
      const last = rows.at(-1);
      if (last === undefined) return null;
      await takeRows(work, tx, { list, revision, source, at }, rows);
      await updateImport(tx, importId, { done: last.row });
      return last.row;
    });
    if (done === null) break;
    work.progress?.(done);
  }
  await work.db.write(async (tx) => {
    await markGone(tx, list.id, importId, revision, dayOf(at));
    await publishRevision(tx, work.register, revision);
    await updateImport(tx, importId, { state: 'taken', takenAt: work.clock.now() });
    await gatherStatistics(tx, ['list_row', 'import_row']);
  });
  await tidyTaken(work, importId);
}

/** What is left to do once readers see the import. Can be repeated. */
export async function tidyTaken(work: ImportWork, importId: string): Promise<void> {
  demand(may.keepLists(work.actor));
  const each = await work.db.read((db) => findImport(db, importId));
  if (each === null || each.revision === null) throw new NotFoundError();
  await tidyRevision(work, each.revision);
  await work.db.write((tx) => dropTakenRows(tx, importId));
  if (each.file !== null) await work.removeFile(each.file);
  await work.db.write((tx) => updateImport(tx, importId, { file: null }));
}

interface Taking {
  readonly list: List;
  readonly revision: number;
  readonly source: number;
  readonly at: Date;
}

async function begin(work: ImportWork, tx: Transaction, importId: string): Promise<Taking> {
  const each = await findImport(tx, importId);
  const list = each === null ? null : await findList(tx, each.list);
  if (each === null || list === null) throw new NotFoundError();
  const { source } = await standsOn(tx, importId);
  if (each.state === 'taking' && each.revision !== null && source !== null && each.takenAt !== null) {
    await updateImport(tx, importId, { asked: null, trouble: null });
    return { list, revision: each.revision, source, at: each.takenAt };
  }
  if (each.state !== 'compared') throw new ConflictError(saying('lists.import.compareFirst'));
  await demandUnmoved(tx, importId);
  return start(work, tx, each, list);
}

async function start(work: ImportWork, tx: Transaction, each: Import, list: List): Promise<Taking> {
  const at = work.clock.now();
  const revision = await beginRevision(tx, 'import', at);
  // Once more: another import of the list may have been published until we were the only one.
  await demandUnmoved(tx, each.id);
  const source = await insertSource(
    tx,
    {
      kind: 'list',
      speaker: list.id,
      publisher: list.publisher,
      licence: list.licence,
      takedownContact: list.takedownContact,
      retrievedAt: at,
    },
    revision,
  );
  await updateImport(tx, each.id, {
    state: 'taking',
    done: 0,
    revision,
    source,
    takenAt: at,
    asked: null,
    trouble: null,
  });
  if (each.mapping !== null) await rememberMapping(tx, list.id, each.mapping);
  return { list, revision, source, at };
}

/** What was compared must still be what the list says. */
async function demandUnmoved(tx: Transaction, importId: string): Promise<void> {
  const { newest, basedOn } = await standsOn(tx, importId);
  if (newest !== basedOn) throw new ConflictError(saying('lists.import.listHasMovedOn'));
}

async function takeRows(work: ImportWork, tx: Transaction, taking: Taking, rows: readonly TakenRow[]): Promise<void> {
  const fresh = rows
    .filter((row) => row.outcome === 'new')
    .map((row) => ({ ...row, subject: newId(work.clock.now()) }));
  const known = rows.flatMap((row) =>
    row.outcome === 'changed' && row.subject !== null ? [{ ...row, subject: row.subject }] : [],
  );
  const kind = (await subjectKind(tx, taking.list)) ?? 'organisation';
  await reviseNew(tx, work.register, taking.revision, {
    subjects: fresh.map(({ subject }) => ({ id: subject, kind })),
    claims: fresh.flatMap((row) => claimsOf(taking, row)),
  });
  if (known.length > 0) {
    await reviseKnown(tx, work.register, taking.revision, {
      claims: known.flatMap((row) => claimsOf(taking, row)),
      end: known.flatMap((row) => row.ends.map((id) => ({ subject: row.subject, id }))),
      at: taking.at,
    });
  }
  await remember(tx, taking.list.id, taking.revision, known.flatMap(memoryOf));
  await rememberNew(tx, taking.list.id, taking.revision, fresh.flatMap(memoryOf));
}

function memoryOf({ key, subject, fingerprint }: TakenRow & { readonly subject: string }) {
  return key === null || fingerprint === null ? [] : [{ key, subject, fingerprint }];
}

async function subjectKind(tx: Transaction, list: List) {
  return (await findList(tx, list.id))?.mapping?.subject;
}

function claimsOf(taking: Taking, row: TakenRow & { readonly subject: string }): NewClaim[] {
  const from = row.facts.find(({ field }) => field === 'validFrom')?.value;
  const to = row.facts.find(({ field }) => field === 'validTo')?.value;
  return row.facts.map(({ field, language, value, scope }) => ({
    subject: row.subject,
    field,
    language,
    value,
    scope,
    source: taking.source,
    sourceKind: 'list',
    saidAt: taking.at,
    validFrom: typeof from === 'string' ? from : null,
    // The list names the last day; validity ends with the day after.
    validTo: typeof to === 'string' ? addDays(to, 1) : null,
    confirmedAt: row.checkedOn === null ? null : noonOf(row.checkedOn),
    confirmedByRole: row.checkedOn === null ? null : taking.list.role,
  }));
}
