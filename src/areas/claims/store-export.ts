import { sql } from 'kysely';
import type { Reader } from '../../platform/database/index.ts';
import type { SourceKind } from './claim.ts';
import type { SubjectKind } from './field.ts';

export interface KnownSubject {
  readonly id: string;
  readonly kind: SubjectKind;
  readonly forwardedTo: string | null;
}

/** Subjects in the order of their ids, after one; those of a revision that is not published yet are left out. */
export async function walkRegister(db: Reader, after: string | null, limit: number): Promise<readonly KnownSubject[]> {
  let query = db
    .selectFrom('subject')
    .select(['id', 'kind', 'forwarded_to as forwardedTo'])
    .where(sql<boolean>`(since = 0 or since <> all (array(select id from revision where state <> 'current')))`)
    .orderBy('id')
    .limit(limit);
  if (after !== null) query = query.where('id', '>', after);
  return query.execute();
}

/** A source without the number that the database gave it. */
export interface KnownSource {
  readonly kind: SourceKind;
  readonly speaker: string | null;
  readonly publisher: string;
  readonly licence: string;
  readonly takedownContact: string;
  readonly retrievedAt: Date;
}

/**
 * A page of the sources in an order that does not depend on numbers; equal ones come once. Only those of whose word
 * the reader sees something: who is not shown is not named as a source either.
 */
export async function walkSources(db: Reader, page: number, limit: number): Promise<readonly KnownSource[]> {
  return db
    .selectFrom('source')
    .select([
      'kind',
      'speaker',
      'publisher',
      'licence',
      'takedown_contact as takedownContact',
      'retrieved_at as retrievedAt',
    ])
    .where(sql<boolean>`(since = 0 or since <> all (array(select id from revision where state <> 'current')))`)
    .where((eb) => eb.exists(eb.selectFrom('claim').select('claim.id').whereRef('claim.source', '=', 'source.id')))
    .groupBy(['kind', 'speaker', 'publisher', 'licence', 'takedown_contact', 'retrieved_at'])
    .orderBy(
      sql`kind collate "C", speaker nulls first, retrieved_at, publisher collate "C", licence collate "C", takedown_contact collate "C"`,
    )
    .limit(limit)
    .offset(page * limit)
    .execute();
}

/** How many claims name a source that is not there: the database does not enforce this reference. */
export async function countClaimsWithoutSource(db: Reader): Promise<number> {
  const row = await db
    .selectFrom('claim')
    .leftJoin('source', 'source.id', 'claim.source')
    .select(sql<number>`count(*)::integer`.as('count'))
    .where('source.id', 'is', null)
    .executeTakeFirst();
  return row?.count ?? 0;
}

export async function countSubjects(db: Reader): Promise<number> {
  const row = await db
    .selectFrom('subject')
    .select(sql<number>`count(*)::integer`.as('count'))
    .executeTakeFirst();
  return row?.count ?? 0;
}

/** Some subjects from everywhere, the same ones each time. */
export async function sampleSubjects(db: Reader, limit: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('subject')
    .select('id')
    .orderBy(sql`md5(id::text)`)
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}
