import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aSource, newClaim } from '../../test/claims.ts';
import { openTestDatabase } from '../../test/database.ts';
import { insertSource, rebuild, say, type NewClaim } from '../areas/claims/index.ts';
import { may as people } from '../areas/people/may.ts';
import {
  ONLOOKERS,
  SIGHTS_OF_COOPERATIONS,
  SIGHTS_OF_FACTS,
  SIGHTS_OF_PEOPLE,
  type Onlooker,
} from '../areas/protection/who-sees.ts';
import type { Actor } from '../plain/actor.ts';
import { STRANGER, system } from '../plain/actor.ts';
import { idFor } from '../plain/ids.ts';
import { SCOPES, type Scope } from '../plain/scope.ts';
import { note } from '../platform/chain/index.ts';
import { openProtected, type Database, type Reader } from '../platform/database/index.ts';
import { postMail } from '../platform/mail/index.ts';
import { MIGRATIONS } from './migrations.ts';
import { REGISTER } from './register.ts';

const AT = new Date('2026-11-01T08:00:00Z');
const HOUSES = ['open', 'guarded', 'tired'] as const;
const COLLEAGUE = idFor('colleague');
const SOMEBODY = idFor('somebody');
let database: Database;

/** A house that speaks for all three of the seeded organisations, so that one onlooker serves every cell. */
const organisations = HOUSES.map((key) => idFor(key));
const person = { session: 's', account: SOMEBODY, organisations: [idFor('elsewhere')], isAdmitted: false };
const ACTORS: Readonly<Record<Onlooker, Actor>> = {
  stranger: STRANGER,
  account: { kind: 'account', ...person },
  member: { kind: 'account', ...person, isAdmitted: true },
  organisation: { kind: 'account', ...person, account: COLLEAGUE, organisations },
  coordination: { kind: 'coordination', ...person },
  operator: { kind: 'operator', ...person },
};

beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
  await database.as(system('test')).write(async (tx) => {
    const source = await insertSource(
      tx,
      aSource(AT, { publisher: 'Rhönau', takedownContact: 'x@rhoenau.example' }),
      0,
    );
    await say(tx, REGISTER, {
      subjects: [
        ...HOUSES.map((key) => ({ id: idFor(key), kind: 'organisation' as const })),
        { id: idFor('round'), kind: 'network' },
      ],
      claims: [
        ...SCOPES.map((scope) => claim('open', source, scope, 'description', `known-${scope}`)),
        claim('guarded', source, 'public', 'phone', '+49371000111'),
        claim('guarded', source, 'public', 'name', 'Wacht'),
        claim('tired', source, 'public', 'description', 'known-lapsed'),
        { ...claim('open', source, 'public', 'members', ''), subject: idFor('round'), value: [idFor('guarded')] },
      ],
      at: AT,
    });
    await sql`update subject set protected_at = ${AT} where id = ${idFor('guarded')}`.execute(tx);
    await sql`update subject set lapsed_at = ${AT} where id = ${idFor('tired')}`.execute(tx);
    await seedUnfinished(tx);
    await seedPeople(tx);
    await seedCooperation(tx);
  });
  await rebuild({ db: database.as(system('test')), actor: system('test'), register: REGISTER });
}, 120_000);
afterAll(async () => {
  await database.close();
});

function claim(key: (typeof HOUSES)[number], source: number, scope: Scope, field: string, value: string): NewClaim {
  const language = field === 'description' ? { public: 'de', network: 'en', partner: 'tr', own: 'ar' }[scope] : null;
  return newClaim({ subject: idFor(key), field, language, value, source, scope, saidAt: AT });
}

type Tx = Parameters<typeof insertSource>[0];

async function seedUnfinished(tx: Tx): Promise<void> {
  await sql`insert into list (id, title, publisher, purpose, licence, role, rhythm, takedown_contact, made_at)
    values (${idFor('list')}, 'L', 'P', 'P', 'CC0', 'r', 'never', 'x', ${AT})`.execute(tx);
  await sql`insert into import (id, list, state, file_name, choices, counts, made_at)
    values (${idFor('import')}, ${idFor('list')}, 'compared', 'f.csv', '{}', '{}', ${AT})`.execute(tx);
  await sql`insert into import_row (import, row, outcome, name, facts, changes, ends, notes)
    values (${idFor('import')}, 1, 'new', 'known-unfinished', '[]', '[]', '{}', '[]')`.execute(tx);
}

async function seedPeople(tx: Tx): Promise<void> {
  const other = idFor('other person');
  await sql`insert into account (id, alias, alias_key, language, mail, began_on)
    values (${other}, 'known-alias', 'known-alias', 'de', 'known@x.example', '2026-11-01')`.execute(tx);
  await sql`insert into role (id, kind, organisation) values (${idFor('role')}, 'organisation', ${idFor('open')})`.execute(
    tx,
  );
  await sql`insert into role_term (id, role, place, account, from_day)
    values (${idFor('term')}, ${idFor('role')}, 'holder', ${other}, '2026-11-01')`.execute(tx);
  await sql`insert into session (id, token_hash, actor_kind, account, device, created_at, seen_on, ends_at)
    values (${idFor('session')}, 'h', 'account', ${other}, 'known-device', ${AT}, '2026-11-01', '2027-01-01')`.execute(
    tx,
  );
  await note(tx, idFor('open'), { at: AT, act: 'word.said', byRole: 'organisation', about: 'field/known-chain' });
  const mail = { subject: { key: 'known-mail' }, paragraphs: [], link: null };
  await postMail(tx, { receiver: 'known@x.example', language: 'de', ...mail }, AT);
}

