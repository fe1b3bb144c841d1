import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  BILDUNGSWERK,
  confirmation,
  FIRST_TEXT,
  FOURTH_TEXT,
  historyOf,
  NUJIN,
  ready,
} from '../../../test/agreement.ts';
import { tryDevice } from '../../../test/device.ts';
import { inForce, sealed, verifyArchive, type Archive } from './archive.ts';
import { readArchive } from './forms-archive.ts';
import { challengeOf, type Signature } from './signature.ts';
import { paragraphsOf } from './text.ts';

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
  const bytes = Buffer.from(JSON.stringify(SIGNED));
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, by) => {
      const changed = Buffer.from(bytes);
      changed[at] = ((changed[at] ?? 0) + by) % 256;
      const archive = read(changed.toString('utf8'));
      if (archive !== null) expect(await verifyArchive(archive)).not.toEqual([]);
    }),
    { numRuns: 500 },
  );
});

function read(file: string): Archive | null {
  try {
    return readArchive(JSON.parse(file));
  } catch {
    return null;
  }
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
