import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSpeaking, speaker, type Speaking } from '../../../test/speaking.ts';
import { REGISTER } from '../../app/register.ts';
import { STRANGER, system, type Actor } from '../../plain/actor.ts';
import { idFor } from '../../plain/ids.ts';
import { findNotes } from '../../platform/chain/index.ts';
import { openProtected } from '../../platform/database/index.ts';
import { lapse, protectSubject, revive, showAgain, unprotectSubject, withdraw } from '../claims/index.ts';
import { addPicturePages } from './index.ts';
import { findPicture } from './store-picture.ts';

const NUJIN = idFor('nujin');
const TREFF = idFor('treff');
const SILENT = idFor('silent');
const RIGHTS = { organisations: [], isAdmitted: false };
const keeper = (kind: 'coordination' | 'operator'): Actor => ({ kind, session: kind, account: idFor(kind), ...RIGHTS });
const PEOPLE: Readonly<Record<string, Actor>> = {
  anna: speaker('anna', [NUJIN, SILENT]),
  ben: speaker('ben', [TREFF]),
  mia: { kind: 'account', session: 'mia', account: idFor('mia'), organisations: [], isAdmitted: true },
  coordination: keeper('coordination'),
  operator: keeper('operator'),
};
const EVERYBODY = [null, ...Object.keys(PEOPLE)];
const PATH = `/organisationen/${NUJIN}/bild`;
const SAID = 'Logo: zwei Hände halten einen Faden';
let house: Speaking;
let uploads: string;
let png: Buffer;

beforeAll(async () => {
  uploads = mkdtempSync(join(tmpdir(), 'geflecht-pictures-'));
  house = await openSpeaking(PEOPLE, '2026-11-21T21:40:00Z');
  addPicturePages(house.web, { frame: house.frame, uploads, asStranger: house.database.as(STRANGER) });
  await house.tell(
    [NUJIN, TREFF, SILENT].map((id) => ({ id, kind: 'organisation' })),
    [
      house.listed(NUJIN, 'name', 'Frauenverein Nujin'),
      house.listed(TREFF, 'name', 'Treff'),
      house.listed(SILENT, 'name', 'Still', { scope: 'own' }),
    ],
  );
  png = await sharp({ create: { width: 90, height: 60, channels: 3, background: '#a33' } })
    .png()
    .toBuffer();
}, 120_000);
afterAll(async () => {
  await house.database.close();
  rmSync(uploads, { recursive: true });
});

async function send(path: string, who: string | null, init: RequestInit = {}) {
  const headers = { origin: 'http://localhost', 'accept-language': 'de', ...init.headers };
  const cookie = who === null ? {} : { cookie: `session=token-${who}` };
  const answer = await house.web.request(path, { ...init, headers: { ...headers, ...cookie } });
  const bytes = Buffer.from(await answer.arrayBuffer());
  return { status: answer.status, headers: answer.headers, bytes, text: bytes.toString('utf8') };
}

function bring(
  who: string | null,
  file: Uint8Array | null,
  { alternative = SAID, fileName = 'logo.png', language = 'de', path = PATH } = {},
) {
  const body = new FormData();
  body.set('alternative', alternative);
  body.set('language', language);
  if (file !== null) body.set('file', new Blob([new Uint8Array(file)]), fileName);
  return send(path, who, { method: 'POST', body });
}

async function show(scope: string, { organisation = NUJIN, seen = '', alternative = SAID } = {}) {
  const name = seen === '' ? await nameNow(organisation) : seen;
  const body = new URLSearchParams({ name, scope, alternative, language: 'de' });
  return send(`/organisationen/${organisation}/bild/zeigen`, 'anna', { method: 'POST', body });
}

async function address(organisation = NUJIN): Promise<string> {
  const picture = await house.asSystem.read((db) => findPicture(db, organisation));
  return `/organisationen/${organisation}/bild/${picture?.name ?? ''}`;
}

