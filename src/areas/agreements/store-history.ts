import { sql } from 'kysely';
import { NotFoundError } from '../../platform/errors.ts';
import type { Reader } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import type { Partner } from './text.ts';
import type { AcceptedChange, Version } from './version.ts';
import './tables.ts';

/** A version without its text: what it changed, and by whom. */
export interface VersionHead {
  readonly number: number;
  readonly hash: string;
  readonly day: Day;
  readonly changes: readonly AcceptedChange[];
  /** Who the partners were then. */
  readonly partners: readonly Partner[];
}

/** All versions of an agreement, oldest first, none for whoever is no partner. */
export async function findHistory(db: Reader, agreement: string): Promise<readonly VersionHead[]> {
  return db
    .selectFrom('agreement_version')
    .select([
      'number',
      'hash',
      sql<Day>`content ->> 'day'`.as('day'),
      sql<readonly AcceptedChange[]>`content -> 'changes'`.as('changes'),
      sql<readonly Partner[]>`content #> '{text,partners}'`.as('partners'),
    ])
    .where('agreement', '=', agreement)
    .orderBy('number')
    .execute();
}

/** The number of the newest version; none for whoever is no partner. */
export async function findNewest(db: Reader, agreement: string): Promise<number> {
  const row = await db
    .selectFrom('agreement_version')
    .select('number')
    .where('agreement', '=', agreement)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) throw new NotFoundError();
  return row.number;
}

/** What was taken over after a version, the oldest first; everything after 0. */
export async function findChangesAfter(
  db: Reader,
  agreement: string,
  number: number,
): Promise<readonly AcceptedChange[]> {
  const rows = await db
    .selectFrom('agreement_version')
    .select(sql<readonly AcceptedChange[]>`content -> 'changes'`.as('changes'))
    .where('agreement', '=', agreement)
    .where('number', '>', number)
    .orderBy('number')
    .execute();
  return rows.flatMap(({ changes }) => changes);
}

/** One version as it stood, read by itself. */
export async function findVersion(
  db: Reader,
  agreement: string,
  number: number,
): Promise<{ readonly version: Version; readonly hash: string; readonly cooperation: string }> {
  const row = await db
    .selectFrom('agreement_version')
    .select(['content', 'hash', 'cooperation'])
    .where('agreement', '=', agreement)
    .where('number', '=', number)
    .executeTakeFirst();
  if (row === undefined) throw new NotFoundError();
  return { version: row.content, hash: row.hash, cooperation: row.cooperation };
}

/** The newest version that somebody has signed, and who has. */
export interface LastSigned {
  readonly number: number;
  readonly partners: readonly string[];
}

export async function findLastSigned(db: Reader, agreement: string): Promise<LastSigned | null> {
  const rows = await db
    .selectFrom('agreement_signature')
    .select(['number', 'partner'])
    .where('agreement', '=', agreement)
    .orderBy('number', 'desc')
    .execute();
  const [first] = rows;
  if (first === undefined) return null;
  const { number } = first;
  return { number, partners: rows.filter((one) => one.number === number).map(({ partner }) => partner) };
}
