import { asSystem, type Reader, type Transaction } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import { SECOND, type Voice } from './recover.ts';
import type { RoleKind } from './store.ts';
import type { RecoveryTable } from './tables.ts';

/** Who may ask colleagues: an account with a role today. */
export interface Asker {
  readonly account: string;
  readonly mail: string | null;
  readonly language: string;
  readonly role: string;
  readonly organisation: string | null;
}

/** The account behind an alias with its oldest running role; null when there is none. Only the program asks this. */
export async function findAsker(tx: Transaction, aliasKey: string, today: Day): Promise<Asker | null> {
  return asSystem(tx, async () => {
    const row = await running(tx, today)
      .innerJoin('account', 'account.id', 'role_term.account')
      .select(['account.id', 'account.mail', 'account.language', 'role.id as role', 'role.organisation'])
      .where('account.alias_key', '=', aliasKey)
      .orderBy('role_term.from_day')
      .orderBy('role_term.id')
      .limit(1)
      .executeTakeFirst();
    return row === undefined
      ? null
      : {
          account: row.id,
          mail: row.mail,
          language: row.language,
          role: row.role,
          organisation: row.organisation,
        };
  });
}

/** Terms that run on a day, with their role. */
function running(db: Reader, today: Day) {
  return db
    .selectFrom('role_term')
    .innerJoin('role', 'role.id', 'role_term.role')
    .where('role_term.ended_on', 'is', null)
    .where('role_term.from_day', '<=', today)
    .where((eb) => eb.or([eb('role_term.until_day', 'is', null), eb('role_term.until_day', '>', today)]));
}

/** Keeps a request; how many of this account ran before. Whatever is over is forgotten. */
export async function insertRecovery(tx: Transaction, recovery: RecoveryTable): Promise<number> {
  return asSystem(tx, async () => {
    await tx.deleteFrom('recovery').where('ends_at', '<=', recovery.asked_at).execute();
    const former = await tx.selectFrom('recovery').select('id').where('account', '=', recovery.account).execute();
    await tx.insertInto('recovery').values(recovery).execute();
    return former.length;
  });
}

/** A request, seen by somebody who may agree to it. */
export interface Asked {
  readonly id: string;
  readonly account: string;
  readonly alias: string;
  readonly mail: string | null;
  readonly language: string;
  readonly kind: RoleKind;
  readonly organisation: string | null;
  readonly mark: string;
  readonly askedAt: Date;
  readonly opensAt: Date | null;
  /** Whether the one who looks stands in the same role. */
  readonly isColleague: boolean;
}

/** The running requests of others that an account may agree to today. */
export async function findAskedOf(
  db: Reader,
  { account, kind }: { readonly account: string; readonly kind: string },
  { today, now }: { readonly today: Day; readonly now: Date },
): Promise<readonly Asked[]> {
  return asSystem(db, async () => {
    const mine = await running(db, today).select('role.id').where('role_term.account', '=', account).execute();
    const own = new Set(mine.map(({ id }) => id));
    const rows = await running(db, today)
      .innerJoin('recovery', (join) =>
        join.onRef('recovery.role', '=', 'role.id').onRef('recovery.account', '=', 'role_term.account'),
      )
      .innerJoin('account', 'account.id', 'recovery.account')
      .select(['recovery.id', 'recovery.account', 'recovery.mark', 'recovery.asked_at', 'recovery.opens_at'])
      .select([
        'account.alias',
        'account.mail',
        'account.language',
        'role.id as role',
        'role.kind',
        'role.organisation',
      ])
      .where('recovery.ends_at', '>', now)
      .where('recovery.account', '<>', account)
      .orderBy('recovery.asked_at')
      .execute();
    return rows
      .filter((row) => own.has(row.role) || SECOND[row.kind] === kind)
      .map((row) => ({
        id: row.id,
        account: row.account,
        alias: row.alias,
        mail: row.mail,
        language: row.language,
        kind: row.kind,
        organisation: row.organisation,
        mark: row.mark,
        askedAt: row.asked_at,
        opensAt: row.opens_at,
        isColleague: own.has(row.role),
      }));
  });
}

/** False when this account has said yes before. */
export async function insertConsent(tx: Transaction, recovery: string, account: string): Promise<boolean> {
  return asSystem(tx, async () => {
    const row = await tx
      .insertInto('recovery_consent')
      .values({ recovery, account })
      .onConflict((conflict) => conflict.doNothing())
      .returning('recovery')
      .executeTakeFirst();
    return row !== undefined;
  });
}