async function nameNow(organisation = NUJIN): Promise<string> {
  return (await address(organisation)).split('/').at(-1) ?? '';
}

/** Who gets the picture by its address. Everybody else gets, to the byte, what there is for a picture that never was. */
async function seenBy(): Promise<readonly string[]> {
  const [at, never] = [await address(), `${PATH}/${'0'.repeat(32)}`];
  const seen: string[] = [];
  for (const who of EVERYBODY) {
    const answer = await send(at, who);
    const page = await send(`/organisationen/${NUJIN}`, who);
    expect(`${who} ${page.text.includes(at)}`).toBe(`${who} ${answer.status === 200}`);
    if (answer.status === 200) seen.push(who ?? 'stranger');
    else {
      const none = await send(never, who);
      const told = ({ headers, status, text }: typeof none) =>
        [status, text, ...[...headers].filter(([name]) => name !== 'x-request-id')].join('\n');
      expect(told(answer)).toBe(told(none));
      expect(page.text).not.toContain(SAID);
    }
  }
  return seen;
}

test('only whoever speaks for an organisation finds the page of its picture, and a way to it', async () => {
  expect((await send(PATH, 'anna')).status).toBe(200);
  expect((await send(`/organisationen/${NUJIN}`, 'anna')).text).toContain(`href="${PATH}"`);
  for (const who of EVERYBODY.filter((each) => each !== 'anna')) {
    const none = await send(`/organisationen/${idFor('nobody')}/bild`, who);
    expect(await send(PATH, who)).toMatchObject({ status: 404, text: none.text });
    for (const path of [PATH, `${PATH}/zeigen`, `${PATH}/entfernen`])
      expect((await bring(who, png, { path })).status).toBe(404);
  }
  expect(readdirSync(uploads)).toEqual([]);
});

test('a picture is brought, looked at, and shown to whom its organisation says', async () => {
  const brought = await bring('anna', png, { fileName: '../../x.png' });
  expect([brought.status, brought.headers.get('location')]).toEqual([303, PATH]);
  expect(await seenBy()).toEqual(['anna']);
  const look = await send(PATH, 'anna');
  expect(look.text).toContain('So würden es Fremde sehen');
  expect(look.text).toMatch(/<img[^>]*alt="Logo: zwei Hände[^>]*width="90" height="60"/);
  expect(look.text).not.toMatch(/name="scope"[^>]*checked/);
  // Nobody is asked nothing: without a choice nothing is shown.
  const unsaid = await show('', { alternative: 'Ein anderer Satz' });
  expect([unsaid.status, unsaid.text.includes('value="Ein anderer Satz"')]).toEqual([422, true]);
  expect(await seenBy()).toEqual(['anna']);
  expect((await show('public')).headers.get('location')).toBe(`/organisationen/${NUJIN}/wie-fremde`);
  expect(await seenBy()).toEqual(['stranger', 'anna', 'ben', 'mia', 'coordination', 'operator']);
  expect((await send(`/organisationen/${NUJIN}/wie-fremde`, 'anna')).text).toContain(SAID);
  expect((await send(`/organisationen/${NUJIN}?stand=2026-06-01`, null)).text).not.toContain('/bild/');
  await show('network');
  expect(await seenBy()).toEqual(['anna', 'mia', 'coordination', 'operator']);
  await show('partner');
  expect(await seenBy()).toEqual(['anna']);
});

test('the picture is a WebP that is asked for anew each time, and nothing else', async () => {
  await show('public');
  const at = await address();
  expect(at).toMatch(/\/bild\/[0-9a-f]{32}$/);
  const { status, headers, bytes } = await send(at, null);
  expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
    200,
    'image/webp',
    'private, no-cache',
  ]);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toContain("default-src 'self'");
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: 90, height: 60 });
  const again = await send(at, null, { headers: { 'if-none-match': headers.get('etag') ?? '' } });
  expect([again.status, again.bytes.length]).toEqual([304, 0]);
  // An address with another name, of another organisation, or with a path in it leads nowhere.
  for (const path of [`${at}0`, at.replace(NUJIN, TREFF), `${PATH}/..%2f..%2fx.png`, `${PATH}/x.png`])
    expect((await send(path, null)).status).toBe(404);
});

