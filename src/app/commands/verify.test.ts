import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BILDUNGSWERK, FIRST_TEXT, FOURTH_TEXT, historyOf, NUJIN, ready } from '../../../test/agreement.ts';
import { fileOf } from '../../areas/agreements/archive-file.ts';
import { sealed, type Archive } from '../../areas/agreements/archive.ts';
import { sealedCooperation } from '../../areas/agreements/cooperation-archive.ts';
import type { Json } from '../../plain/json.ts';
import { run } from '../terminal.ts';
import { verifyCommand } from './verify.ts';

const HISTORY = historyOf([FIRST_TEXT, FOURTH_TEXT]);
const LAST = HISTORY[1]?.hash ?? '';
const SIGNED = {
  format: 'geflecht-agreement/1',
  versions: HISTORY,
  confirmations: ready(FOURTH_TEXT).confirmations,
  mirrored: [BILDUNGSWERK, NUJIN],
  signatures: [
    { version: LAST, partner: BILDUNGSWERK, day: '2026-12-01', proof: { kind: 'paper' } },
    { version: LAST, partner: NUJIN, day: '2026-12-02', proof: { kind: 'passphrase' } },
  ],
} as const;
const before = { ...process.env };
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'geflecht-verify-'));
  Object.assign(process.env, { LC_ALL: 'de_DE.UTF-8' });
});
afterAll(async () => {
  process.env = before;
  await rm(folder, { recursive: true });
});

async function call(file: string | null, ...flags: string[]) {
  const said = { lines: [] as string[], json: [] as Json[], notes: [] as string[] };
  const terminal = {
    line: (text: string) => void said.lines.push(text),
    json: (value: Json) => void said.json.push(value),
    note: (text: string) => void said.notes.push(text),
  };
  const path = join(folder, 'vereinbarung.json');
  if (file !== null) await writeFile(path, file);
  const code = await run(
    ['verify', file === null ? join(folder, 'none') : path, ...flags],
    { verify: verifyCommand },
    terminal,
  );
  return { code, ...said };
}

test('a whole agreement is told with who has signed it, and with what each way of signing proves', async () => {
  const { code, lines } = await call(fileOf(sealed(SIGNED)));
  expect(code).toBe(0);
  expect(lines).toEqual([
    'Fassung 2 gilt: Alle Partner haben sie unterschrieben.',
    'Bildungswerk Fuldatal gGmbH: unterschrieben am 1. Dezember 2026, auf Papier',
    'Frauenverein Nûjîn e. V.: unterschrieben am 2. Dezember 2026, mit Passphrase bestätigt',
    'Auf Papier heißt: Das Papier mit der Unterschrift liegt beim Partner. Die Datei allein beweist es nicht.',
    'Mit Passphrase bestätigt heißt: Das Netzwerk hat es so festgehalten. Die Datei allein beweist es nicht.',
  ]);
});

test('what is only half signed is whole, but not in force', async () => {
  const [first] = SIGNED.signatures;
  const { code, json } = await call(fileOf(sealed({ ...SIGNED, signatures: [first] })), '--json');
  expect(code).toBe(0);
  expect(json).toMatchObject([{ isWhole: true, inForce: null, findings: [] }]);
});

test('everything that is wrong is said, each in a sentence, and the exit code is 1', async () => {
  const changed: Archive = { ...sealed(SIGNED), checksum: 'f'.repeat(64) };
  expect(await call(fileOf(changed))).toMatchObject({
    code: 1,
    lines: [],
    notes: ['Die Prüfsumme stimmt nicht: Etwas in der Datei wurde geändert.'],
  });
  const unready = await call(fileOf(sealed({ ...SIGNED, mirrored: [BILDUNGSWERK], confirmations: [] })));
  expect(unready.notes[0]?.split('\n')).toEqual([
    'Fassung 2 ist unterschrieben, obwohl noch etwas fehlte:',
    'Noch sind nicht alle Bögen abgegeben.',
    expect.stringMatching(/^Ziel 1/),
    ...Array.from({ length: 8 }, () => expect.any(String)),
  ]);
  const [, last] = HISTORY;
  const torn = fileOf(sealed({ ...SIGNED, versions: last === undefined ? [] : [last] }));
  expect((await call(torn, '--json')).json).toMatchObject([{ isWhole: false, inForce: null, findings: ['version'] }]);
  expect(await call('{"name":"nichts"}')).toMatchObject({ code: 1 });
  expect(await call(null)).toMatchObject({ code: 1, notes: [expect.stringContaining('gibt es nicht')] });
});

test('everything of a cooperation is checked with the agreement inside, and without one', async () => {
  const content = {
    format: 'geflecht-cooperation/1',
    cooperation: 'k1',
    parts: { cooperation: [{ title: 'Gesundheit' }] },
    agreement: sealed(SIGNED),
  } as const;
  const whole = await call(fileOf(sealedCooperation(content)));
  expect([whole.code, whole.lines[0]]).toEqual([0, 'Fassung 2 gilt: Alle Partner haben sie unterschrieben.']);
  expect(await call(fileOf(sealedCooperation({ ...content, agreement: null })))).toMatchObject({
    code: 0,
    lines: ['Eine Vereinbarung gibt es darin nicht.'],
  });
  const changed = fileOf(sealedCooperation(content)).replace('"title":"Gesundheit"', '"title":"Gesundheit!"');
  expect((await call(changed, '--json')).json).toMatchObject([{ isWhole: false, findings: ['checksum'] }]);
});
