import { afterAll, beforeAll, expect, test } from 'vitest';
import { aSource, newClaim } from '../../test/claims.ts';
import { openTestDatabase } from '../../test/database.ts';
import { asking, enterAsOperator, frameOf, openWeb, type Answer } from '../../test/web.ts';
import { insertSource, rebuild, say, type NewClaim } from '../areas/claims/index.ts';
import { openFinder } from '../areas/finding/index.ts';
import type { ImportWork } from '../areas/lists/index.ts';
import { addNetworkPages } from '../areas/networks/index.ts';
import { addOfferPages } from '../areas/offers/index.ts';
import { addOrganisationPages } from '../areas/organisations/index.ts';
import { openGazetteer, rhoenauTable } from '../areas/places/index.ts';
import { idFor } from '../plain/ids.ts';
import { system } from '../plain/actor.ts';
import { fixedClock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import { findInstallation } from '../platform/installation/index.ts';
import { inventedId } from './demo-ids.ts';
import type { Frames } from './frame.ts';
import { MIGRATIONS } from './migrations.ts';
import { NEIGHBOURS } from './neighbours.ts';
import { addBeginPage } from './pages/begin.tsx';
import { renderEntrance } from './pages/entrance.tsx';
import { addExamplePages } from './pages/examples.tsx';
import { addStartPage } from './pages/start.tsx';
import { renderTrouble } from './pages/trouble.tsx';
import { REGISTER } from './register.ts';

const TODAY = '2026-11-21';
const clock = fixedClock(`${TODAY}T09:00:00Z`);
const gazetteer = openGazetteer({ extra: [rhoenauTable()] });
const NUJIN = inventedId('organisation/frauenverein-nujin');
let database: Database;
let imports: ImportWork;
let cookie: string;
let ask: ReturnType<typeof asking>;

beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
  imports = {
    actor: system('test'),
    db: database.as(system('test')),
    clock,
    register: REGISTER,
    gazetteer,
    pathOf: (file) => file,
    removeFile: () => Promise.resolve(),
  };
  const frame: Frames = Object.assign(frameOf(), {
    begun: () => database.as(system('test')).read((db) => findInstallation(db)),
  });
  const web = openWeb({ database, clock }, { renderTrouble: renderTrouble(frame) });
  const finder = openFinder(gazetteer);
  addStartPage(web, { frame, finder });
  addBeginPage(web, { home: { imports, clock }, frame, after: () => Promise.resolve() });
  addExamplePages(web, { frame, clock });
  addOrganisationPages(web, { frame, ...NEIGHBOURS });
  addOfferPages(web, { frame, ...NEIGHBOURS });
  addNetworkPages(web, { frame, ...NEIGHBOURS });
  cookie = await enterAsOperator(web, { database, clock, renderEntrance: renderEntrance(frame) });
  ask = asking(web);
}, 120_000);
afterAll(async () => {
  await database.close();
});

const cookieOf = (who: 'stranger' | 'operator') => (who === 'operator' ? cookie : null);
const get = (path: string, as: 'stranger' | 'operator' = 'stranger'): Promise<Answer> => ask.get(path, cookieOf(as));
const begin = (form: Record<string, string>, as: 'stranger' | 'operator'): Promise<Answer> =>
  ask.post('/beginn', form, cookieOf(as));

test('before the beginning a stranger reads how to enter and the operator gets the two ways', async () => {
  const stranger = await get('/');
  expect(stranger.text).toContain('npm run -s geflecht -- entrance');
  expect(stranger.text).not.toContain('<form class="form"');
  const operator = await get('/', 'operator');
  expect(operator.text.match(/action="\/beginn"/g)).toHaveLength(2);
  expect((await get('/beispiele')).status).toBe(404);
});

test('a stranger cannot begin, and an empty name comes back with what is missing', async () => {
  expect((await begin({ way: 'rhoenau' }, 'stranger')).status).toBe(403);
  const faulty = await begin({ way: 'empty', site: ' ' }, 'operator');
  expect(faulty.status).toBe(422);
  expect(faulty.text).toContain('höchstens 80 Zeichen');
});

