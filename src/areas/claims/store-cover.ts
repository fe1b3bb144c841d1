import { sql } from 'kysely';
import { ORGANISATIONS, type Reader, type Transaction } from '../../platform/database/index.ts';
import { fold } from '../../plain/text.ts';
import { familiesOf } from './store-family.ts';
import { uuids } from './store-projection.ts';
import { keysOf } from './store-protected.ts';

/** The protection of an organisation covers some: itself, or its twins. */
export async function insertCovers(tx: Transaction, organisation: string, covered: readonly string[]): Promise<void> {
  await sql`
    insert into protection_cover (covered, organisation)
    select c, ${organisation}::uuid from unnest(${uuids(covered)}) c on conflict do nothing`.execute(tx);
}

/** The protection of an organisation covers nothing any more. Gives back what it covered. */
export async function removeCovers(tx: Transaction, organisation: string): Promise<readonly string[]> {
  const rows = await tx
    .deleteFrom('protection_cover')
    .where('organisation', '=', organisation)
    .returning('covered')
    .execute();
  return rows.map(({ covered }) => covered);
}

/** The protection of an organisation no longer covers some. */
export async function removeCoversOver(
  tx: Transaction,
  organisation: string,
  covered: readonly string[],
): Promise<void> {
  await tx
    .deleteFrom('protection_cover')
    .where('organisation', '=', organisation)
    .where('covered', '=', sql<string>`any(${uuids(covered)})`)
    .execute();
}

/**
 * Whoever speaks for itself is no twin any more: only its own protection still covers it. Not while the actor also
 * speaks for the protected one: somebody who tidies up the second entry must not open it by that.
 */
export async function removeCoversOfSpeakers(tx: Transaction, subjects: readonly string[]): Promise<readonly string[]> {
  const twins = await findTwinsOfOthers(tx, subjects);
  if (twins.length === 0) return [];
  const families = await familiesOf(tx, twins);
  const kin = twins.flatMap((twin) => families.membersOf(twin).map((member) => ({ twin, member })));
  const { rows } = await sql<{ covered: string }>`
    delete from protection_cover where covered = any(${uuids(twins)}) and covered <> organisation
      and organisation <> all(${sql.raw(ORGANISATIONS)}) and not ${isSilent('protection_cover.covered')}
      and (covered, organisation) not in (
        select * from unnest(${uuids(kin.map(({ twin }) => twin))}, ${uuids(kin.map(({ member }) => member))}))
    returning covered`.execute(tx);
  return [...new Set(rows.map(({ covered }) => covered))];
}

/**
 * Hardly any: asked first, because looking whether somebody is silent takes the database long to plan, at every word
 * that anybody says.
 */
async function findTwinsOfOthers(tx: Transaction, subjects: readonly string[]): Promise<readonly string[]> {
  if (subjects.length === 0) return [];
  const rows = await tx
    .selectFrom('protection_cover')
    .select('covered')
    .distinct()
    .where('covered', '=', sql<string>`any(${uuids(subjects)})`)
    .whereRef('covered', '<>', 'organisation')
    .execute();
  return rows.map(({ covered }) => covered);
}

/** Those of some organisations that a protection covers, their own or that of another. */
export async function findCovered(db: Reader, among: readonly string[]): Promise<readonly string[]> {
  if (among.length === 0) return [];
  const rows = await db
    .selectFrom('protection_cover')
    .select('covered')
    .distinct()
    .where('covered', '=', sql<string>`any(${uuids(among)})`)
    .orderBy('covered')
    .execute();
  return rows.map(({ covered }) => covered);
}

/** Organisations with a protection of their own: those of some subjects, and those known under some names. */
export async function findProtecting(
  db: Reader,
  among: readonly string[],
  nameKeys: readonly string[],
): Promise<readonly string[]> {
  if (among.length === 0 && nameKeys.length === 0) return [];
  const rows = await db
    .selectFrom('protection_cover')
    .select('organisation')
    .whereRef('covered', '=', 'organisation')
    .where((eb) =>
      eb.or([
        eb('organisation', '=', sql<string>`any(${uuids(among)})`),
        sql<boolean>`organisation in (select n.organisation from protected_name n
          where n.name_key in (select jsonb_array_elements_text(${JSON.stringify(nameKeys)}::jsonb)))`,
      ]),
    )
    .orderBy('organisation')
    .execute();
  return rows.map(({ organisation }) => organisation);
}

/**
 * Organisations that carry a name of this one (of several entries, if these count as the same) on another list, and
 * that nobody speaks for. Only names that others give it count: nobody hides a neighbour by calling itself like it. Short names do not count, too many share them.
 */
export async function findTwins(db: Reader, entries: readonly string[]): Promise<readonly string[]> {
  const told = db
    .selectFrom('claim')
    .innerJoin('source', 'source.id', 'claim.source')
    .where('claim.field', '=', 'name')
    .where('source.kind', '<>', 'own');
  const own = await told
    .select('claim.value')
    .where('claim.subject', 'in', [...entries])
    .execute();
  const keys = new Set(keysOf(own.map(({ value }) => value)));
  if (keys.size === 0) return [];
  const others = await told
    .innerJoin('subject', 'subject.id', 'claim.subject')
    .select(['claim.subject', sql<string>`claim.value #>> '{}'`.as('name')])
    .distinct()
    .where('subject.kind', '=', 'organisation')
    .where('claim.subject', 'not in', [...entries])
    .where(isSilent('claim.subject'))
    .orderBy('claim.subject')
    .execute();
  return [...new Set(others.filter(({ name }) => keys.has(fold(name))).map(({ subject }) => subject))];
}

/** SQL: no word of its own stands about this subject. */
function isSilent(column: string) {
  return sql<boolean>`not exists (select from claim w join source s on s.id = w.source
    where w.subject = ${sql.raw(column)} and w.retracted_at is null and s.kind = 'own')`;
}
