import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  anyText,
  BILDUNGSWERK,
  confirmation,
  FIRST_TEXT,
  FOURTH_TEXT,
  historyOf,
  NUJIN,
  ready,
} from '../../../test/agreement.ts';
import { tryDevice } from '../../../test/device.ts';
import { fileOf, verifyFile } from './archive-file.ts';
import { inForce, sealed, verifyArchive, type Archive } from './archive.ts';
import { readArchive } from './forms-archive.ts';
import { challengeOf, type Signature } from './signature.ts';
import { SINGLE } from './paragraph.ts';
import { paragraphsOf, type AgreementText } from './text.ts';

const SITE = 'https://netz.example.org';
const HISTORY = historyOf([FIRST_TEXT, FOURTH_TEXT]);
const [FIRST, LAST] = [HISTORY[0]?.hash ?? '', HISTORY[1]?.hash ?? ''];
const SIGNED = sealed({
  format: 'geflecht-agreement/1',
  versions: HISTORY,
  confirmations: ready(FOURTH_TEXT).confirmations,
  mirrored: [BILDUNGSWERK, NUJIN],
  signatures: [
    { version: LAST, partner: BILDUNGSWERK, day: '2026-12-01', proof: { kind: 'paper' } },
    signedByDevice(LAST, NUJIN),
  ],
});

test('what all partners have signed is in force and holds, also read from a file', async () => {
  expect(inForce(SIGNED)).toBe(2);
  expect(await verifyArchive(SIGNED)).toEqual([]);
  const file: unknown = JSON.parse(JSON.stringify(SIGNED));
  expect(await verifyArchive(readArchive(file) ?? sealed({ ...SIGNED, versions: [] }))).toEqual([]);
});

test('one signature is not enough, and a later draft does not end what is in force', () => {
  expect(inForce({ ...SIGNED, signatures: SIGNED.signatures.slice(1) })).toBeNull();
  expect(inForce({ ...SIGNED, versions: historyOf([FIRST_TEXT, FOURTH_TEXT, FIRST_TEXT]) })).toBe(2);
});

test('a signature of a device speaks of one version, for one site, with one key', async () => {
  const proof = signedByDevice(FIRST, NUJIN).proof;
  const moved = { version: LAST, partner: NUJIN, day: '2026-12-01', proof };
  expect(await verifyArchive(resealed({ signatures: [moved] }))).toEqual([
    { what: 'forged', partner: NUJIN, version: LAST },
  ]);
  const device = signedByDevice(LAST, NUJIN).proof;
  const elsewhere = { ...device, origin: 'https://netz.example.com' };
  expect(await verifyArchive(resealed({ signatures: [{ ...moved, proof: elsewhere as typeof device }] }))).toEqual([
    { what: 'forged', partner: NUJIN, version: LAST },
  ]);
  const otherKey = signedByDevice(LAST, NUJIN).proof;
  const exchanged = { ...device, publicKey: Reflect.get(otherKey, 'publicKey') };
  expect(await verifyArchive(resealed({ signatures: [{ ...moved, proof: exchanged as typeof device }] }))).toEqual([
    { what: 'forged', partner: NUJIN, version: LAST },
  ]);
});

test('whoever seals again what was signed too early, by a stranger or for nothing is found all the same', async () => {
  const [goal] = paragraphsOf(FOURTH_TEXT, 'goal');
  if (goal === undefined) throw new Error('no goal');
  const gone = confirmation(NUJIN, goal);
  const confirmations = SIGNED.confirmations.filter(
    ({ partner, hash }) => partner !== gone.partner || hash !== gone.hash,
  );
  expect(await verifyArchive(resealed({ confirmations }))).toEqual([
    { what: 'notReady', version: LAST, missing: [{ what: 'goalConfirmation', paragraph: goal.id, partner: NUJIN }] },
  ]);
  const paper = { version: LAST, day: '2026-12-01', proof: { kind: 'paper' } } as const;
  expect(await verifyArchive(resealed({ signatures: [{ ...paper, partner: 'somebody' }] }))).toEqual([
    { what: 'notAPartner', partner: 'somebody' },
  ]);
  const nothing = { ...paper, version: 'f'.repeat(64), partner: NUJIN };
  expect(await verifyArchive(resealed({ signatures: [nothing] }))).toEqual([{ what: 'signedNothing', partner: NUJIN }]);
});

