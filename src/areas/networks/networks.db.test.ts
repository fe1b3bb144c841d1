import { afterAll, beforeAll, expect, test } from 'vitest';
import { aSource, newClaim } from '../../../test/claims.ts';
import { openTestDatabase } from '../../../test/database.ts';
import { asking, enterAsOperator, frameOf, openWeb, type Answer } from '../../../test/web.ts';
import { MIGRATIONS } from '../../app/migrations.ts';
import { NEIGHBOURS } from '../../app/neighbours.ts';
import { REGISTER } from '../../app/register.ts';
import { STRANGER, system, type Actor } from '../../plain/actor.ts';
import { idFor } from '../../plain/ids.ts';
import type { Json } from '../../plain/json.ts';
import { fixedClock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import {
  beginRevision,
  finishWithdrawal,
  insertSource,
  publishRevision,
  rebuild,
  reviseNew,
  say,
  tidyRevision,
  withdrawRevision,
  type NewClaim,
} from '../claims/index.ts';
import { addOrganisationPages } from '../organisations/index.ts';
import { addNetworkPages, findShownNetworks } from './index.ts';

const AT = new Date('2026-03-01T08:00:00Z');
const LATER = new Date('2026-09-01T08:00:00Z');
const clock = fixedClock('2026-11-21T09:00:00Z');
const [NUJIN, TREFF, HIDDEN, GONE] = ['nujin', 'treff', 'hidden', 'gone'].map((key) => idFor(key)) as [
  string,
  string,
  string,
  string,
];
const [ROUND, QUIET, WOMEN] = ['round', 'quiet', 'women'].map((key) => idFor(key)) as [string, string, string];
let database: Database;
let cookie: string;
let ask: ReturnType<typeof asking>;
let source: number;
let actor: Actor;

beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
  actor = system('test');
  const web = openWeb({ database, clock });
  addNetworkPages(web, { frame: frameOf(), ...NEIGHBOURS });
  addOrganisationPages(web, { frame: frameOf(), ...NEIGHBOURS });
  cookie = await enterAsOperator(web, { database, clock });
  ask = asking(web);
  await database.as(actor).write(async (tx) => {
    source = await insertSource(tx, aSource(AT, { kind: 'role', publisher: 'Koordination', licence: 'cc0' }), 0);
    const networks = [ROUND, QUIET, WOMEN].map((id) => ({ id, kind: 'network' as const }));
    const organisations = [NUJIN, TREFF, HIDDEN].map((id) => ({ id, kind: 'organisation' as const }));
    await say(tx, REGISTER, {
      subjects: [...networks, ...organisations],
      claims: [
        claim(NUJIN, 'name', 'Komeleya Jinan a Nûjîn', { language: 'kmr' }),
        claim(NUJIN, 'name', 'Frauenverein Nûjîn', { language: 'de' }),
        claim(TREFF, 'name', 'Treff am Wehr', { language: 'de' }),
        claim(HIDDEN, 'name', 'Stilles Haus', { language: 'de', scope: 'partner' }),
        claim(ROUND, 'name', 'Runder Tisch Wohnen', { language: 'de' }),
        claim(ROUND, 'goal', 'Ein Musterblatt', { language: 'de' }),
        claim(ROUND, 'topics', ['Wohnung finden']),
        claim(ROUND, 'members', [NUJIN, HIDDEN, GONE].toSorted()),
        claim(QUIET, 'name', 'Bündnis Zuflucht', { language: 'de' }),
        claim(QUIET, 'members', [NUJIN], { scope: 'network' }),
        claim(WOMEN, 'name', 'شبكة النساء', { language: 'ar' }),
      ],
      at: AT,
    });
  });
}, 120_000);
afterAll(() => database.close());

function claim(subject: string, field: string, value: Json, more: Partial<NewClaim> = {}): NewClaim {
  return newClaim({ subject, field, value, source, sourceKind: 'role', saidAt: AT, ...more });
}

const get = (path: string, as: 'stranger' | 'operator' = 'stranger'): Promise<Answer> =>
  ask.get(path, as === 'operator' ? cookie : null);

test('all networks stand in one list by name, each with how many belong to it as far as that is public', async () => {
  const { text } = await get('/netzwerke');
  const names = [...text.matchAll(/<h2 class="row-title"><a [^>]*>(?:<[^>]+>)*([^<]+)/g)].map(([, name]) => name);
  expect(names).toEqual(['Bündnis Zuflucht', 'Runder Tisch Wohnen', 'شبكة النساء']);
  expect(text.match(/3 Organisationen machen mit/g)).toHaveLength(1);
  expect(text.match(/Wer mitmacht, ist hier nicht öffentlich/g)).toHaveLength(2);
  expect((await get('/netzwerke', 'operator')).text).toContain('Eine Organisation macht mit');
  expect((await get('/netzwerke?seite=7')).text).toContain('href="?seite=1"');
});

