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
} from '../../../../test/list-pages.ts';

beforeAll(openListPages, 60_000);
afterAll(closeListPages);

test('a list is brought in, looked at, taken over, shown to everybody and taken back', async () => {
  const address = await bringIn(ROWS, DESCRIPTION);
  const preview = await page(`${address}/vorschau?zeige=new`);
  expect(preview).toContain('2 neue Zeilen');
  expect(preview).toContain('bleibt intern');
  expect(preview).toContain('fehlt vorne eine Null');
  expect(await page('/listen', '')).toContain('Noch keine Zeile');

  expect((await post(`${address}/uebernahme`, new FormData())).status).toBe(303);
  const taken = await page(`${address}/uebernahme`);
  expect(taken).toContain('2 Einträge sind neu');
  expect(taken).toMatch(/href="\/dasselbe">Ist das dasselbe\?<\/a>.*keine Frage offen/s);
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
  const back = await page(`${address}/uebernahme`);
  expect(back).toContain('zurückgenommen');
  expect(back).not.toContain('/dasselbe');
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
  const second = await bringIn(
    'Name;PLZ;Ort;Telefon;Ansprechpartner\nBrücke e.V.;9116;Chemnitz;0371 654321;Frau Sabine Müller\n',
    { list },
  );
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
  const again = new FormData();
  again.set('do', 'again');
  await post(`${two}/vorschau`, again);
  expect(await page(`${two}/vorschau`)).toContain('Eine neue Zeile');
  await post(`${two}/uebernahme`, new FormData());
  expect(await page(`/listen/${list}`, '')).toContain('B-Treff');
});

test('strangers read lists, but neither see nor do anything of keeping them', async () => {
  const address = await bringIn(ROWS, { ...DESCRIPTION, title: 'Fremd' });
  const list = await listOf(address);
  for (const path of [
    '/listen/neu',
    address,
    `${address}/spalten`,
    `${address}/vorschau`,
    `${address}/stand.json`,
    `${address}/uebernahme`,
    `/listen/${list}/beschreibung`,
  ]) {
    expect([path, (await get(path, '')).status]).toEqual([path, 404]);
  }
  for (const path of [
    '/listen',
    `${address}/spalten`,
    `${address}/vorschau`,
    `${address}/uebernahme`,
    `${address}/zuruecknehmen`,
    `${address}/verwerfen`,
    `/listen/${list}/beschreibung`,
  ]) {
    expect([path, (await post(path, new FormData(), '')).status]).toEqual([path, 403]);
  }
  expect((await get(`/listen/${list}`, '')).status).toBe(200);
  expect((await get('/listen/nirgends')).status).toBe(404);
});
