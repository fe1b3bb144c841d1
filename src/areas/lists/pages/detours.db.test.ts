import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  bringIn,
  closeListPages,
  DESCRIPTION,
  get,
  listOf,
  openListPages,
  page,
  post,
  ROWS,
  upload,
  work,
} from '../../../../test/list-pages.ts';
import { updateImport } from '../store.ts';

beforeAll(openListPages, 60_000);
afterAll(closeListPages);

test('a column whose language is not known can be the name, and stays chosen', async () => {
  const begun = await post('/listen', upload('name_und;Ort\nMost;Chemnitz\n', { ...DESCRIPTION, title: 'Sprachen' }));
  const columns = begun.headers.get('location') ?? '';
  expect(await page(columns)).toContain('<option value="name@und" selected');
  const form = new FormData();
  const answers = {
    subject: 'organisation',
    language: 'de',
    country: 'DE',
    'column.0': 'name@und',
    'column.1': 'place',
    do: 'compare',
    encoding: 'utf-8',
    separator: ';',
  };
  for (const [name, value] of Object.entries(answers)) form.set(name, value);
  expect((await post(columns, form)).headers.get('location')).toMatch(/vorschau$/);
  expect(await page(columns.replace(/spalten$/, 'vorschau?zeige=new'))).toContain('Most');
});

test('place questions without an answer come back with what is missing; an answer compares anew', async () => {
  const address = await bringIn('Name;Ort\nTreff;Neustadt\n', { ...DESCRIPTION, title: 'Fragen' });
  const nothing = await post(`${address}/vorschau`, new FormData());
  expect(nothing.status).toBe(422);
  expect(await nothing.text()).toContain('Beantworte mindestens eine Frage.');
  const form = new FormData();
  form.set('place.0', 'none');
  expect((await post(`${address}/vorschau`, form)).status).toBe(303);
  expect(await page(`${address}/vorschau`)).toContain('Eine neue Zeile');
});

test('a place is asked about once, however often and however the list writes it, and not again next month', async () => {
  const csv = 'Name;Ort\nTreff;Neustadt\nBrücke;NEUSTADT\nHof;Neustadt\nGarten;Stadt  neustadt\n';
  const address = await bringIn(csv, { ...DESCRIPTION, title: 'Schreibweisen' });
  const asked = await page(`${address}/vorschau`);
  expect(asked).toContain('Ein Ort ist unklar');
  expect(asked).toContain('Steht in 4 Zeilen. Auch als');
  expect(asked).toContain('„NEUSTADT“');
  const [, place = ''] = /<option value="(DE-[^"]+)"/.exec(asked) ?? [];
  const form = new FormData();
  form.set('place.0', place);
  await post(`${address}/vorschau`, form);
  expect(await page(`${address}/vorschau`)).toContain('4 neue Zeilen');
  await post(`${address}/uebernahme`, new FormData());
  const next = await bringIn(`${csv}Laden;neustadt\n`, { list: await listOf(address) });
  const preview = await page(`${next}/vorschau`);
  expect(preview).toContain('Eine neue Zeile');
  expect(preview).toContain('0 unklare Zeilen');
});

test('rows left open are told after taking over, with the way to bring them in: the same file once more', async () => {
  const csv = 'Name;Ort\nTreff;Neustadt\nBrücke;Chemnitz\n';
  const first = await bringIn(csv, { ...DESCRIPTION, title: 'Offen' });
  const list = await listOf(first);
  expect(await page(`${first}/vorschau`)).toContain('beantworte vorher ihre Fragen');
  await post(`${first}/uebernahme`, new FormData());
  const taken = await page(`${first}/uebernahme`);
  expect(taken).toContain('Nicht übernommen: 1 unklar, 0 abgelehnt.');
  expect(taken).toContain('hier lassen sich ihre Fragen nicht mehr beantworten');
  expect(taken).toContain(`href="/listen/neu?liste=${list}"`);
  expect(await page(`/listen/${list}`)).toContain(`href="${first}/uebernahme">eine Zeile nicht übernommen</a>`);
  const again = await bringIn(csv, { list });
  const form = new FormData();
  form.set('place.0', 'none');
  await post(`${again}/vorschau`, form);
  const preview = await page(`${again}/vorschau`);
  expect(preview).toContain('Eine neue Zeile');
  expect(preview).toContain('Eine unveränderte Zeile');
  expect(preview).not.toContain('beantworte vorher');
});

test('the language of the texts is chosen by its name', async () => {
  const begun = await post('/listen', upload('Name;Ort\nMost;Chemnitz\n', { ...DESCRIPTION, title: 'Auswahl' }));
  const [, choices = ''] =
    /<select[^>]* name="language"[^>]*>(.*?)<\/select>/s.exec(await page(begun.headers.get('location') ?? '')) ?? [];
  expect(choices).toMatch(/<option value="de" selected[^>]*>Deutsch/);
  expect(choices).toMatch(/<option value="tr"[^>]*>Türkisch/);
});

