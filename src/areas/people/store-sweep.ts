import { postMail } from '../../platform/mail/index.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { saying } from '../../plain/words.ts';
import { addDays, dayOf, type Day } from '../../plain/time.ts';
import { removeAccount } from './remove-account.ts';
import { sweepRecoveries } from './store-rescue.ts';
import './tables.ts';

const IDLE_DAYS = 365;
const WARN_DAYS = 30;

/** Sign-ins half done, questions to devices and recoveries that are over. Only as the program itself. */
export async function sweepWaysIn(tx: Transaction, now: Date): Promise<number> {
  const halves = await tx.deleteFrom('half_sign_in').where('ends_at', '<=', now).executeTakeFirst();
  return Number(halves.numDeletedRows) + (await sweepRecoveries(tx, now));
}

/**
 * Accounts without a role that nobody has used for a year: they are warned by mail a month before, where there is
 * one, and then gone. Who was warned late has the whole month all the same.
 */
export async function sweepIdleAccounts(tx: Transaction, now: Date): Promise<number> {
  const today = dayOf(now);
  const idle = await findIdle(tx, addDays(today, WARN_DAYS - IDLE_DAYS));
  let count = 0;
  for (const account of idle) {
    if (account.mail !== null && account.warnedOn === null) {
      await warn(tx, account.id, { mail: account.mail, language: account.language }, now);
    } else if (account.lastOn < addDays(today, -IDLE_DAYS) && isWarned(account, today)) {
      await removeAccount(tx, account.id, 'system', now);
      count += 1;
    }
  }
  return count;
}

interface Idle {
  readonly id: string;
  readonly mail: string | null;
  readonly language: string;
  readonly lastOn: Day;
  readonly warnedOn: Day | null;
}

function isWarned({ mail, warnedOn }: Idle, today: Day): boolean {
  return mail === null || (warnedOn !== null && warnedOn <= addDays(today, -WARN_DAYS));
}

async function findIdle(tx: Transaction, before: Day): Promise<readonly Idle[]> {
  // Who came back after a warning begins anew.
  await tx
    .deleteFrom('idle_warning')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('account')
          .select('account.id')
          .whereRef('account.id', '=', 'idle_warning.account')
          .whereRef('account.seen_on', '>', 'idle_warning.warned_on'),
      ),
    )
    .execute();
  const rows = await tx
    .selectFrom('account')
    .leftJoin('idle_warning', 'idle_warning.account', 'account.id')
    .select((eb) => [
      'account.id',
      'account.mail',
      'account.language',
      'idle_warning.warned_on',
      eb.fn.coalesce('account.seen_on', 'account.began_on').as('last_on'),
    ])
    .where((eb) => eb(eb.fn.coalesce('account.seen_on', 'account.began_on'), '<', before))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('role_term')
            .select('role_term.id')
            .whereRef('role_term.account', '=', 'account.id')
            .where('role_term.ended_on', 'is', null),
        ),
      ),
    )
    .orderBy('account.id')
    .execute();
  return rows.map(({ warned_on, last_on, ...row }) => ({ ...row, warnedOn: warned_on, lastOn: last_on }));
}

async function warn(
  tx: Transaction,
  account: string,
  { mail, language }: { readonly mail: string; readonly language: string },
  now: Date,
): Promise<void> {
  await tx
    .insertInto('idle_warning')
    .values({ account, warned_on: dayOf(now) })
    .execute();
  await postMail(
    tx,
    {
      receiver: mail,
      language,
      subject: saying('people.idle.subject'),
      paragraphs: [saying('people.idle.text', { days: WARN_DAYS }), saying('people.idle.stay')],
      link: '/anmelden',
    },
    now,
  );
}
