import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Hono } from 'hono';
import { expect } from 'vitest';
import { openTestDatabase } from './database.ts';
import { enterAsOperator, frameOf, openWeb, ORIGIN } from './web.ts';
import { judgedPairs } from '../src/app/duplicates.ts';
import { MIGRATIONS } from '../src/app/migrations.ts';
import { REGISTER } from '../src/app/register.ts';
import { renamedAmong } from '../src/app/renamed.ts';
import { questionsStep } from '../src/areas/duplicates/index.ts';
import { system } from '../src/plain/actor.ts';
import { systemClock } from '../src/platform/clock.ts';
import type { Database } from '../src/platform/database/index.ts';
import type { Env } from '../src/platform/http/index.ts';
import { openGazetteer, rhoenauTable } from '../src/areas/places/index.ts';
import { addListPages, advance, findImport, type ImportWork } from '../src/areas/lists/index.ts';

const clock = systemClock;
let database: Database;
let web: Hono<Env>;
let uploads: string;
let cookie: string;
/** What the steps of imports need; there once the pages are open. */
export let work: ImportWork;

/** The pages of lists on a database of their own, with somebody who has entered. */
export async function openListPages(): Promise<void> {
  database = await openTestDatabase(MIGRATIONS);
  uploads = await mkdtemp(join(tmpdir(), 'lists-'));
  const gazetteer = openGazetteer({ extra: [rhoenauTable()] });
  const pathOf = (file: string) => join(uploads, basename(file));
  const actor = system('import');
  work = {
    db: database.as(actor),
    actor,
    clock,
    register: REGISTER,
    gazetteer,
    pathOf,
    removeFile: (file) => rm(pathOf(file), { force: true }),
    renamed: renamedAmong,
  };
  web = openWeb(
    { database, clock },
    {
      renderTrouble: (trouble) => `trouble: ${trouble.kind}`,
      bodyLimits: [{ path: /^\/listen(\/.*)?$/, bytes: 1e8 }],
    },
  );
  addListPages(web, {
    frame: frameOf(() => ({ site: 'Probe' })),
    gazetteer,
    uploads,
    nextSteps: async (c) => [await questionsStep(c)],
    judgedPairs,
    imports: work,
    send: (id, step) => advance(work, id, step),
  });
  cookie = await enterAsOperator(web, { database, clock, renderEntrance: () => 'entrance' });
}

export async function closeListPages(): Promise<void> {
  await database.close();
  await rm(uploads, { recursive: true });
}

export const get = async (path: string, as = cookie) =>
  web.request(`${ORIGIN}${path}`, { headers: { cookie: as, 'accept-language': 'de' } });
export const post = async (path: string, body: FormData, as = cookie) =>
  web.request(`${ORIGIN}${path}`, {
    method: 'POST',
    body,
    headers: { cookie: as, origin: ORIGIN, 'accept-language': 'de' },
  });
export const page = async (path: string, as = cookie) => (await get(path, as)).text();

export const DESCRIPTION = {
  title: 'Beratung',
  publisher: 'Amt Kaltenried',
  purpose: 'Wer wo berät',
  licence: 'ccBy',
  role: 'Sachgebiet Soziales',
  rhythm: 'yearly',
  takedownContact: 'post@amt.example',
};

export function upload(csv: string | null, fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  if (csv !== null) form.set('file', new File([csv], 'beratung.csv', { type: 'text/csv' }));
  return form;
}

export const ROWS =
  'Name;PLZ;Ort;Telefon;Ansprechpartner\nBrücke e.V.;9116;Chemnitz;0371 123456;Frau Sabine Müller\nTreff am Markt;09111;Chemnitz;;\n';

/** Goes from the file to what would change; answers the address of the import. */
export async function bringIn(csv: string, fields: Readonly<Record<string, string>>): Promise<string> {
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

export const listOf = async (address: string) => {
  const each = await work.db.read((db) => findImport(db, address.split('/').at(-1) ?? ''));
  return each?.list ?? '';
};
