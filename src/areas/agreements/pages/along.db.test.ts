import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { FOURTH_TEXT } from '../../../../test/agreement.ts';
import { openAgreementHouse, type AgreementHouse } from '../../../../test/agreement-house.ts';
import { agreeOn } from '../../../../test/agreed.ts';
import { ORIGIN } from '../../../../test/web.ts';
import { verifyFile } from '../archive-file.ts';
import { agreementIn } from '../cooperation-archive.ts';
import { findStanding } from '../store.ts';
import { writeSheet } from '../write-sheet.ts';

let first: AgreementHouse;
let house: AgreementHouse;
let path: string;
beforeAll(async () => {
  first = await openAgreementHouse();
});
beforeEach(async () => {
  house = await openAgreementHouse(first);
  path = `/kooperationen/${house.cooperation}/mitnehmen`;
});
afterAll(() => first.database.close());

const IMPORT = '/vereinbarungen/einlesen';

test('a cooperation without an agreement is taken along, with the own words and without those of the other', async () => {
  await writeSheets();
  const page = await house.get(path, house.as('nur'));
  expect(page.status).toBe(200);
  expect(page.text).toMatch(/Partner<\/span><\/dt><dd>2</);
  expect(page.text).toContain('Eine Vereinbarung gibt es darin nicht.');
  const file = await exported('nur');
  expect((await verifyFile(Buffer.from(file))).findings).toEqual([]);
  expect(file).toContain('Worte von Nûjîn');
  expect(file).not.toContain('Worte vom Bildungswerk');
  expect(await exported('bea')).not.toContain('Worte von Nûjîn');
  expect(await namesInZip()).toEqual(['README.txt', 'kooperation.json']);
});

test('with an agreement the ZIP has it as a file of its own, and its paper', async () => {
  const agreement = await agreeOn(house, FOURTH_TEXT);
  const { hash } = await house.speaker(house.nujin).db.read((db) => findStanding(db, agreement));
  const paper = { way: 'paper', version: hash, day: '2026-11-21' };
  for (const who of ['nur', 'bea'] as const)
    await house.post(`/vereinbarungen/${agreement}/unterschreiben`, paper, house.as(who));
  const { archive, findings } = await verifyFile(Buffer.from(await exported('bea')));
  expect(findings).toEqual([]);
  const inside = archive === null ? null : agreementIn(archive);
  expect(inside?.signatures.length).toBe(2);
  const names = await namesInZip();
  expect(names).toEqual([
    'README.txt',
    'kooperation.json',
    'vereinbarung.json',
    `fassung-${inside?.versions.length}.pdf`,
  ]);
  const { text } = await house.get(`/vereinbarungen/${agreement}/archiv`, house.as('bea'));
  expect(text).toContain(`href="${path}"`);
}, 60_000);

test('whoever is no partner finds the same nothing as where there is none', async () => {
  const nowhere = '/kooperationen/0190e0b2-0000-7000-8000-000000000000/mitnehmen';
  for (const end of ['', '/kooperation.json', '/kooperation.zip'])
    for (const who of [house.as('otto'), house.as('kim'), null]) {
      const there = await house.get(`${path}${end}`, who);
      expect(there.status).toBe(404);
      expect(there.text).toBe((await house.get(`${nowhere}${end}`, who)).text);
    }
});

test('another organisation reads it in, reads the lists, and takes the same bytes along again', async () => {
  const agreement = await agreeOn(house, FOURTH_TEXT);
  const file = await exported('nur');
  const kept = await send(file);
  expect(kept.status).toBe(303);
  const at = kept.location ?? '';
  const page = await house.get(at, house.as('otto'));
  for (const said of ['Gesundheitsberatung für Mütter', 'Besser so.', 'angenommen', 'Vorschläge'])
    expect(page.text).toContain(said);
  expect((await house.get(`${at}/kooperation.json`, house.as('otto'))).text).toBe(file);
  const alone = await house.get(`/vereinbarungen/${agreement}/archiv/vereinbarung.json`, house.as('nur'));
  expect((await house.get(`${at}/vereinbarung.json`, house.as('otto'))).text).toBe(alone.text);
  expect((await send(file)).location).toBe(at);
  expect((await house.get(IMPORT, house.as('otto'))).text).toContain(at);
  for (const who of [house.as('nur'), house.as('kim'), null])
    expect((await house.get(`${at}/kooperation.json`, who)).status).toBe(404);

  const small = await send(alone.text);
  expect((await house.get(`${small.location ?? ''}/vereinbarung.json`, house.as('otto'))).text).toBe(alone.text);
  expect((await house.get(`${small.location ?? ''}/kooperation.json`, house.as('otto'))).status).toBe(404);
});

test('what was changed in it is not kept', async () => {
  await writeSheets();
  const refused = await send((await exported('nur')).replace('Worte von Nûjîn', 'Worte von niemand'));
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('Die Prüfsumme stimmt nicht');
  expect(refused.location).toBeNull();
});

async function writeSheets(): Promise<void> {
  const { cooperation, bildungswerk, nujin, speaker } = house;
  const said = [
    [nujin, 'Worte von Nûjîn'],
    [bildungswerk, 'Worte vom Bildungswerk'],
  ] as const;
  for (const [organisation, text] of said) {
    const entry = [{ words: text, firmness: 'open' as const }];
    const words = { expectations: entry, brings: [], limits: [] };
    await writeSheet(speaker(organisation), { cooperation, organisation, words });
  }
}

async function exported(who: 'nur' | 'bea'): Promise<string> {
  return (await house.get(`${path}/kooperation.json`, house.as(who))).text;
}

async function namesInZip(): Promise<readonly (string | undefined)[]> {
  const answer = await house.web.request(`${path}/kooperation.zip`, {
    headers: { origin: ORIGIN, cookie: house.as('bea') },
  });
  const bytes = Buffer.from(await answer.arrayBuffer()).toString('latin1');
  return [...bytes.matchAll(/PK\x01\x02.{42}([a-z0-9.-]+\.(?:txt|json|pdf))/gis)].map(([, name]) => name);
}

async function send(file: string) {
  const form = new FormData();
  form.append('file', new File([file], 'kooperation.json', { type: 'application/json' }));
  const answer = await house.web.request(IMPORT, {
    method: 'POST',
    body: form,
    headers: { origin: ORIGIN, 'accept-language': 'de', cookie: house.as('otto') },
  });
  return { status: answer.status, text: await answer.text(), location: answer.headers.get('location') };
}