test('the invented county is there at once, whole, and only once', async () => {
  const before = performance.now();
  expect((await begin({ way: 'rhoenau' }, 'operator')).status).toBe(303);
  expect(performance.now() - before).toBeLessThan(10_000);
  const { rows } = await database.sql(
    'select kind, count(*)::integer as count from subject group by kind order by kind',
  );
  expect(rows).toEqual([
    { kind: 'network', count: 11 },
    { kind: 'offer', count: 388 },
    { kind: 'organisation', count: 214 },
  ]);
  expect((await begin({ way: 'rhoenau' }, 'operator')).status).toBe(409);
  expect((await begin({ way: 'empty', site: 'Anders' }, 'operator')).status).toBe(409);
});

test('the invented county can be rebuilt from its claims to the byte', async () => {
  const { subjects, same } = await rebuild(imports);
  expect([subjects, ...Object.values(same)]).toEqual([613, true, true, true, true]);
});

test('the start page says in four sentences how the mesh stands', async () => {
  const { text } = await get('/');
  expect(text).toContain('<b>214</b> Organisationen und <b>388</b> Angebote sind bekannt.');
  expect(text).toContain('Aus 6 Listen und 41 Selbstauskünften.');
  expect(text).toContain('Angebote wurden in den letzten 180 Tagen bestätigt.');
  expect(text).toContain('nur bis Jahresende gesichert');
  expect(text).not.toContain('<script');
});

test('an association names itself in its own language first, and its street is not for strangers', async () => {
  const { text, status } = await get(`/organisationen/${NUJIN}`);
  expect(status).toBe(200);
  expect(text).toMatch(/<h1><span lang="kmr" dir="ltr"><bdi>Komeleya Jinan a Nûjîn/);
  expect(text).toContain('So nennen wir uns');
  expect(text).toContain('Die Organisation selbst');
  expect(text).not.toContain('Leinensteig');
  const operator = await get(`/organisationen/${NUJIN}`, 'operator');
  // Whoever runs the house sees it only after opening it, with a note for the organisation.
  expect(operator.text).not.toContain('Leinensteig');
  const json = await get(`/organisationen/${NUJIN}.json`, 'operator');
  expect(json.text).not.toContain('Leinensteig');
  expect(JSON.parse(json.text)).toMatchObject({ id: NUJIN, kind: 'organisation' });
});

test('an offer links its carrier and tells its times and conditions in words', async () => {
  const { text } = await get(`/angebote/${inventedId('offer/0004-sprachcafe')}`);
  expect(text).toContain(`href="/organisationen/${inventedId('organisation/weberviertel')}"`);
  expect(text).toContain('mittwochs und sonntags 15–17 Uhr');
  expect(text).toContain('ohne Papiere');
  expect(text).not.toContain('Gartenplatz');
});

test('the eleven networks name their members, but not where taking part can bring trouble', async () => {
  const { text } = await get('/netzwerke');
  expect(text.match(/<h2 class="row-title">/g)).toHaveLength(11);
  const network = await get(`/netzwerke/${inventedId('network/frauen-gesundheit')}`);
  expect(network.text).toContain('18 Organisationen machen mit');
  expect(network.text).toContain(`href="/organisationen/${NUJIN}"`);
  expect(network.text).toContain('Koordination der Netzwerke im Landkreis Rhönau (erfunden)');
  expect((await get(`/organisationen/${NUJIN}`)).text).toContain(
    `href="/netzwerke/${inventedId('network/frauen-gesundheit')}"`,
  );
  const quiet = `/netzwerke/${inventedId('network/solidarische-stadt')}`;
  expect((await get(quiet)).text).toContain('Wer mitmacht, ist hier nicht öffentlich.');
  expect((await get(quiet, 'operator')).text).toContain('15 Organisationen machen mit');
});