test('protection, silence and withdrawal hide it at once, also from whoever knows its address or has it stored', async () => {
  await show('public');
  const at = await address();
  const { headers } = await send(at, null);
  const stored = { 'if-none-match': headers.get('etag') ?? '' };
  const now = house.clock.now();
  const veils = [
    [protectSubject, unprotectSubject],
    [withdraw, showAgain],
  ] as const;
  for (const [on, off] of veils) {
    await house.asSystem.write((tx) => on(tx, REGISTER, NUJIN, now));
    expect(await seenBy()).toEqual(['anna']);
    expect((await send(at, null, { headers: stored })).status).toBe(404);
    await house.asSystem.write((tx) => off(tx, REGISTER, NUJIN, now));
    expect((await send(at, null, { headers: stored })).status).toBe(304);
  }
  await house.asSystem.write((tx) => lapse(tx, REGISTER, [NUJIN], now));
  expect(await seenBy()).toEqual(['anna', 'mia', 'coordination', 'operator']);
  await house.asSystem.write((tx) => revive(tx, REGISTER, [NUJIN], now));
  expect((await seenBy()).length).toBe(6);
});

test('whoever sees nothing of an organisation sees no picture of it either', async () => {
  const path = `/organisationen/${SILENT}/bild`;
  expect((await bring('anna', png, { path })).status).toBe(303);
  expect((await show('public', { organisation: SILENT })).status).toBe(303);
  const at = await address(SILENT);
  for (const who of [null, 'ben', 'mia', 'coordination', 'operator']) expect((await send(at, who)).status).toBe(404);
  expect((await send(at, 'anna')).status).toBe(200);
  expect((await send(path, 'anna')).text).toContain('Gerade sehen Fremde das Bild nicht');
});

test('behind the second wall too nobody reads or writes what is not theirs', async () => {
  await show('own');
  const rows = async (actor: Actor, opened: string | null = null) =>
    house.database.as(actor).write(async (tx) => {
      if (opened !== null) await openProtected(tx, opened);
      return (await tx.selectFrom('picture').select('subject').where('subject', '=', NUJIN).execute()).length;
    });
  const all = { stranger: STRANGER, ...PEOPLE };
  for (const [name, actor] of Object.entries(all))
    expect(`${name} ${await rows(actor)}`).toBe(`${name} ${Number(name === 'anna')}`);
  expect(await rows(keeper('coordination'), NUJIN)).toBe(1);
  expect(await rows(PEOPLE['mia']!, NUJIN)).toBe(0);
  expect(await rows(system('test'))).toBe(1);
  await show('public');
  for (const actor of [STRANGER, PEOPLE['ben']!, PEOPLE['coordination']!, PEOPLE['operator']!]) {
    const changed = await house.database
      .as(actor)
      .write((tx) =>
        tx.updateTable('picture').set({ alternative: 'falsch' }).where('subject', '=', NUJIN).executeTakeFirst(),
      );
    expect(Number(changed.numUpdatedRows)).toBe(0);
  }
});