/** A cooperation of the house that looks with another one, which shows its plan. */
async function seedCooperation(tx: Tx): Promise<void> {
  const [id, partners] = [idFor('cooperation'), [idFor('open'), idFor('another partner')]];
  await sql`insert into cooperation (id, partners, begun_on, title)
    values (${id}, ${`{${partners.join(',')}}`}::uuid[], '2026-11-01', 'known-cooperation')`.execute(tx);
  await sql`insert into subject (id, kind) values (${idFor('another partner')}, 'organisation')`.execute(tx);
  await sql`insert into cooperation_plan (cooperation, organisation, answers, shown_on)
    values (${id}, ${idFor('another partner')}, '{"offer": "known-plan"}', '2026-11-01')`.execute(tx);
  await sql`insert into sheet (cooperation, organisation, words)
    values (${id}, ${idFor('another partner')}, '{"limits": "known-sheet"}')`.execute(tx);
  await sql`insert into request (id, cooperation, sender, receiver, state, asked_on, was_sent)
    values (${idFor('known-request')}, ${id}, ${idFor('open')}, ${idFor('another partner')}, 'open', '2026-11-01', true)`.execute(
    tx,
  );
  await sql`insert into agreement (id, cooperation, begun_on)
    values (${idFor('known-agreement')}, ${id}, '2026-11-01')`.execute(tx);
  await sql`insert into search_request (id, organisation, expertise, offered, until)
    values (${idFor('search')}, ${idFor('open')}, 'known-search', 'x', '2099-01-01')`.execute(tx);
}

/** What can be read of a kind; each answers whether it is there for the reader. */
const LOOKS: Readonly<
  Record<
    keyof typeof SIGHTS_OF_FACTS | keyof typeof SIGHTS_OF_PEOPLE | keyof typeof SIGHTS_OF_COOPERATIONS,
    (db: Reader, actor: Actor) => Promise<boolean>
  >
> = {
  public: (db) => showsOpen(db, 'public'),
  network: (db) => showsOpen(db, 'network'),
  partner: (db) => showsOpen(db, 'partner'),
  own: (db) => showsOpen(db, 'own'),
  protected: (db) => stands(db, 'organisation', '+49371000111'),
  membership: async (db) =>
    (await memberships(db, 'claim', 'value')) || (await memberships(db, 'network', "facts -> 'members'")),
  lapsed: (db) => stands(db, 'organisation', 'known-lapsed'),
  unfinished: (db) => stands(db, 'import_row', 'known-unfinished'),
  roleTaken: (db) => stands(db, 'role_term', idFor('term')),
  chain: (db) => stands(db, 'chain_note', 'known-chain'),
  // Pages of roles read it as the program, after this policy has said yes.
  alias: async (db, actor) =>
    actor.kind === 'system'
      ? stands(db, 'account', 'known-alias')
      : people.seeHolders(actor, { kind: 'organisation', organisation: idFor('open') }) === true,
  account: (db) => stands(db, 'account', 'known-alias'),
  session: (db) => stands(db, 'session', 'known-device'),
  outbox: (db) => stands(db, 'mail', 'known-mail'),
  cooperation: (db) => stands(db, 'cooperation', 'known-cooperation'),
  shownPlan: (db) => stands(db, 'cooperation_plan', 'known-plan'),
  askedFor: (db) => stands(db, 'request', idFor('known-request')),
  agreement: (db) => stands(db, 'agreement', idFor('known-agreement')),
  sealedSheet: (db) => stands(db, 'sheet', 'known-sheet'),
  searchRequest: (db) => stands(db, 'search_request', 'known-search'),
};

/** A fact of a scope is seen in the projection exactly where its claim is. */
async function showsOpen(db: Reader, scope: Scope): Promise<boolean> {
  const shown = await stands(db, 'organisation', `known-${scope}`);
  expect(await stands(db, 'claim', `known-${scope}`)).toBe(shown);
  return shown;
}

async function memberships(db: Reader, table: string, members: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from ${sql.table(table)} where jsonb_exists(${sql.raw(members)}, ${idFor('guarded')})`.execute(
    db as never,
  );
  return rows.length > 0;
}

async function stands(db: Reader, table: string, text: string): Promise<boolean> {
  const { rows } = await sql`select 1 from ${sql.table(table)} t where t::text like ${`%${text}%`}`.execute(
    db as never,
  );
  return rows.length > 0;
}

async function sightOf(onlooker: Onlooker, kind: keyof typeof LOOKS): Promise<'yes' | 'no' | 'noted'> {
  const db = database.as(ACTORS[onlooker]);
  if (await db.read((tx) => LOOKS[kind](tx, ACTORS[onlooker]))) return 'yes';
  const afterOpening = await db.write(async (tx) => {
    for (const house of organisations) {
      await openProtected(tx, house);
      if (await LOOKS[kind](tx, ACTORS[onlooker])) return true;
    }
    return false;
  });
  return afterOpening ? 'noted' : 'no';
}

test.each(Object.entries({ ...SIGHTS_OF_FACTS, ...SIGHTS_OF_PEOPLE, ...SIGHTS_OF_COOPERATIONS }))(
  'everyone sees of "%s" what the page promises, cell by cell',
  async (kind, promised) => {
    const found: Record<string, string> = {};
    for (const onlooker of ONLOOKERS) found[onlooker] = await sightOf(onlooker, kind as keyof typeof LOOKS);
    expect(found).toEqual(promised);
  },
);

test('whatever is looked at here is really there', async () => {
  for (const look of Object.values(LOOKS))
    expect(await database.as(system('test')).read((tx) => look(tx, system('test')))).toBe(true);
});