test('a row by a new name is asked on the page that asks about places, and answered there', async () => {
  const first = await bringIn('Name;Ort;Telefon\nFrauenverein Nujin;Chemnitz;0371 1234560\n', {
    ...DESCRIPTION,
    title: 'Umbenannt',
  });
  await post(`${first}/uebernahme`, new FormData());
  const renamed = 'Name;Ort;Telefon\nFrauenverein Nujin (Verein);Chemnitz;0371 1234560\nTreff;Neustadt;\n';
  const second = await bringIn(renamed, { list: await listOf(first) });
  const asked = await page(`${second}/vorschau`);
  expect(asked).toContain('2 unklare Zeilen');
  expect(asked.replaceAll(/[\u2066-\u2069]/g, '')).toContain(
    'Ist „Frauenverein Nujin (Verein)“ dasselbe wie bisher „Frauenverein Nujin“?',
  );
  const form = new FormData();
  form.set('place.0', 'none');
  form.set('row.0', 'renamed');
  expect((await post(`${second}/vorschau`, form)).status).toBe(303);
  const answered = await page(`${second}/vorschau?zeige=changed`);
  expect(answered).toContain('Frauenverein Nujin (Verein)');
  expect(answered).not.toContain('dasselbe wie bisher');
});

test('vanished rows are turned over page by page', async () => {
  const many = Array.from({ length: 60 }, (_, index) => `Treff ${index};Chemnitz`).join('\n');
  const first = await bringIn(`Name;Ort\n${many}\n`, { ...DESCRIPTION, title: 'Viele' });
  await post(`${first}/uebernahme`, new FormData());
  const second = await bringIn('Name;Ort\nBrücke;Chemnitz\n', { list: await listOf(first) });
  const one = await page(`${second}/vorschau?zeige=vanished`);
  const next = /href="(\?zeige=vanished[^"#]*)/.exec(one)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const two = await page(`${second}/vorschau${next}`);
  const names = [one, two].map((html) => new Set([...html.matchAll(/Treff \d+/g)].map(String)));
  expect(names.map(({ size }) => size)).toEqual([50, 10]);
  expect(names[0]?.isDisjointFrom(names[1] ?? new Set())).toBe(true);
  expect(two).not.toContain('rel="next"');
});

test('an import whose job has died is not waited for: the page says so and how to go on', async () => {
  const address = await bringIn(ROWS, { ...DESCRIPTION, title: 'Gestorben' });
  const id = address.split('/').at(-1) ?? '';
  await work.db.write((tx) => updateImport(tx, id, { state: 'comparing', trouble: { key: 'lists.import.bug' } }));
  const comparing = await page(`${address}/vorschau`);
  expect(comparing).toContain('Hier ist uns ein Fehler passiert');
  expect(comparing).not.toContain('http-equiv="refresh"');
  expect(await page(`${address}/spalten`)).toContain('Was bedeuten die Spalten?');
  const again = new FormData();
  again.set('do', 'again');
  await post(`${address}/vorschau`, again);
  await work.db.write((tx) => updateImport(tx, id, { asked: 'take' }));
  expect(await page(`${address}/uebernahme`)).toContain('http-equiv="refresh"');
  await work.db.write((tx) => updateImport(tx, id, { trouble: { key: 'lists.import.bug' }, asked: null }));
  const stopped = await page(`${address}/uebernahme`);
  expect(stopped).toContain('Neu vergleichen');
  expect(stopped).not.toContain('http-equiv="refresh"');
  await work.db.write((tx) => updateImport(tx, id, { trouble: null }));
  expect((await get(`${address}/uebernahme`)).status).toBe(303);
});

test('a take-back that cannot be is refused at once, and the import shows no trouble', async () => {
  const first = await bringIn(ROWS, { ...DESCRIPTION, title: 'Nacheinander' });
  await post(`${first}/uebernahme`, new FormData());
  const second = await bringIn('Name;Ort\nNeu;Chemnitz\n', { list: await listOf(first) });
  await post(`${second}/uebernahme`, new FormData());
  expect((await post(`${first}/zuruecknehmen`, new FormData())).status).toBe(409);
  expect(await page(`${first}/uebernahme`)).toContain('Die Liste ist übernommen');
  const list = `/listen/${await listOf(first)}`;
  expect(await page(list)).toContain('3 Einträge aus dieser Liste');
  expect(await page(list, '')).toContain('3 Einträge aus dieser Liste');
  expect(await page(list, '')).toContain('Amt Kaltenried: „Nacheinander“, CC BY');
  expect(await page(list, '')).toContain('href="mailto:post@amt.example"');
});