test('a network names its members in their own language, links them and only counts whom the reader may not know', async () => {
  const { status, text } = await get(`/netzwerke/${ROUND}`);
  expect(status).toBe(200);
  expect(text).toContain('3 Organisationen machen mit');
  expect(text).toContain(
    `<a href="/organisationen/${NUJIN}"><span lang="kmr" dir="ltr"><bdi>Komeleya Jinan a Nûjîn</bdi></span></a>`,
  );
  expect(text).toContain('2 Einträge ohne öffentlichen Namen');
  expect(text).not.toContain('Stilles Haus');
  expect(text).toContain('Ein Musterblatt');
  expect(text).toContain('Koordination');
  expect((await get(`/netzwerke/${ROUND}`, 'operator')).text).not.toContain('Stilles Haus');
});

test('who belongs is public only where the network says so, on its page and on those of its members', async () => {
  const stranger = await get(`/netzwerke/${QUIET}`);
  expect(stranger.text).toContain('Wer mitmacht, ist hier nicht öffentlich');
  for (const { text } of [stranger, await get(`/netzwerke/${QUIET}.json`)]) expect(text).not.toContain(NUJIN);
  expect((await get(`/netzwerke/${QUIET}`, 'operator')).text).toContain('Komeleya Jinan');
  const member = await get(`/organisationen/${NUJIN}`);
  expect(member.text).toContain('Macht in einem Netzwerk mit');
  expect(member.text).toContain(`href="/netzwerke/${ROUND}"`);
  expect(member.text).not.toContain(QUIET);
  expect((await get(`/organisationen/${TREFF}`)).text).not.toContain('Netzwerk');
});

test('machines get a network with its sources, and what is none is not found', async () => {
  const json = JSON.parse((await get(`/netzwerke/${ROUND}.json`)).text) as { kind: string; facts: { field: string }[] };
  expect(json.kind).toBe('network');
  expect(json.facts.map(({ field }) => field)).toEqual(['name', 'goal', 'topics', 'members']);
  for (const path of [`/netzwerke/${NUJIN}`, '/netzwerke/x', `/netzwerke/${idFor('nothing')}`, `/angebote/${ROUND}`])
    expect((await get(path)).status).toBe(404);
});

test('an earlier day shows who belonged then, and afterwards the older word stays readable', async () => {
  await database.as(actor).write((tx) =>
    say(tx, REGISTER, {
      claims: [claim(ROUND, 'members', [TREFF], { saidAt: LATER })],
      at: LATER,
    }),
  );
  expect((await get(`/netzwerke/${ROUND}`)).text).toContain('Eine Organisation macht mit');
  const past = await get(`/netzwerke/${ROUND}?stand=2026-05-01`);
  expect(past.text).toContain('3 Organisationen machen mit');
  expect(past.text).toContain('1. Mai 2026');
  expect((await get(`/netzwerke/${ROUND}?stand=2026-01-01`)).status).toBe(404);
  expect((await get(`/organisationen/${TREFF}`)).text).toContain(`href="/netzwerke/${ROUND}"`);
  expect((await get(`/organisationen/${NUJIN}`)).text).not.toContain(`href="/netzwerke/${ROUND}"`);
});

test('a network brought in by a revision goes with it, and the projections can be rebuilt to the byte', async () => {
  const keeper = { db: database.as(actor), actor, register: REGISTER };
  const id = idFor('youth');
  const seen = () => database.as(STRANGER).read((db) => findShownNetworks(db, [id]));
  const revision = await keeper.db.write((tx) => beginRevision(tx, 'import', AT));
  await keeper.db.write((tx) =>
    reviseNew(tx, REGISTER, revision, {
      subjects: [{ id, kind: 'network' }],
      claims: [claim(id, 'name', 'Fachkreis Jugend', { language: 'de' }), claim(id, 'members', [NUJIN])],
    }),
  );
  expect(await seen()).toEqual([]);
  await keeper.db.write((tx) => publishRevision(tx, REGISTER, revision));
  await tidyRevision(keeper, revision);
  expect(await seen()).toHaveLength(1);
  expect((await get(`/organisationen/${NUJIN}`)).text).toContain(`href="/netzwerke/${id}"`);
  expect(Object.values((await rebuild(keeper)).same)).toEqual(REGISTER.projections.map(() => true));
  const cover = await withdrawRevision(keeper, revision, LATER, async () => undefined);
  await finishWithdrawal(keeper, revision, cover, async () => undefined);
  expect(await seen()).toEqual([]);
  expect((await get(`/netzwerke/${id}`)).status).toBe(404);
  expect(Object.values((await rebuild(keeper)).same)).toEqual(REGISTER.projections.map(() => true));
});
