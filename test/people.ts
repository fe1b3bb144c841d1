import type { Context } from '../src/platform/context.ts';
import { fixedClock } from '../src/platform/clock.ts';
import type { Database } from '../src/platform/database/index.ts';
import { createEvents } from '../src/platform/events.ts';
import { SILENT } from '../src/platform/log/index.ts';
import { loadWords } from '../src/platform/words/index.ts';
import { system, type Actor } from '../src/plain/actor.ts';
import { newId } from '../src/plain/ids.ts';
import { createAccount } from '../src/areas/people/create-account.ts';
import { openAccountSession } from '../src/areas/people/open-session.ts';
import { recogniser } from '../src/areas/people/recognise.ts';
import { findSessionsOf } from '../src/platform/http/index.ts';

const WORDS = loadWords('src').in('de');

/** Accounts, roles and sessions to try verbs with, used by the tests beside. */
export function tryPeople(database: Database, start: string) {
  const clock = fixedClock(start);
  const work = database.as(system('test'));
  const as = (actor: Actor): Context => ({
    db: database.as(actor),
    actor,
    clock,
    words: WORDS,
    events: createEvents(SILENT),
  });
  const account = (
    alias: string,
    { mail = null, passphrase = null }: { mail?: string | null; passphrase?: string | null } = {},
  ) => work.write((tx) => createAccount(tx, { alias, language: 'de', mail, passphrase }, clock.now()));
  return {
    clock,
    as,
    account,
    /** The context of an account that has just signed in, with all that it needs. */
    async signedIn(id: string, { hasTwoFactors = true }: { hasTwoFactors?: boolean } = {}): Promise<Context> {
      const opened = { account: id, device: null, instead: null, hasTwoFactors };
      await work.write((tx) => openAccountSession(tx, opened, clock.now()));
      const sessions = await work.write((tx) => findSessionsOf(tx, id, clock.now()));
      const session = sessions.find((each) => each.hasTwoFactors === hasTwoFactors);
      if (session === undefined) throw new Error('no session');
      const actor = await recogniser(database)(id, session.id, clock.now(), session);
      if (actor === null) throw new Error('nobody');
      return as(actor);
    },
    async organisation(): Promise<string> {
      const id = newId(clock.now());
      await database.sql("insert into subject (id, kind) values ($1, 'organisation')", [id]);
      return id;
    },
    async role(kind: string, organisation: string | null): Promise<string> {
      const id = newId(clock.now());
      await database.sql('insert into role (id, kind, organisation) values ($1, $2, $3)', [id, kind, organisation]);
      return id;
    },
    async term(role: string, place: string, id: string): Promise<void> {
      await database.sql(
        "insert into role_term (id, role, place, account, from_day) values ($1, $2, $3, $4, '2026-01-01')",
        [newId(clock.now()), role, place, id],
      );
    },
    async endTerm(role: string, id: string): Promise<void> {
      await database.sql(
        "update role_term set ended_on = '2026-11-21', account = null where role = $1 and account = $2",
        [role, id],
      );
    },
    async acts(organisation: string): Promise<unknown[]> {
      const { rows } = await database.sql('select act, by_role from chain_note where chain = $1 order by number', [
        organisation,
      ]);
      return rows.map(({ act, by_role }) => `${String(act)} ${String(by_role)}`);
    },
    async count(table: string): Promise<number> {
      const { rows } = await database.sql(`select count(*)::integer as count from ${table}`);
      return Number(rows[0]?.['count']);
    },
  };
}

/** As if every session of an account had shown a second factor. */
export async function proveSessions(database: Database, account: string): Promise<void> {
  await database.sql('update session set two_factors = true where account = $1', [account]);
}
