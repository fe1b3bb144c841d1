import { sql } from 'kysely';
import type { Transaction } from '../../platform/database/index.ts';
import { familiesOf, type Families } from './store-family.ts';
import { uuids } from './store-projection.ts';

/**
 * Changes what lies over some subjects themselves. Over each of a family lies what lies over any of it (has it fallen
 * silent: over all of it), so that the walls hide every word about it; what lay over each alone is kept apart.
 */
export async function changeOwnVeils<Result>(
  tx: Transaction,
  subjects: readonly string[],
  change: () => Promise<Result>,
): Promise<Result> {
  const { rows } = await sql<{ subject: string }>`
    select subject from own_veil where subject = any(${uuids(subjects)})`.execute(tx);
  if (rows.length === 0) return change();
  const families = await familiesOf(
    tx,
    rows.map(({ subject }) => subject),
  );
  await layBare(tx, families.all);
  const result = await change();
  await coverAlike(tx, families);
  return result;
}

/** Who belongs together changes: beforehand everything is laid bare, afterwards families are covered alike. */
export async function changeFamilies(
  tx: Transaction,
  subjects: readonly string[],
  change: () => Promise<void>,
): Promise<Families> {
  await layBare(tx, subjects);
  await change();
  const families = await familiesOf(tx, subjects);
  await coverAlike(tx, families);
  return families;
}

async function layBare(tx: Transaction, subjects: readonly string[]): Promise<void> {
  await sql`
    update subject set protected_at = own.protected_at, hidden_fields = own.hidden_fields, lapsed_at = own.lapsed_at,
      withdrawn_at = own.withdrawn_at
    from own_veil own where own.subject = subject.id and subject.id = any(${uuids(subjects)})`.execute(tx);
}

async function coverAlike(tx: Transaction, families: Families): Promise<void> {
  const [alone, kin] = [families.all.filter(isAlone(families)), families.all.filter((id) => !isAlone(families)(id))];
  if (alone.length > 0) await sql`delete from own_veil where subject = any(${uuids(alone)})`.execute(tx);
  if (kin.length === 0) return;
  await sql`
    insert into own_veil (subject, protected_at, hidden_fields, lapsed_at, withdrawn_at)
    select id, protected_at, hidden_fields, lapsed_at, withdrawn_at from subject where id = any(${uuids(kin)})
    on conflict (subject) do update set protected_at = excluded.protected_at, hidden_fields = excluded.hidden_fields,
      lapsed_at = excluded.lapsed_at, withdrawn_at = excluded.withdrawn_at`.execute(tx);
  await sql`
    with kin as (select * from unnest(${uuids(kin)}, ${uuids(kin.map(families.headOf))}) as kin(id, head)),
      own as (select kin.head, own_veil.* from kin join own_veil on own_veil.subject = kin.id),
      over as (
        select head, min(protected_at) as protected_at, min(withdrawn_at) as withdrawn_at,
          case when bool_and(lapsed_at is not null) then max(lapsed_at) end as lapsed_at,
          bool_or(protected_at is not null and hidden_fields is null) as hides_all
        from own group by head)
    update subject set protected_at = over.protected_at, withdrawn_at = over.withdrawn_at, lapsed_at = over.lapsed_at,
      hidden_fields = case when not over.hides_all then (
        select array_agg(distinct field order by field) from own, unnest(own.hidden_fields) field
        where own.head = over.head and own.protected_at is not null) end
    from kin join over on over.head = kin.head where subject.id = kin.id`.execute(tx);
}

function isAlone(families: Families): (id: string) => boolean {
  return (id) => families.membersOf(id).length === 1;
}
