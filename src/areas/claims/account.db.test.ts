import { afterAll, beforeAll, expect, test } from 'vitest';
import { aClaim } from '../../../test/claims.ts';
import { openTestDatabase } from '../../../test/database.ts';
import { MIGRATIONS } from '../../app/migrations.ts';
import { REGISTER } from '../../app/register.ts';
import { STRANGER, system, type Actor } from '../../plain/actor.ts';
import { idFor } from '../../plain/ids.ts';
import type { Database } from '../../platform/database/index.ts';
import { accountOf, type Account } from './account.ts';
import type { Claim, NewClaim } from './claim.ts';
import { discardRevision } from './finish-revision.ts';
import { beginRevision, reviseKnown } from './revise.ts';
import { say } from './say.ts';
import { findClaims, insertSource } from './store.ts';

const subject = idFor('nujin');
const fields = REGISTER.fields.organisation;
const keeper = () => ({ db: database.as(system('test')), actor: system('test'), register: REGISTER });
let database: Database;

beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
  await database.as(system('test')).write(async (tx) => {
    const more = { speaker: null, licence: 'CC0', takedownContact: 'amt@landkreis.example' };
    const march = new Date('2026-03-01T10:00:00Z');
    const list = await insertSource(tx, { kind: 'list', publisher: 'Landkreis', retrievedAt: march, ...more }, 0);
    const own = await insertSource(tx, { kind: 'own', publisher: 'Nûjîn', retrievedAt: march, ...more }, 0);
    await say(tx, REGISTER, {
      subjects: [{ id: subject, kind: 'organisation' }],
      claims: [
        of(list, { value: 'Nujin' }),
        of(own, { value: 'Nûjîn', sourceKind: 'own', saidAt: new Date('2026-04-01T10:00:00Z') }),
        of(list, { field: 'mailbox', value: 'alt@nujin.example' }),
        of(own, { field: 'mailbox', value: 'innen@nujin.example', sourceKind: 'own', scope: 'partner' }),
        of(own, { field: 'website', value: 'https://nujin.example/', sourceKind: 'own' }),
        of(list, { field: 'website', value: 'https://geheim.example/', scope: 'partner' }),
      ],
      at: march,
    });
  });
}, 60_000);
afterAll(() => database.close());

function of(source: number, more: Partial<Claim>): NewClaim {
  const { id: _, retractedAt: __, ...claim } = aClaim({ subject, source, ...more });
  return claim;
}

async function account(reader: Actor, day: string | null = null): Promise<Account> {
  return database.as(reader).read(async (db) => {
    const shown = await db
      .selectFrom('organisation')
      .select(['scope', 'facts'])
      .where('subject', '=', subject)
      .execute();
    const found = await accountOf(db, { fields, subject, shown, day });
    if (found === null) throw new Error('no account');
    return found;
  });
}

const ofField = ({ fields: parts }: Account, name: string) => parts.find(({ field }) => field.name === name);

test('the organisation holds its own word, and the list stays visible as others say', async () => {
  const name = ofField(await account(STRANGER), 'name');
  expect(name?.holds.value).toBe('Nûjîn');
  expect(name?.others.map(({ value }) => value)).toEqual(['Nujin']);
});

test('a field that the organisation keeps to partners is not there for strangers, whoever else says it', async () => {
  expect(ofField(await account(STRANGER), 'mailbox')).toBeUndefined();
  expect(JSON.stringify([...(await account(STRANGER)).fields])).not.toContain('nujin.example"');
  expect(ofField(await account(system('test')), 'mailbox')?.holds.value).toBe('innen@nujin.example');
});

test('a word for partners about a public field is not counted among what others say to strangers', async () => {
  expect(ofField(await account(STRANGER), 'website')?.others).toEqual([]);
  expect(ofField(await account(system('test')), 'website')?.others).toHaveLength(1);
});

test('on an earlier day the account is what was known then', async () => {
  const name = ofField(await account(STRANGER, '2026-03-15'), 'name');
  expect(name?.holds.value).toBe('Nujin');
  expect(name?.others).toEqual([]);
});

test('while a list is being taken over, readers see the account as it was', async () => {
  const before = await account(STRANGER);
  const claims = await database.as(system('test')).read((db) => findClaims(db, [subject]));
  const db = database.as(system('test'));
  const at = new Date('2026-05-01T10:00:00Z');
  const revision = await db.write((tx) => beginRevision(tx, 'import', at));
  await db.write((tx) =>
    reviseKnown(tx, REGISTER, revision, {
      claims: [of(claims[0]?.source ?? 0, { value: 'Nujin e. V.', saidAt: at })],
      end: claims.filter(({ field, sourceKind }) => field === 'name' && sourceKind === 'list'),
      at,
    }),
  );
  expect(await account(STRANGER)).toEqual(before);
  expect(await account(STRANGER, '2026-06-01')).toMatchObject({ facts: before.facts });
  await discardRevision(keeper(), revision);
  expect(await account(STRANGER)).toEqual(before);
});