/** What the yeses to a request are worth today: whoever has left a role since counts no more. */
export async function findVoices(tx: Transaction, recovery: string, today: Day): Promise<readonly Voice[]> {
  return asSystem(tx, async () => {
    const asked = await running(tx, today)
      .innerJoin('recovery', (join) =>
        join.onRef('recovery.role', '=', 'role.id').onRef('recovery.account', '=', 'role_term.account'),
      )
      .select(['role.id', 'role.kind'])
      .where('recovery.id', '=', recovery)
      .forUpdate('recovery')
      .executeTakeFirst();
    if (asked === undefined) return [];
    const rows = await running(tx, today)
      .innerJoin('recovery_consent', 'recovery_consent.account', 'role_term.account')
      .select(['recovery_consent.account', 'role.id', 'role.kind'])
      .where('recovery_consent.recovery', '=', recovery)
      .execute();
    const voices = new Map<string, Voice>();
    for (const { account, id, kind } of rows) {
      if (id === asked.id) voices.set(account, 'colleague');
      else if (kind === SECOND[asked.kind] && !voices.has(account)) voices.set(account, 'second');
    }
    return [...voices.values()];
  });
}

export async function openRecovery(
  tx: Transaction,
  recovery: string,
  { opensAt, endsAt }: { readonly opensAt: Date; readonly endsAt: Date },
): Promise<void> {
  await asSystem(tx, () =>
    tx.updateTable('recovery').set({ opens_at: opensAt, ends_at: endsAt }).where('id', '=', recovery).execute(),
  );
}

/** A running request by alias and code. */
export interface Coded {
  readonly id: string;
  readonly account: string;
  readonly organisation: string | null;
  readonly opensAt: Date | null;
}

export async function findByCode(
  db: Reader,
  by: { readonly aliasKey: string; readonly codeHash: string },
  now: Date,
): Promise<Coded | null> {
  return asSystem(db, async () => {
    const row = await db
      .selectFrom('recovery')
      .innerJoin('account', 'account.id', 'recovery.account')
      .innerJoin('role', 'role.id', 'recovery.role')
      .select(['recovery.id', 'recovery.account', 'recovery.opens_at', 'role.organisation'])
      .where('account.alias_key', '=', by.aliasKey)
      .where('recovery.code_hash', '=', by.codeHash)
      .where('recovery.ends_at', '>', now)
      .executeTakeFirst();
    return row === undefined
      ? null
      : { id: row.id, account: row.account, organisation: row.organisation, opensAt: row.opens_at };
  });
}

/** Requests about one's own account. */
export async function findOwnRecoveries(
  db: Reader,
  account: string,
  now: Date,
): Promise<readonly { readonly id: string; readonly askedAt: Date; readonly opensAt: Date | null }[]> {
  const rows = await db
    .selectFrom('recovery')
    .select(['id', 'asked_at', 'opens_at'])
    .where('account', '=', account)
    .where('ends_at', '>', now)
    .orderBy('asked_at')
    .execute();
  return rows.map(({ id, asked_at, opens_at }) => ({ id, askedAt: asked_at, opensAt: opens_at }));
}

/** Ends all requests about an account; the organisations whose colleagues were asked. */
export async function deleteRecoveries(tx: Transaction, account: string): Promise<readonly string[]> {
  return asSystem(tx, async () => {
    const gone = await tx.deleteFrom('recovery').where('account', '=', account).returning('role').execute();
    const roles = gone.map(({ role }) => role);
    if (roles.length === 0) return [];
    const rows = await tx.selectFrom('role').select('organisation').where('id', 'in', roles).execute();
    return [...new Set(rows.flatMap(({ organisation }) => (organisation === null ? [] : [organisation])))];
  });
}

/** The account that these recovery words open; with `hold` nobody else uses them until the transaction ends. */
export async function findByWords(
  db: Reader,
  by: { readonly aliasKey: string; readonly hashes: readonly string[] },
  { hold = false }: { readonly hold?: boolean } = {},
): Promise<string | null> {
  return asSystem(db, async () => {
    const query = db
      .selectFrom('account')
      .select('id')
      .where('alias_key', '=', by.aliasKey)
      .where('recovery_hash', 'in', by.hashes);
    const row = await (hold ? query.forUpdate() : query).executeTakeFirst();
    return row?.id ?? null;
  });
}

export async function hasRescueWords(db: Reader, account: string): Promise<boolean> {
  const row = await db
    .selectFrom('account')
    .select('id')
    .where('id', '=', account)
    .where('recovery_hash', 'is not', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Forgets requests and questions that are over. */
export async function sweepRecoveries(tx: Transaction, now: Date): Promise<number> {
  return asSystem(tx, async () => {
    const { numDeletedRows } = await tx.deleteFrom('recovery').where('ends_at', '<=', now).executeTakeFirst();
    const questions = await tx.deleteFrom('ceremony').where('ends_at', '<=', now).executeTakeFirst();
    return Number(numDeletedRows + questions.numDeletedRows);
  });
}
