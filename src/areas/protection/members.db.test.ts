import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql, type Kysely } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  ANNA,
  BEN,
  CARLA,
  EVE,
  NUJIN,
  openProtectedHouse,
  OTHER,
  OTTO,
  type ProtectedHouse,
} from '../../../test/protected-house.ts';
import { exportClaims } from '../../app/export/export-claims.ts';
import { exportCsv } from '../../app/export/export-csv.ts';
import { REGISTER } from '../../app/register.ts';
import { STRANGER, system, type Actor } from '../../plain/actor.ts';
import { idFor } from '../../plain/ids.ts';
import {
  beginRevision,
  publishRevision,
  rebuild,
  reviseNew,
  showAgain,
  tidyRevision,
  withdraw,
} from '../claims/index.ts';
import { hiddenMembersStep } from '../networks/index.ts';
import { askToEndProtection } from './end-protection-ask.ts';
import { endProtection } from './end-protection.ts';
import { protect } from './protect.ts';

const NETWORK = idFor('network');
const LATER = idFor('network-later');
let house: ProtectedHouse;
let folder = '';

beforeAll(async () => {
  house = await openProtectedHouse();
  folder = await mkdtemp(join(tmpdir(), 'geflecht-members-'));
  const { listed } = house;
  await house.tell(
    [{ id: NETWORK, kind: 'network' }],
    [listed(NETWORK, 'name', 'Netz'), listed(NETWORK, 'members', [NUJIN, OTHER])],
  );
}, 120_000);
afterAll(async () => {
  await rm(folder, { recursive: true });
  await house.database.close();
});

/** Everything that a reader can get about networks, by pages, exports and direct SQL. */
async function toldTo(actor: Actor, who: string | null): Promise<string> {
  const db = house.database.as(actor);
  const texts: string[] = [];
  for (const network of [NETWORK, LATER])
    for (const part of ['', '.json', '?stand=2026-06-01'])
      texts.push((await house.get(`/netzwerke/${network}${part}`, who)).text);
  texts.push((await house.get('/netzwerke', who)).text);
  for (const write of [exportClaims, exportCsv])
    for (const path of (await write(db, folder, '')).files)
      if (/claims\.jsonl|networks/.test(path)) texts.push(...linesAbout(await readFile(path, 'utf8')));
  await db.write(async (tx) => {
    const claims = await sql<{ row: string }>`
      select c::text as row from claim c join subject s on s.id = c.subject where s.kind = 'network'`.execute(tx);
    const shown = await sql<{ row: string }>`select n::text as row from network n`.execute(tx);
    texts.push(...[...claims.rows, ...shown.rows].map(({ row }) => row));
  });
  return texts.join('\n');
}

const linesAbout = (text: string) => text.split('\n').filter((line) => line.includes(NETWORK) || line.includes(LATER));

const READERS: readonly (readonly [Actor, string | null])[] = [
  [STRANGER, null],
  [EVE, 'eve'],
  [CARLA, 'carla'],
  [OTTO, 'otto'],
];

async function expectTold(isTold: boolean): Promise<void> {
  for (const [actor, who] of READERS) {
    const text = await toldTo(actor, who);
    expect([actor.kind, text.includes(NUJIN)]).toEqual([actor.kind, isTold]);
    expect(text).toContain(OTHER);
  }
  const { same } = await rebuild({ db: house.asSystem, actor: system('test'), register: REGISTER });
  expect(Object.values(same)).not.toContain(false);
}

async function bringLater(): Promise<void> {
  const { listed } = house;
  const revision = await house.asSystem.write(async (tx) => {
    const begun = await beginRevision(tx, 'import', house.clock.now());
    await reviseNew(tx, REGISTER, begun, {
      subjects: [{ id: LATER, kind: 'network' }],
      claims: [listed(LATER, 'name', 'Später'), listed(LATER, 'members', [NUJIN, OTHER])],
    });
    return begun;
  });
  await house.asSystem.write((tx) => publishRevision(tx, REGISTER, revision));
  await tidyRevision({ db: house.asSystem, actor: system('test'), register: REGISTER }, revision);
}

test('no network tells anybody that a protected organisation belongs to it, on pages, in exports and by direct SQL', async () => {
  await expectTold(true);
  await protect(house.as(ANNA), NUJIN);
  await expectTold(false);
  await bringLater();
  await house.tell([], [house.listed(NETWORK, 'goal', 'Zusammen', { language: 'de' })]);
  await expectTold(false);
  await askToEndProtection(house.as(ANNA), NUJIN);
  await endProtection(house.as(BEN), NUJIN);
  await expectTold(true);
});

test('whoever has asked not to be shown is named by no network', async () => {
  const at = house.clock.now();
  await house.asSystem.write((tx) => withdraw(tx, REGISTER, NUJIN, at));
  await expectTold(false);
  await house.asSystem.write((tx) => showAgain(tx, REGISTER, NUJIN, at));
  await expectTold(true);
});

test('what readers were shown by an older version is mended by the step of the tables, to the byte', async () => {
  await protect(house.as(ANNA), NUJIN);
  await house.database.sql(
    `update network set members = array['${NUJIN}', '${OTHER}']::uuid[],
      facts = facts || '{"members": ["${NUJIN}", "${OTHER}"]}'`,
  );
  expect(await toldTo(STRANGER, null)).toContain(NUJIN);
  await hiddenMembersStep.up(house.database.underneath.kysely as unknown as Kysely<unknown>);
  await expectTold(false);
});

test('every field that names other subjects is behind that wall', () => {
  const naming = Object.values(REGISTER.fields).flatMap(({ fields }) =>
    [...fields.values()].flatMap(({ name, kind }) => (kind === 'subjects' ? [name] : [])),
  );
  expect(naming).toEqual(['members']);
});
