import { sql } from 'kysely';
import type { Reader } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import type { Version } from './version.ts';
import './tables.ts';

/** What holds between partners today: the last version that all of them have signed. */
export interface InForce {
  readonly cooperation: string;
  readonly agreement: string;
  readonly version: Version;
  readonly hash: string;
  /** The day of the last signature. */
  readonly signedOn: Day;
}

/**
 * What is in force, of every agreement that the reader may see, or only of these cooperations. Newer versions that
 * not all have signed do not end it. No agreement that nobody has signed is among them.
 *
 * @example const [ours] = await findInForce(db, [cooperation])
 */
export async function findInForce(db: Reader, cooperations?: readonly string[]): Promise<readonly InForce[]> {
  if (cooperations?.length === 0) return [];
  const rows = await db
    .selectFrom('agreement_version as v')
    .innerJoin('agreement_signature as s', (join) =>
      join
        .onRef('s.agreement', '=', 'v.agreement')
        .onRef('s.number', '=', 'v.number')
        .onRef('s.version', '=', 'v.hash'),
    )
    .distinctOn('v.agreement')
    .select(['v.cooperation', 'v.agreement', 'v.hash', 'v.content as version', 's.day as signedOn'])
    .where(
      sql<boolean>`not exists (
        select 1 from jsonb_array_elements(v.content #> '{text,partners}') named
        where not exists (
          select 1 from agreement_signature one
          where one.agreement = v.agreement and one.number = v.number and one.version = v.hash
            and one.partner::text = named ->> 'id'
        )
      )`,
    )
    .$if(cooperations !== undefined, (query) => query.where('v.cooperation', 'in', cooperations ?? []))
    .orderBy('v.agreement')
    .orderBy('v.number', 'desc')
    .orderBy('s.day', 'desc')
    .execute();
  return rows;
}
