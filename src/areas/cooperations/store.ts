import { sql } from 'kysely';
import { asSystem, type Reader, type Transaction } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import type { PartnerSince, Phase } from './cooperation.ts';
import './tables.ts';

export async function insertCooperation(
  tx: Transaction,
  { id, organisation, day }: { readonly id: string; readonly organisation: string; readonly day: Day },
): Promise<void> {
  await tx
    .insertInto('cooperation')
    .values({ id, partners: [organisation], begun_on: day })
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

async function insertPartner(
  tx: Transaction,
  partner: { readonly cooperation: string; readonly organisation: string; readonly phase: Phase; readonly since: Day },
): Promise<void> {
  await tx
    .insertInto('cooperation_partner')
    .values({ ...partner, until: null })
    .execute();
}
