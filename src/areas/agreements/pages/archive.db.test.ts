import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { FIRST_TEXT, FOURTH_TEXT } from '../../../../test/agreement.ts';
import { openAgreementHouse, type AgreementHouse } from '../../../../test/agreement-house.ts';
import { agreeOn, bring } from '../../../../test/agreed.ts';
import { ORIGIN } from '../../../../test/web.ts';
import { verifyFile } from '../archive-file.ts';
import { inForce } from '../archive.ts';
import { agreementIn } from '../cooperation-archive.ts';
import { findStanding } from '../store.ts';

let first: AgreementHouse;
let house: AgreementHouse;
let agreement: string;
beforeAll(async () => {
  first = await openAgreementHouse();
});
beforeEach(async () => {
  house = await openAgreementHouse(first);
  agreement = await agreeOn(house, FOURTH_TEXT);
});
afterAll(() => first.database.close());

const IMPORT = '/vereinbarungen/einlesen';

test('a partner takes the whole agreement along: a file that holds, and a ZIP with paper and how to check it', async () => {
  await signAll();
  const { status, text } = await house.get(`/vereinbarungen/${agreement}/archiv`, house.as('nur'));
  expect(status).toBe(200);
  expect(text).toContain('gilt: Alle Partner haben sie unterschrieben.');
  const file = await exported('nur');
  const { archive: read, findings } = await verifyFile(Buffer.from(file));
  const archive = read === null ? null : agreementIn(read);
  expect(findings).toEqual([]);
  expect(archive === null ? null : inForce(archive)).toBe(archive?.versions.length);
  expect(await exported('bea')).toBe(file);

  const zip = await bytesOf(`/vereinbarungen/${agreement}/archiv/vereinbarung.zip`, 'bea');
  const names = [...zip.toString('latin1').matchAll(/PK\x01\x02.{42}([a-z0-9.-]+\.(?:txt|json|pdf))/gis)].map(
    ([, name]) => name,
  );
  expect(names).toEqual(['README.txt', 'vereinbarung.json', `fassung-${archive?.versions.length}.pdf`]);
}, 60_000);

test('what nobody has signed is taken along too, and tells nothing of sheets that are still closed', async () => {
  const other = await openAgreementHouse(first);
  const young = await other.begin();
  await bring(other, young, FIRST_TEXT);
  const path = `/vereinbarungen/${young}/archiv`;
  expect((await other.get(path, other.as('nur'))).text).toContain('gilt noch nicht');
  const { text } = await other.get(`${path}/vereinbarung.json`, other.as('nur'));
  expect(JSON.parse(text)).toMatchObject({ mirrored: [], signatures: [] });
  expect((await verifyFile(Buffer.from(text))).findings).toEqual([]);
});

test('whoever is no partner finds the same nothing as where there is none', async () => {
  const nowhere = '0190e0b2-0000-7000-8000-000000000000';
  for (const end of ['', '/vereinbarung.json', '/vereinbarung.zip'])
    for (const who of [house.as('otto'), house.as('kim'), null]) {
      const there = await house.get(`/vereinbarungen/${agreement}/archiv${end}`, who);
      expect(there.status).toBe(404);
      expect(there.text).toBe((await house.get(`/vereinbarungen/${nowhere}/archiv${end}`, who)).text);
    }
  expect((await house.get(IMPORT, null)).status).toBe(404);
  expect((await house.get(IMPORT, house.as('kim'))).status).toBe(404);
});