test('lists that say something else are shown beside what holds', async () => {
  const { rows } =
    await database.sql(`select c.subject from claim c join claim d on d.subject = c.subject and d.field = c.field
    and d.language is not distinct from c.language and d.value <> c.value and d.source <> c.source
    join subject s on s.id = c.subject where s.kind = 'organisation' and c.field = 'name' limit 1`);
  const { text } = await get(`/organisationen/${String(rows[0]?.['subject'])}`);
  expect(text).toContain('Andere sagen');
});

test('what does not exist and what is no id give the same page', async () => {
  const missing = await get(`/organisationen/${idFor('nobody')}`);
  const odd = await get('/organisationen/x');
  const wrongKind = await get(`/angebote/${NUJIN}`);
  for (const page of [odd, wrongKind]) expect(page).toEqual({ ...missing, text: page.text });
  expect(missing.status).toBe(404);
  expect(odd.text.replace(/organisationen[^"]*|angebote[^"]*/g, '')).toBe(
    missing.text.replace(/organisationen[^"]*|angebote[^"]*/g, ''),
  );
});

test('an earlier day shows what was known then, and never a field that is kept from the reader', async () => {
  const id = idFor('turning');
  const at = (day: string) => new Date(`${day}T08:00:00Z`);
  const fact = (field: string, value: string, day: string, source: number, more: Partial<NewClaim> = {}): NewClaim => {
    const language = field === 'name' ? 'de' : null;
    return newClaim({ subject: id, field, language, value, source, sourceKind: 'own', saidAt: at(day), ...more });
  };
  await database.as(system('test')).write(async (tx) => {
    const source = await insertSource(
      tx,
      aSource(at('2026-01-01'), { kind: 'own', speaker: id, publisher: 'Wir', licence: 'own' }),
      0,
    );
    await say(tx, REGISTER, {
      subjects: [{ id, kind: 'organisation' }],
      claims: [
        fact('name', 'Alter Name', '2026-01-01', source),
        fact('name', 'Neuer Name', '2026-06-01', source),
        fact('district', 'Geheimviertel', '2026-06-01', source, { scope: 'partner' }),
        fact('district', 'Listenviertel', '2026-01-01', source, { sourceKind: 'list' }),
      ],
      at: clock.now(),
    });
  });
  expect((await get(`/organisationen/${id}`)).text).toMatch(/<h1><bdi>Neuer Name/);
  const past = await get(`/organisationen/${id}?stand=2026-03-31`);
  expect(past.text).toMatch(/<h1><bdi>Alter Name/);
  expect(past.text).toContain('31. März 2026');
  for (const { text } of [past, await get(`/organisationen/${id}`)])
    expect(text).not.toMatch(/Geheimviertel|Listenviertel/);
  expect((await get(`/organisationen/${id}?stand=2025-01-01`)).status).toBe(404);
  expect((await get(`/organisationen/${id}?stand=gestern`)).text).toMatch(/<h1><bdi>Neuer Name/);
});

test('a row that vanished from its list is said on the page, and from which day on', async () => {
  const list = inventedId('list/vereine');
  await database.sql("update list_row set gone_on = '2026-10-01' where list = $1 and subject = $2", [list, NUJIN]);
  expect((await get(`/organisationen/${NUJIN}`)).text).toContain(
    'Nicht mehr in der Liste „Vereinsliste der Stadt Rhönau“ seit 1. Oktober 2026',
  );
  expect((await get(`/organisationen/${NUJIN}?stand=2026-09-01`)).text).not.toContain('Nicht mehr in der Liste');
});

test('a subject that was forwarded answers with a redirect for ever', async () => {
  await database.sql('update subject set forwarded_to = $1 where id = $2', [NUJIN, idFor('turning')]);
  const { status, location } = await get(`/organisationen/${idFor('turning')}.json`);
  expect([status, location]).toEqual([301, `/organisationen/${NUJIN}.json`]);
});

test('the lists to try are there on the invented county', async () => {
  expect((await get('/beispiele')).text.match(/href="\/beispiele\//g)).toHaveLength(7);
  expect((await get('/beispiele/vereine.csv')).status).toBe(200);
  expect((await get('/beispiele/nichts.csv')).status).toBe(404);
});
