import type { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aSource, newClaim } from '../../test/claims.ts';
import { openTestDatabase } from '../../test/database.ts';
import { frameOf, openWeb } from '../../test/web.ts';
import { sql } from 'kysely';
import { insertSource, say } from '../areas/claims/index.ts';
import {
  addDisclosurePages,
  addInventoryPages,
  addWhoSeesPage,
  discloseOrganisation,
  inventoryOf,
} from '../areas/protection/index.ts';
import { recogniser } from '../areas/people/index.ts';
import { STRANGER, system, type Actor } from '../plain/actor.ts';
import { idFor } from '../plain/ids.ts';
import { fixedClock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import { hashOf, insertSession, newToken, type Env } from '../platform/http/index.ts';
import { LANGUAGES } from '../platform/words/index.ts';
import { DISCLOSING } from './disclosure.ts';
import { BESIDE, HOLDINGS } from './holdings.ts';
import { MIGRATIONS } from './migrations.ts';
import { renderTrouble } from './pages/trouble.tsx';
import type { Frames } from './frame.ts';
import { REGISTER } from './register.ts';

const HOUSE = idFor('house');
const OTHER = idFor('other house');
const NOW = new Date('2026-11-21T09:00:00Z');
let database: Database;
let web: Hono<Env>;
const cookies = new Map<string, string>();

beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
  const frame: Frames = Object.assign(
    frameOf(() => ({ signedIn: false })),
    { begun: () => Promise.resolve(null) },
  );
  const clock = fixedClock(NOW.toISOString());
  web = openWeb({ database, clock }, { renderTrouble: renderTrouble(frame), recognise: recogniser(database) });
  addInventoryPages(web, { frame, inventory: inventoryOf(REGISTER.fields, HOLDINGS), beside: BESIDE });
  addWhoSeesPage(web, { frame });
  addDisclosurePages(web, {
    frame,
    asStranger: database.as(STRANGER),
    as: (actor) => database.as(actor),
    ...DISCLOSING,
  });
  await seed();
}, 120_000);
afterAll(async () => {
  await database.close();
});

async function seed(): Promise<void> {
  await database.as(system('test')).write(async (tx) => {
    const source = await insertSource(tx, aSource(NOW, { publisher: 'R', takedownContact: 'x' }), 0);
    const said = { source, saidAt: NOW };
    await say(tx, REGISTER, {
      subjects: [HOUSE, OTHER].map((id) => ({ id, kind: 'organisation' as const })),
      claims: [
        newClaim({ ...said, subject: HOUSE, field: 'name', language: 'ar', value: 'بيت الليلك' }),
        newClaim({ ...said, subject: HOUSE, field: 'street', value: 'Fliederweg 3', scope: 'partner' }),
        newClaim({ ...said, subject: OTHER, field: 'name', language: 'de', value: 'Anderes Haus' }),
      ],
      at: NOW,
    });
    await seedTogether(tx);
    for (const [who, kind, organisation] of [
      ['speaker', 'organisation', HOUSE],
      ['neighbour', 'organisation', OTHER],
      ['operator', 'operator', null],
    ] as const) {
      await sql`insert into account (id, alias, alias_key, language, mail, began_on, seen_on)
        values (${idFor(who)}, ${`Alias ${who}`}, ${`alias ${who}`}, 'de', ${`${who}@x.example`}, '2026-10-01', '2026-11-20')`.execute(
        tx,
      );
      await sql`insert into role (id, kind, organisation) values (${idFor(`role ${who}`)}, ${kind}, ${organisation})`.execute(
        tx,
      );
      await sql`insert into role_term (id, role, place, account, from_day)
        values (${idFor(`term ${who}`)}, ${idFor(`role ${who}`)}, 'holder', ${idFor(who)}, '2026-10-05')`.execute(tx);
      const token = newToken();
      await insertSession(
        tx,
        { tokenHash: hashOf(token), account: idFor(who), device: 'Firefox', hasTwoFactors: true },
        NOW,
      );
      cookies.set(who, token);
    }
  });
}

/** The two houses do something together; each has written its sheet, and neither is open yet. */
async function seedTogether(tx: Parameters<typeof say>[0]): Promise<void> {
  const id = idFor('cooperation');
  await sql`insert into cooperation (id, partners, begun_on, title)
    values (${id}, ${`{${HOUSE},${OTHER}}`}::uuid[], '2026-11-21', 'Gemeinsamer Garten')`.execute(tx);
  for (const [organisation, words] of [
    [HOUSE, 'eigener Bogen'],
    [OTHER, 'versiegelter Bogen'],
  ])
    await sql`insert into sheet (cooperation, organisation, words)
      values (${id}, ${organisation}, ${JSON.stringify({ expectations: [{ words, firmness: 'open' }] })})`.execute(tx);
}