test('each changed byte of the file is found', async () => {
  const bytes = Buffer.from(fileOf(SIGNED));
  expect(await verifyFile(bytes)).toEqual({ archive: SIGNED, findings: [] });
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, by) => {
      const changed = Buffer.from(bytes);
      changed[at] = ((changed[at] ?? 0) + by) % 256;
      expect((await verifyFile(changed)).findings).not.toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('a file that says the same in other bytes is another file, and one that is cut off is none', async () => {
  const file = fileOf(SIGNED);
  const whatIn = async (text: string | Uint8Array) =>
    (await verifyFile(Buffer.from(text))).findings.map(({ what }) => what);
  expect(await whatIn(`${file}\n`)).toEqual(['spelling']);
  expect(await whatIn(JSON.stringify(JSON.parse(file), null, 2))).toEqual(['spelling']);
  expect(await whatIn(JSON.stringify({ ...SIGNED }))).toEqual(['spelling']);
  expect(await whatIn(`\ufeff${file}`)).toEqual(['noArchive']);
  expect(await whatIn(file.slice(0, -1))).toEqual(['noArchive']);
  expect(await whatIn('')).toEqual(['noArchive']);
  expect(await whatIn(file.replace('{', '{"checksum":"",'))).toEqual(['spelling']);
  expect(await whatIn(file.replace('"checksum"', '"name":"Ayşe","checksum"'))).toEqual(['noArchive']);
});

test('whatever was agreed on comes out of its file as it went in, to the byte', async () => {
  await fc.assert(
    fc.asyncProperty(anyHistory(), async (versions) => {
      const file = fileOf(resealed({ versions, confirmations: [], signatures: [] }));
      const { archive, findings } = await verifyFile(Buffer.from(file));
      expect(findings).toEqual([]);
      if (archive === null) throw new Error('no archive');
      expect(fileOf(archive)).toBe(file);
    }),
    { numRuns: 100 },
  );
});

/** Each text keeps some of the paragraphs of the one before and brings others. */
function anyHistory(): fc.Arbitrary<Archive['versions']> {
  const step = fc.record({ text: anyText(), keeps: fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }) });
  return fc.array(step, { minLength: 1, maxLength: 4 }).map((steps) => {
    const texts: AgreementText[] = [];
    for (const [at, { text, keeps }] of steps.entries()) {
      const kept = (texts.at(-1)?.paragraphs ?? []).filter((_, place) => keeps[place]);
      const own = text.paragraphs.map((one) => ({ ...one, id: `v${at}-${one.id}` }));
      const singles = new Set(kept.map(({ kind }) => kind).filter((kind) => SINGLE.has(kind)));
      texts.push({ ...text, paragraphs: [...kept, ...own.filter(({ kind }) => !singles.has(kind))] });
    }
    return historyOf(texts);
  });
}

function resealed(content: Partial<Archive>): Archive {
  const { checksum: _, ...rest } = { ...SIGNED, ...content };
  return sealed(rest);
}

function signedByDevice(version: string, partner: string): Signature {
  const device = tryDevice(SITE);
  const shown: unknown = JSON.parse(device.show(challengeOf(version)));
  const { id, response } = shown as { id: string; response: Record<string, string> };
  const { clientDataJSON = '', authenticatorData = '', signature = '' } = response;
  const { publicKey } = device;
  return {
    version,
    partner,
    day: '2026-12-01',
    proof: { kind: 'passkey', origin: SITE, credential: id, publicKey, clientDataJSON, authenticatorData, signature },
  };
}
