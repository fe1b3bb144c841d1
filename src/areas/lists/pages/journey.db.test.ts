import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../../../test/database.ts';
import { MIGRATIONS } from '../../../app/migrations.ts';
import { REGISTER } from '../../../app/register.ts';
import { system } from '../../../plain/actor.ts';
import { systemClock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/index.ts';
import { createEvents } from '../../../platform/events.ts';
import { addEntrance, createWeb, makeEntrance, type Env, type Request } from '../../../platform/http/index.ts';
import { createLog } from '../../../platform/log/index.ts';
import { loadWords } from '../../../platform/words/index.ts';
import type { Frame } from '../../../ui/index.ts';
import { openGazetteer, rhoenauTable } from '../../places/index.ts';
import { addListPages, advance, findImport, type ImportWork } from '../index.ts';

const ORIGIN = 'http://localhost';
const log = createLog({ level: 'error' });
const clock = systemClock;
let database: Database;
let web: Hono<Env>;
let uploads: string;
let cookie: string;
let work: ImportWork;

beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
  uploads = await mkdtemp(join(tmpdir(), 'lists-'));
  const gazetteer = openGazetteer({ extra: [rhoenauTable()] });
  const pathOf = (file: string) => join(uploads, basename(file));
  const actor = system('import');
  work = { db: database.as(actor), actor, clock, register: REGISTER, gazetteer, pathOf, removeFile: (file) => rm(pathOf(file), { force: true }) };
  const words = loadWords(join(import.meta.dirname, '../../..'));
  web = createWeb({
    database, words, clock, events: createEvents(log), log, origin: ORIGIN,
    renderTrouble: (trouble) => `trouble: ${trouble.kind}`, bodyLimits: [{ path: /^\/listen(\/.*)?$/, bytes: 1e8 }],
  });
  addEntrance(web, { database, clock, origin: ORIGIN, renderEntrance: () => 'entrance' });
  addListPages(web, { frame: async (c) => frameOf(c), gazetteer, uploads, imports: work, send: (id, step) => advance(work, id, step) });
  const link = await makeEntrance(database, ORIGIN, clock);
  const entered = await web.request(link, { method: 'POST', headers: { origin: ORIGIN } });
  cookie = (entered.headers.getSetCookie().find((each) => each.startsWith('session=')) ?? '').split(';')[0] ?? '';
}, 60_000);
afterAll(async () => {
  await database.close();
  await rm(uploads, { recursive: true });
});

function frameOf(c: Request): Frame {
  return {
    words: c.var.words, url: new URL(c.req.url), site: 'Probe', invented: true, signedIn: c.var.actor.kind === 'operator',
    languages: [], nav: [], notice: null, asset: (name) => `/${name}`, unread: false,
  };
}

const get = async (path: string, as = cookie) => web.request(`${ORIGIN}${path}`, { headers: { cookie: as, 'accept-language': 'de' } });
const post = async (path: string, body: FormData, as = cookie) =>
  web.request(`${ORIGIN}${path}`, { method: 'POST', body, headers: { cookie: as, origin: ORIGIN, 'accept-language': 'de' } });
const page = async (path: string, as = cookie) => (await get(path, as)).text();

const DESCRIPTION = {
  title: 'Beratung', publisher: 'Amt Kaltenried', purpose: 'Wer wo berät', licence: 'ccBy', role: 'Sachgebiet Soziales',
  rhythm: 'yearly', takedownContact: 'post@amt.example',
};

function upload(csv: string | null, fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  if (csv !== null) form.set('file', new File([csv], 'beratung.csv', { type: 'text/csv' }));
  return form;
}

const ROWS = 'Name;PLZ;Ort;Telefon;Ansprechpartner\nBrücke e.V.;9116;Chemnitz;0371 123456;Frau Sabine Müller\nTreff am Markt;09111;Chemnitz;;\n';

/** Goes from the file to what would change; answers the address of the import. */
async function bringIn(csv: string, fields: Readonly<Record<string, string>>): Promise<string> {
  const begun = await post('/listen', upload(csv, fields));
  expect(begun.status).toBe(303);
  const columns = begun.headers.get('location') ?? '';
  const html = await page(columns);
  const form = new FormData();
  for (const [, name, body] of html.matchAll(/<select[^>]* name="([^"]+)"[^>]*>(.*?)<\/select>/gs)) {
    form.set(String(name), /<option value="([^"]*)" selected/.exec(String(body))?.[1] ?? '');
  }
  form.set('subject', /name="subject" value="(\w+)" checked/.exec(html)?.[1] ?? '');
  form.set('language', 'de');
  form.set('headerRow', '');
  form.set('do', 'compare');
  const chosen = await post(columns, form);
  expect(chosen.headers.get('location')).toMatch(/vorschau$/);
  return columns.replace(/\/spalten$/, '');
}

const listOf = async (address: string) => {
  const each = await work.db.read((db) => findImport(db, address.split('/').at(-1) ?? ''));
  return each?.list ?? '';
};