test('another organisation reads it in, reads it, and takes the same bytes along again', async () => {
  await signAll();
  const file = await exported('nur');
  const kept = await send(file, 'otto');
  expect(kept.status).toBe(303);
  const page = await house.get(kept.location ?? '', house.as('otto'));
  expect(page.text).toContain('Gesundheitsberatung für Mütter');
  expect(page.text).toContain('Anneler için sağlık danışmanlığı');
  expect(page.text).toContain('unterschrieben am 21. November 2026, auf Papier');
  const paid = [...page.text.matchAll(/<span>Bezahlt<\/span><\/dt><dd>([^<]*)/g)].map(([, said]) => said);
  expect(new Set(paid)).toEqual(new Set(['ja']));
  const again = await house.get(`${kept.location ?? ''}/vereinbarung.json`, house.as('otto'));
  expect(again.text).toBe(file);
  expect((await send(file, 'otto')).location).toBe(kept.location);
  expect((await house.get(IMPORT, house.as('otto'))).text).toContain(kept.location ?? '-');
  expect(readdirSync(house.pages.uploads)).toEqual([]);

  for (const who of [house.as('nur'), house.as('bea'), house.as('kim'), null]) {
    expect((await house.get(kept.location ?? '', who)).status).toBe(404);
    expect((await house.get(`${kept.location ?? ''}/vereinbarung.json`, who)).status).toBe(404);
    expect((await house.post(`${kept.location ?? ''}/ende`, {}, who)).status).toBe(404);
  }
  expect((await house.post(`${kept.location ?? ''}/ende`, {}, house.as('otto'))).status).toBe(303);
  expect((await house.get(kept.location ?? '', house.as('otto'))).status).toBe(404);
  expect(await house.acts(house.other)).toEqual(['agreement.kept organisation', 'agreement.removed organisation']);
});

test('a file that does not hold is not kept, and everything that is wrong with it is said', async () => {
  await signAll();
  const file = await exported('nur');
  const { hash } = await house.speaker(house.nujin).db.read((db) => findStanding(db, agreement));
  const tampered = file
    .replace('Zwölf Abende', 'Zwei Abende')
    .replace(`"hash":"${hash}"`, `"hash":"${'0'.repeat(64)}"`);
  const refused = await send(tampered, 'otto');
  expect(refused.status).toBe(422);
  for (const said of ['Die Prüfsumme stimmt nicht', 'passt nicht zu seiner Prüfsumme', 'das nicht in der Datei steht'])
    expect(refused.text).toContain(said);
  expect((await send('kein JSON', 'otto')).text).toContain('keine Vereinbarung und keine Zusammenarbeit aus Geflecht');
  expect((await send(`${file}\n`, 'otto')).text).toContain('nicht mehr so, wie sie gespeichert wurde');
  expect((await send(null, 'otto')).text).toContain('Wähle eine Datei aus.');
  expect((await send('x'.repeat(6_000_000), 'otto')).status).toBe(413);
  expect((await send(file, null)).status).toBe(404);
  expect(readdirSync(house.pages.uploads)).toEqual([]);
  expect(await house.count('kept_agreement')).toBe(0);
});

async function signAll(): Promise<void> {
  const { hash } = await house.speaker(house.nujin).db.read((db) => findStanding(db, agreement));
  const paper = { way: 'paper', version: hash, day: '2026-11-21' };
  for (const who of ['nur', 'bea'] as const)
    await house.post(`/vereinbarungen/${agreement}/unterschreiben`, paper, house.as(who));
}

async function exported(who: 'nur' | 'bea'): Promise<string> {
  return (await house.get(`/vereinbarungen/${agreement}/archiv/vereinbarung.json`, house.as(who))).text;
}

async function bytesOf(path: string, who: 'nur' | 'bea'): Promise<Buffer> {
  const answer = await house.web.request(path, { headers: { origin: ORIGIN, cookie: house.as(who) } });
  return Buffer.from(await answer.arrayBuffer());
}

async function send(file: string | null, who: 'otto' | null) {
  const form = new FormData();
  if (file !== null) form.append('file', new File([file], 'vereinbarung.json', { type: 'application/json' }));
  const cookie: Record<string, string> = who === null ? {} : { cookie: house.as(who) };
  const answer = await house.web.request(IMPORT, {
    method: 'POST',
    body: form,
    headers: { origin: ORIGIN, 'accept-language': 'de', ...cookie },
  });
  return { status: answer.status, text: await answer.text(), location: answer.headers.get('location') };
}
