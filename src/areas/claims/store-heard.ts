import { sql } from 'kysely';
import { asSystem, type Transaction } from '../../platform/database/index.ts';
import { ZONE } from '../../plain/time.ts';
import type { Families } from './store-family.ts';
import { uuids } from './store-projection.ts';

/**
 * Keeps with subjects the last day on which anybody said or confirmed anything about them, or about one that leads to
 * them, so that whoever was not heard of for longest is found without reading all claims. What an import under way
 * brings counts once it is there.
 */
export async function keepHeardOn(tx: Transaction, families: Families, subjects: readonly string[]): Promise<void> {
  const of = subjects.flatMap((id) =>
    (families.headOf(id) === id ? families.membersOf(id) : [id]).map((member) => ({ id, member })),
  );
  // Whoever writes may not read all that was said.
  await asSystem(tx, () =>
    sql`
      update subject set heard_on = heard.heard_on
      from (select kin.id, max((
          select (max(greatest(c.said_at, c.confirmed_at)) at time zone ${ZONE}::text)::date from claim c
          where c.subject = s.id and c.retracted_at is null and (c.since = s.since or c.since = 0
            or c.since <> all (array(select id from revision where state <> 'current')))
        )) as heard_on
        from unnest(${uuids(of.map(({ id }) => id))}, ${uuids(of.map(({ member }) => member))}) as kin(id, member)
          join subject s on s.id = kin.member group by kin.id) heard
      where subject.id = heard.id and subject.heard_on is distinct from heard.heard_on
    `.execute(tx),
  );
}