async function get(path: string, who?: string, language = 'de') {
  const response = await web.request(path, {
    headers: {
      'accept-language': language,
      ...(who === undefined ? {} : { cookie: `session=${cookies.get(who) ?? ''}` }),
    },
  });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

test('the inventory and who sees what are there for everybody, in every language', async () => {
  for (const { code } of LANGUAGES) {
    const inventory = await get(`/datenschutz/inventar?lang=${code}`);
    expect(inventory.status).toBe(200);
    expect(inventory.text).toContain('chain_note');
    expect((await get(`/was-kann-wer-sehen?lang=${code}`)).status).toBe(200);
  }
  const json = JSON.parse((await get('/datenschutz/inventar.json')).text) as { facts: unknown[]; holdings: unknown[] };
  expect(json.facts.length).toBeGreaterThan(50);
  expect((await get('/was-kann-wer-sehen')).text).toContain('mit Eintrag');
});

test('the organisation and the operator get the same list, everybody else the page of what does not exist', async () => {
  const path = `/organisationen/${HOUSE}/auskunft`;
  const own = await get(path, 'speaker');
  expect(own.status).toBe(200);
  expect(own.text).toContain('بيت الليلك');
  expect(own.text).not.toContain('Fliederweg');
  expect(own.text).not.toContain('Alias speaker');
  expect(own.headers.get('cache-control')).toBe('no-store');
  const form = '?form=json';
  const told = async (who: string) => {
    const { together, ...rest } = JSON.parse((await get(path + form, who)).text) as Record<string, unknown>;
    return { together, rest };
  };
  expect((await told('operator')).rest).toEqual((await told('speaker')).rest);
  for (const who of ['neighbour', undefined]) {
    const hidden = await get(path, who);
    const nothing = await get(`/organisationen/${idFor('nothing')}/auskunft`, who);
    expect(hidden.status).toBe(404);
    expect(hidden.text.replaceAll(HOUSE, 'X')).toBe(nothing.text.replaceAll(idFor('nothing'), 'X'));
  }
  expect((await get(`/organisationen/${idFor('nothing')}/auskunft`, 'operator')).status).toBe(404);
});

test('what it does with others an organisation is told with every word; keepers not whether there is something', async () => {
  const path = `/organisationen/${HOUSE}/auskunft`;
  const own = await get(`${path}?form=json`, 'speaker');
  for (const known of ['Gemeinsamer Garten', 'eigener Bogen']) expect(own.text).toContain(known);
  expect(own.text).not.toContain('versiegelter Bogen');
  expect((await get(`/organisationen/${OTHER}/auskunft?form=json`, 'neighbour')).text).toContain('versiegelter Bogen');
  expect((await get(path, 'speaker')).text).toContain('1 Eintrag');
  // Whoever speaks for both is told about one with the rights of this one.
  const both = { kind: 'account', session: 's', account: idFor('both'), isAdmitted: true } as const;
  const asked: Actor = { ...both, organisations: [HOUSE, OTHER] };
  const as = (actor: Actor) => database.as(actor);
  const told = await discloseOrganisation({ ...DISCLOSING, asStranger: as(STRANGER), as, db: as(asked) }, HOUSE, asked);
  expect(JSON.stringify(told)).toContain('eigener Bogen');
  expect(JSON.stringify(told)).not.toContain('versiegelter Bogen');
  const before = await get(path, 'operator');
  expect(JSON.parse((await get(`${path}?form=json`, 'operator')).text)).toMatchObject({ together: null });
  expect(before.text).not.toMatch(/Gemeinsamer Garten|eigener Bogen|1 Eintrag/);
  await database.as(system('test')).write((tx) => sql`delete from cooperation`.execute(tx));
  const without = (await get(path, 'operator')).text;
  expect(without.replaceAll(/[0-9a-f-]{36}/g, '')).toBe(before.text.replaceAll(/[0-9a-f-]{36}/g, ''));
});

test('one’s own account: alias, month, day, roles; no mail, no session, nothing of others', async () => {
  const { status, text } = await get('/konto/auskunft?form=json', 'speaker');
  expect(status).toBe(200);
  expect(JSON.parse(text)).toEqual({
    alias: 'Alias speaker',
    beganIn: '2026-10',
    seenOn: '2026-11-20',
    roles: [{ kind: 'organisation', organisation: HOUSE, place: 'holder', since: '2026-10-05' }],
  });
  expect((await get('/konto/auskunft', 'speaker')).text).toContain('5. Oktober 2026');
  expect((await get('/konto/auskunft')).status).toBe(404);
});
