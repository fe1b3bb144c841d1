import type { Json } from '../../plain/json.ts';
import { saying } from '../../plain/words.ts';
import type { Reader, Transaction } from '../../platform/database/index.ts';
import { findClaims, findSourcesOf, standing, type Facts } from '../claims/index.ts';
import type { Import, RowFact } from './import.ts';
import { fieldNamed, type ListSubject } from './list.ts';
import { findFreshRows, makeUnclear } from './store-renamed.ts';
import { findVanished, type ListRow } from './store-rows.ts';
import type { ImportWork } from './work.ts';

/** Where a file names this many anew it is hardly the same list. */
const MOST = 500;

interface Renamed {
  readonly row: number;
  readonly key: string;
  readonly was: ListRow;
}

/**
 * A list without a key of its own knows its rows by name, carrier and place: whoever is renamed seems to be gone, and
 * somebody else there. Finds which rows are probably that; what somebody has answered is not asked again.
 */
export async function findRenamedRows(
  { db, renamed }: ImportWork,
  { id, list, mapping }: Import,
  answers: ReadonlyMap<string, string>,
): Promise<readonly Renamed[]> {
  if (renamed === undefined || mapping === null || mapping.key !== null) return [];
  return db.read(async (reader) => {
    const fresh = (await findFreshRows(reader, id, MOST)).filter(({ key }) => !answers.has(key));
    const gone = fresh.length === 0 ? [] : await findVanished(reader, list, id, { after: '', limit: MOST });
    if (gone.length === 0 || fresh.length === MOST || gone.length === MOST) return [];
    const said = await saidBy(reader, list, gone);
    const pairs = renamed(mapping.subject, {
      gone: gone.map(({ subject }) => factsOf(mapping.subject, said.get(subject) ?? [])),
      fresh: fresh.map(({ facts }) => factsOf(mapping.subject, facts)),
    });
    return pairs.flatMap((pair) => {
      const [row, was] = [fresh[pair.fresh], gone[pair.gone]];
      return row === undefined || was === undefined ? [] : [{ row: row.row, key: row.key, was }];
    });
  });
}

/** Each becomes a question; until it is answered, the row that it may have been stays as it is. */
export async function askRenamed(tx: Transaction, importId: string, rows: readonly Renamed[]): Promise<void> {
  for (const { row, key, was } of rows)
    await makeUnclear(tx, importId, row, {
      key: was.key,
      subject: was.subject,
      question: { key, was: was.key, subject: was.subject },
      notes: [saying('lists.row.renamed')],
    });
}

async function saidBy(db: Reader, list: string, rows: readonly ListRow[]) {
  const own = new Set((await findSourcesOf(db, list)).map(({ id }) => id));
  const claims = await findClaims(
    db,
    rows.map(({ subject }) => subject),
  );
  return Map.groupBy(
    standing(claims).filter(({ source }) => own.has(source)),
    ({ subject }) => subject,
  );
}

/** What a row says, as entries have it. */
function factsOf(kind: ListSubject, said: readonly Pick<RowFact, 'field' | 'language' | 'value'>[]): Facts {
  const facts: Record<string, Json> = {};
  for (const [name, all] of Map.groupBy(said, ({ field }) => field)) {
    const [first] = all;
    if (first === undefined) continue;
    facts[name] = fieldNamed(kind, name)?.perLanguage
      ? Object.fromEntries(all.map(({ language, value }) => [language ?? 'und', value]))
      : first.value;
  }
  return facts;
}