test('what is no picture is refused with what to do, the words are kept and nothing changes', async () => {
  const before = await address();
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  const cases: readonly (readonly [Uint8Array | null, string])[] = [
    [svg, 'Öffne es und speichere es als JPEG oder PNG'],
    [Buffer.from('%PDF-1.7'), 'Öffne es und speichere es als JPEG oder PNG'],
    [png.subarray(0, png.length / 2), 'Speichere das Bild noch einmal'],
    [Buffer.concat([png, Buffer.alloc(8_000_000)]), 'größer als 8 MB'],
    [null, 'Wähle eine Datei aus'],
  ];
  for (const [file, told] of cases) {
    const { status, text } = await bring('anna', file, { alternative: 'Ein <Satz>', language: 'tr' });
    expect([status, text.includes(told)]).toEqual([422, true]);
    expect(text).toContain('value="Ein &lt;Satz&gt;"');
    expect(text).toMatch(/<option value="tr" selected/);
    expect(text).toContain('href="#field-file"');
  }
  const unsaid = await bring('anna', png, { alternative: ' \n ' });
  expect([unsaid.status, unsaid.text.includes('href="#field-alternative"')]).toEqual([422, true]);
  expect((await bring('anna', png, { alternative: 'x'.repeat(301) })).status).toBe(422);
  expect((await bring('anna', png, { language: 'xx' })).status).toBe(422);
  expect((await bring('anna', Buffer.alloc(33_000_000))).status).toBe(413);
  expect(await address()).toBe(before);
  expect(readdirSync(uploads)).toEqual([]);
});

test('two at once leave one whole picture', async () => {
  const other = await sharp(png).negate().toBuffer();
  const answers = await Promise.all([bring('anna', png), bring('anna', other, { alternative: 'Das andere' })]);
  expect(answers.map(({ status }) => status)).toEqual([303, 303]);
  const { rows } = await house.database.sql('select alternative from picture where subject = $1', [NUJIN]);
  expect(rows.length).toBe(1);
  expect((await send(await address(), 'anna')).status).toBe(200);
});

test('a new picture takes the place of the old, of which nothing is left', async () => {
  await bring('anna', png);
  await show('public');
  const before = await address();
  await bring('anna', await sharp(png).resize(30, 20).toBuffer());
  expect((await send(before, null)).status).toBe(404);
  expect(await seenBy()).toEqual(['anna']);
});

test('only the picture that was looked at is shown, not one that a colleague has put there meanwhile', async () => {
  await bring('anna', png);
  const seen = await nameNow();
  expect((await send(PATH, 'anna')).text).toContain(`name="name" value="${seen}"`);
  await bring('anna', await sharp(png).negate().toBuffer());
  expect((await show('public', { seen })).status).toBe(409);
  expect(await seenBy()).toEqual(['anna']);
});

test('taken away it is gone, and the chain knows that there was one, not what was on it', async () => {
  await show('public');
  const at = await address();
  const form = { method: 'POST', body: new URLSearchParams() };
  expect((await send(`${PATH}/entfernen`, 'anna', form)).status).toBe(303);
  expect((await send(at, 'anna')).status).toBe(404);
  expect((await house.database.sql('select from picture where subject = $1', [NUJIN])).rows).toEqual([]);
  expect((await show('public')).status).toBe(409);
  expect((await send(`${PATH}/entfernen`, 'anna', form)).status).toBe(303);
  const notes = await house.asSystem.read((db) => findNotes(db, NUJIN));
  const told = notes.filter(({ act }) => act.startsWith('picture.'));
  expect(new Set(told.map(({ act, byRole, about }) => `${act} ${byRole} ${about}`))).toEqual(
    new Set(['taken', 'shown', 'removed'].map((act) => `picture.${act} organisation field/picture`)),
  );
  expect(told.filter(({ act }) => act === 'picture.removed').length).toBe(1);
  expect(JSON.stringify(notes)).not.toContain('Hände');
});

test('with its organisation a picture goes too', async () => {
  await house.asSystem.write(async (tx) => {
    for (const table of ['organisation', 'claim'] as const)
      await tx.deleteFrom(table).where('subject', '=', SILENT).execute();
    await tx.deleteFrom('subject').where('id', '=', SILENT).execute();
  });
  expect((await house.database.sql('select from picture where subject = $1', [SILENT])).rows).toEqual([]);
});
