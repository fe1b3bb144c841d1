import { createHash } from 'node:crypto';
import { STRANGER } from '../../src/plain/actor.ts';
import { canonical, type Json } from '../../src/plain/json.ts';
import type { Home } from '../../src/app/home.ts';

/** The register in short texts: equal texts, equal register. */
export interface RegisterState {
  /** Every byte of the rows that a stranger can see, with the numbers of the revisions they come and go with. */
  readonly bytes: string;
  /** What these rows say, with the ids of the subjects. */
  readonly seen: string;
  /** The same without the ids, which are other ones each time something is taken over. */
  readonly seenContent: string;
  /** What keepers see and what the lists remember, without ids and numbers. */
  readonly keptContent: string;
  /** States of the imports, oldest first. */
  readonly imports: readonly string[];
  /** Rows, claims, rows that are on their way in or out. */
  readonly counts: Readonly<Record<string, number>>;
}

/** Looks at everything that an import touches. */
export async function registerState(home: Home): Promise<RegisterState> {
  const seen = await home.database.as(STRANGER).read(async (db) => ({
    organisations: await db.selectFrom('organisation').selectAll().execute(),
    entries: await db.selectFrom('finding_entry').selectAll().execute(),
  }));
  const kept = await home.imports.db.read(async (db) => ({
    organisations: await db.selectFrom('organisation').selectAll().execute(),
    claims: await db
      .selectFrom('claim')
      .innerJoin('list_row', (join) =>
        join.onRef('list_row.subject', '=', 'claim.subject').on('list_row.until', 'is', null),
      )
      .select(['list_row.key', 'field', 'language', 'value', 'scope', 'retracted_at'])
      .execute(),
    memory: await db.selectFrom('list_row').select(['key', 'fingerprint', 'gone_on', 'until']).execute(),
    subjects: await db.selectFrom('subject').select('id').execute(),
    revisions: await db.selectFrom('revision').select('state').execute(),
    imports: await db.selectFrom('import').select(['state', 'file']).orderBy('made_at').execute(),
  }));
  const rows = [...seen.organisations, ...seen.entries].map(plain);
  return {
    bytes: digest(rows),
    seen: digest(rows.map((row) => without(row, ['since', 'until']))),
    seenContent: digest(rows.map((row) => without(row, ['since', 'until', 'subject']))),
    keptContent: digest([
      ...kept.organisations.map((row) => without(plain(row), ['since', 'until', 'subject'])),
      ...kept.claims.map((claim) => plain({ ...claim, retracted_at: claim.retracted_at !== null })),
      ...kept.memory.map((row) => plain({ ...row, until: row.until !== null })),
    ]),
    imports: kept.imports.map(({ state }) => state),
    counts: {
      subjects: kept.subjects.length,
      claims: kept.claims.length,
      memory: kept.memory.length,
      seen: seen.organisations.length,
      pending: kept.revisions.filter(({ state }) => state !== 'current').length,
      leaving: kept.organisations.filter(({ until }) => until !== null).length,
    },
  };
}

function plain(row: object): Json {
  return JSON.parse(JSON.stringify(row)) as Json;
}

function without(row: Json, names: readonly string[]): Json {
  const parts = Object.entries(row as Record<string, Json>);
  return Object.fromEntries(parts.filter(([name]) => !names.includes(name)));
}

function digest(rows: readonly Json[]): string {
  const hash = createHash('sha256');
  for (const row of rows.map(canonical).toSorted()) hash.update(row).update('\n');
  return hash.digest('hex').slice(0, 24);
}
