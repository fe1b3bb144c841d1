import { sql } from 'kysely';
import { asSystem, type Reader, type Transaction } from '../../platform/database/index.ts';
import { dayOf, type Day } from '../../plain/time.ts';
import type { SubjectKind } from './field.ts';
import { changeOwnVeils } from './store-own-veil.ts';
import { uuids } from './store-projection.ts';

/** That somebody stood by a claim in a role; null when nobody did. */
export interface Confirmation {
  /** What the claim was said about, where that may be another than the one that was asked about. */
  readonly subject?: string;
  readonly id: number;
  readonly at: Date | null;
  readonly role: string | null;
}

export async function setConfirmed(
  tx: Transaction,
  confirmations: readonly (Confirmation & { readonly subject: string })[],
): Promise<void> {
  if (confirmations.length === 0) return;
  await sql`
    update claim set confirmed_at = r.at, confirmed_by_role = r.role
    from jsonb_to_recordset(${JSON.stringify(confirmations)}::jsonb)
      as r(subject uuid, id bigint, at timestamptz, role text)
    where claim.subject = r.subject and claim.id = r.id
  `.execute(tx);
}

/** Lets claims stand again that were ended outside of any revision. */
export async function reviveClaims(tx: Transaction, subject: string, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('claim')
    .set({ retracted_at: null, until: null })
    .where('subject', '=', subject)
    .where('id', 'in', [...ids])
    .where('until', '=', 0)
    .execute();
}

export async function setLapsed(tx: Transaction, subjects: readonly string[], at: Date | null): Promise<void> {
  await changeOwnVeils(tx, subjects, () =>
    sql`
      update subject set lapsed_at = ${at}::timestamptz
      where id = any(${uuids(subjects)}) and lapsed_at is distinct from ${at}::timestamptz
    `.execute(tx),
  );
}

export async function setWithdrawn(tx: Transaction, subjects: readonly string[], at: Date | null): Promise<void> {
  await changeOwnVeils(tx, subjects, () =>
    sql`update subject set withdrawn_at = ${at}::timestamptz where id = any(${uuids(subjects)})`.execute(tx),
  );
}

export async function findWithdrawnAt(db: Reader, subject: string): Promise<Date | null> {
  const row = await db.selectFrom('subject').select('withdrawn_at').where('id', '=', subject).executeTakeFirst();
  return row?.withdrawn_at ?? null;
}

/** Organisations that have asked not to be shown. */
export async function findWithdrawn(db: Reader): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('subject')
    .select('id')
    .where('withdrawn_at', 'is not', null)
    .where('kind', '=', 'organisation')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** The subjects themselves (they count as the same), and of their offers those that are still shown and that nobody else keeps. */
export async function findToWithdraw(
  db: Reader,
  subjects: readonly string[],
  offers: readonly string[],
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('subject')
    .select('id')
    .where('withdrawn_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('id', '=', sql<string>`any(${uuids(subjects)})`),
        eb.and([
          eb('id', '=', sql<string>`any(${uuids(offers)})`),
          eb('kind', '=', 'offer'),
          sql<boolean>`not exists (select from subject_keeper k where k.subject = subject.id and k.organisation <> all(${uuids(subjects)}))`,
        ]),
      ]),
    )
    .execute();
  return rows.map(({ id }) => id);
}

/** The subjects themselves (they count as the same), and of their offers those that were withdrawn with them. */
export async function findWithdrawnWith(
  db: Reader,
  subjects: readonly string[],
  offers: readonly string[],
  since: Date,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('subject')
    .select('id')
    .where('id', '=', sql<string>`any(${uuids([...subjects, ...offers])})`)
    .where('withdrawn_at', '=', since)
    .execute();
  return rows.map(({ id }) => id);
}

/** A subject and the last day on which anybody said or confirmed anything about it. */
export interface LastWord {
  readonly subject: string;
  readonly kind: SubjectKind;
  readonly on: Day;
  readonly lapsedOn: Day | null;
  readonly withdrawnOn: Day | null;
}

interface Row {
  readonly subject: string;
  readonly kind: SubjectKind;
  readonly on: Day;
  readonly lapsed_at: Date | null;
  readonly withdrawn_at: Date | null;
}

export interface WordFilter {
  readonly today: Day;
  readonly lapsed?: boolean;
  readonly withdrawn?: boolean;
  readonly only?: readonly string[];
  readonly without?: readonly string[];
  readonly limit: number;
  readonly offset?: number;
}

/** SQL: the row did not come with a revision that readers do not see. */
const CAME = sql.raw<boolean>(`(since = 0 or since <> all (array(select id from revision where state <> 'current')))`);

/**
 * Organisations and offers by their last word, the oldest first, also those whose words keepers are not shown; only
 * what a reader of public pages could miss: nothing that is over or forwarded. Subjects are put in order first, and
 * only of those that are gone through claims are read.
 */
export async function findLastWords(db: Reader, filter: WordFilter): Promise<readonly LastWord[]> {
  const { today, lapsed, withdrawn = false, only, without, limit, offset = 0 } = filter;
  const rows = await asSystem(db, () =>
    db
      .selectFrom(
        sql<Row>`(
        select id as subject, kind, heard_on as "on", lapsed_at, withdrawn_at
        from subject
        where kind in ('organisation', 'offer') and forwarded_to is null and heard_on is not null and ${CAME}
          and (${lapsed ?? null}::boolean is null or (lapsed_at is not null) = ${lapsed ?? null}::boolean)
          and (withdrawn_at is not null) = ${withdrawn}::boolean
          and (${only === undefined}::boolean or id = any(${uuids(only ?? [])}))
          and id <> all(${uuids(without ?? [])})
        order by heard_on, id
        offset 0
      )`.as('word'),
      )
      .selectAll()
      .where(
        sql<boolean>`not coalesce((
          select bool_or(value #>> '{}' < ${today}) from claim
          where claim.subject = any(array(select word.subject
              union all select kin.id from subject kin where kin.forwarded_to = word.subject)) and field = 'validTo' and retracted_at is null and ${CAME}), false)`,
      )
      .orderBy('on')
      .orderBy('subject')
      .limit(limit)
      .offset(offset)
      .execute(),
  );
  return rows.map(({ lapsed_at, withdrawn_at, ...row }) => ({
    ...row,
    lapsedOn: lapsed_at === null ? null : dayOf(lapsed_at),
    withdrawnOn: withdrawn_at === null ? null : dayOf(withdrawn_at),
  }));
}
