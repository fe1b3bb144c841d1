import { sql } from 'kysely';
import { asSystem, type Reader, type Transaction } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import type { Concept, Cooperation, PartnerSince, Phase } from './cooperation.ts';
import './tables-leaving.ts';
import './tables.ts';

interface NewCooperation {
  readonly id: string;
  readonly organisation: string;
  readonly day: Day;
  readonly title: string;
  readonly concept: Concept;
}

export async function insertCooperation(
  tx: Transaction,
  { id, organisation, day, title, concept }: NewCooperation,
): Promise<void> {
  await tx
    .insertInto('cooperation')
    .values({ id, partners: [organisation], begun_on: day, title, concept: concept.state, concept_on: concept.on })
    .execute();
  await insertPartner(tx, { cooperation: id, organisation, phase: 'idea', since: day });
}

/** Lets an organisation in. By the program: nobody in a cooperation decides alone who else is. */
export async function letIn(
  tx: Transaction,
  partner: { readonly cooperation: string; readonly organisation: string; readonly phase: Phase; readonly since: Day },
): Promise<void> {
  await asSystem(tx, async () => {
    await tx
      .updateTable('cooperation')
      .set({ partners: sql`array_append(partners, ${partner.organisation}::uuid)` })
      .where('id', '=', partner.cooperation)
      .where(sql<boolean>`not (${partner.organisation}::uuid = any(partners))`)
      .execute();
    await insertPartner(tx, partner);
  });
}

/** The partners of today, in the order in which they came; none when the actor is not one of them. */
export async function findPartners(db: Reader, cooperation: string): Promise<readonly PartnerSince[]> {
  return db
    .selectFrom('cooperation_partner')
    .select(['organisation', 'phase', 'since'])
    .where('cooperation', '=', cooperation)
    .where('until', 'is', null)
    .orderBy('since')
    .orderBy('organisation')
    .execute();
}

/** Whether an organisation is a partner of today already, under whichever of the ids by which it is known. */
export async function isPartner(db: Reader, cooperation: string, organisation: string): Promise<boolean> {
  const row = await db
    .selectFrom('cooperation_partner')
    .select('organisation')
    .where('cooperation', '=', cooperation)
    .where('until', 'is', null)
    .where('organisation', '=', sql<string>`any((select kin_of(array[${organisation}::uuid]))::uuid[])`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** How many cooperations the actor is in. */
export async function countCooperations(db: Reader): Promise<number> {
  const { count } = await db
    .selectFrom('cooperation')
    .select((by) => by.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Some of the cooperations of the actor: those that go on first, the newest of them first. */
export async function findCooperationsOn(
  db: Reader,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<readonly Cooperation[]> {
  const rows = await db
    .selectFrom('cooperation')
    .leftJoin('closure', 'closure.cooperation', 'cooperation.id')
    .select(['id', 'title', 'concept', 'concept_on'])
    .orderBy(sql`closure.cooperation is not null`)
    .orderBy('id', 'desc')
    .offset(offset)
    .limit(limit)
    .execute();
  if (rows.length === 0) return [];
  const partners = await db
    .selectFrom('cooperation_partner')
    .select(['cooperation', 'organisation', 'phase', 'since'])
    .where(
      'cooperation',
      'in',
      rows.map(({ id }) => id),
    )
    .where('until', 'is', null)
    .orderBy('since')
    .orderBy('organisation')
    .execute();
  return rows.map(({ id, title, concept, concept_on }) => ({
    id,
    title,
    concept: { state: concept, on: concept_on },
    partners: partners.flatMap(({ cooperation, ...partner }) => (cooperation === id ? [partner] : [])),
  }));
}

/** With whom the actor is in any cooperation. */
export async function findKnown(db: Reader): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('cooperation_partner')
    .select('organisation')
    .distinct()
    .where('until', 'is', null)
    .execute();
  return rows.map(({ organisation }) => organisation);
}

/** A cooperation as its partners see it; null for everybody else. */
export async function findCooperation(db: Reader, id: string): Promise<Cooperation | null> {
  const row = await db
    .selectFrom('cooperation')
    .select(['title', 'concept', 'concept_on'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const partners = await findPartners(db, id);
  return { id, title: row.title, concept: { state: row.concept, on: row.concept_on }, partners };
}

export async function renameCooperation(tx: Transaction, id: string, title: string): Promise<void> {
  await tx.updateTable('cooperation').set({ title }).where('id', '=', id).execute();
}

export async function setConcept(tx: Transaction, id: string, { state, on }: Concept): Promise<void> {
  await tx.updateTable('cooperation').set({ concept: state, concept_on: on }).where('id', '=', id).execute();
}

async function insertPartner(
  tx: Transaction,
  partner: { readonly cooperation: string; readonly organisation: string; readonly phase: Phase; readonly since: Day },
): Promise<void> {
  await tx
    .insertInto('cooperation_partner')
    .values({ ...partner, until: null })
    .execute();
}