test('a list is brought in, looked at, taken over, shown to everybody and taken back', async () => {
  const address = await bringIn(ROWS, DESCRIPTION);
  const preview = await page(`${address}/vorschau?zeige=new`);
  expect(preview).toContain('2 neue Zeilen');
  expect(preview).toContain('bleibt intern');
  expect(preview).toContain('fehlt vorne eine Null');
  expect(await page('/listen', '')).toContain('Noch keine Zeile');

  expect((await post(`${address}/uebernahme`, new FormData())).status).toBe(303);
  expect(await page(`${address}/uebernahme`)).toContain('2 Einträge sind neu');
  const list = `/listen/${await listOf(address)}`;
  const shown = await page(list, '');
  expect(shown).toContain('Brücke e.V.');
  expect(shown).toContain('09116 Chemnitz');
  expect(shown).toContain('Amt Kaltenried');
  expect(shown).not.toContain('Sabine');
  expect(shown).not.toContain('zurücknehmen');
  expect(await page('/listen', '')).toContain('2 Zeilen stehen im Verzeichnis');

  const again = await bringIn(ROWS, { list: await listOf(address) });
  expect(await page(`${again}/vorschau`)).toContain('2 unveränderte Zeilen');
  expect((await post(`${again}/verwerfen`, new FormData())).status).toBe(303);

  expect(await page(`${address}/zuruecknehmen`)).toContain('genau wie vorher');
  await post(`${address}/zuruecknehmen`, new FormData());
  expect(await page(`${address}/uebernahme`)).toContain('zurückgenommen');
  expect(await page(list, '')).not.toContain('Brücke');
});

test('a form that lacks something comes back with what was typed, and asks for the file again', async () => {
  const answer = await post('/listen', upload(null, { ...DESCRIPTION, title: '', publisher: 'Amt & Co' }));
  expect(answer.status).toBe(422);
  const html = await answer.text();
  expect(html).toContain('value="Amt &amp; Co"');
  expect(html).toContain('Wähle eine Datei');
  expect(html).toContain('Gib der Liste einen Titel');
});

test('a file that cannot be read is told, and no list stays behind', async () => {
  const answer = await post('/listen', upload('%PDF-1.7 …', { ...DESCRIPTION, title: 'Kaputt' }));
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('PDF');
  expect(await page('/listen')).not.toContain('Kaputt');
});

test('changed rows are shown field by field, vanished ones by name', async () => {
  const first = await bringIn(ROWS, { ...DESCRIPTION, title: 'Treffs' });
  await post(`${first}/uebernahme`, new FormData());
  const list = await listOf(first);
  const second = await bringIn('Name;PLZ;Ort;Telefon;Ansprechpartner\nBrücke e.V.;9116;Chemnitz;0371 654321;Frau Sabine Müller\n', { list });
  const changed = await page(`${second}/vorschau?zeige=changed`);
  expect(changed).toMatch(/<del>.*123456.*<\/del>.*<ins>.*654321.*<\/ins>/s);
  expect(await page(`${second}/vorschau?zeige=vanished`)).toContain('Treff am Markt');
  await post(`${second}/uebernahme`, new FormData());
  expect(await page(`/listen/${list}`, '')).toContain('nicht mehr in der Liste seit');
});

test('two people bring in the same list at once: the second compares anew', async () => {
  const one = await bringIn('Name;Ort\nA-Treff;Chemnitz\n', { ...DESCRIPTION, title: 'Zugleich' });
  const list = await listOf(one);
  const two = await bringIn('Name;Ort\nA-Treff;Chemnitz\nB-Treff;Chemnitz\n', { list });
  await post(`${one}/uebernahme`, new FormData());
  await post(`${two}/uebernahme`, new FormData());
  expect(await page(`${two}/uebernahme`)).toContain('Vergleiche deine Datei neu');
  await post(`${two}/vorschau`, new FormData());
  expect(await page(`${two}/vorschau`)).toContain('Eine neue Zeile');
  await post(`${two}/uebernahme`, new FormData());
  expect(await page(`/listen/${list}`, '')).toContain('B-Treff');
});

test('strangers read lists, but neither see nor do anything of keeping them', async () => {
  const address = await bringIn(ROWS, { ...DESCRIPTION, title: 'Fremd' });
  const list = await listOf(address);
  for (const path of ['/listen/neu', address, `${address}/spalten`, `${address}/vorschau`, `${address}/stand.json`, `${address}/uebernahme`, `/listen/${list}/beschreibung`]) {
    expect([path, (await get(path, '')).status]).toEqual([path, 404]);
  }
  for (const path of ['/listen', `${address}/spalten`, `${address}/vorschau`, `${address}/uebernahme`, `${address}/zuruecknehmen`, `${address}/verwerfen`, `/listen/${list}/beschreibung`]) {
    expect([path, (await post(path, new FormData(), '')).status]).toEqual([path, 403]);
  }
  expect((await get(`/listen/${list}`, '')).status).toBe(200);
  expect((await get('/listen/nirgends')).status).toBe(404);
});
