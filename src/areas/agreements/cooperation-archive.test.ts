import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyText, FIRST_TEXT, historyOf } from '../../../test/agreement.ts';
import type { Json } from '../../plain/json.ts';
import type { Taken } from '../cooperations/index.ts';
import { fileOf, verifyFile } from './archive-file.ts';
import { sealed, type Archive } from './archive.ts';
import { agreementIn, sealedCooperation, type CooperationArchive } from './cooperation-archive.ts';

const AGREEMENT: Archive = sealed({
  format: 'geflecht-agreement/1',
  versions: historyOf([FIRST_TEXT]),
  confirmations: [],
  mirrored: [],
  signatures: [],
});
const WHOLE = around(AGREEMENT, {
  cooperation: [{ title: 'Gesundheit für alle', begunOn: '2026-11-21', concept: 'open', conceptOn: null }],
  changes: [
    { id: 'c1', partner: 'o1', reason: 'Zu wenig', state: 'declined', after: { parts: { text: { tr: 'Çay' } } } },
  ],
  drafts: [],
});

test('a cooperation is whole with and without an agreement', async () => {
  const alone = around(null, WHOLE.parts);
  expect(await verifyFile(Buffer.from(fileOf(WHOLE)))).toEqual({ archive: WHOLE, findings: [] });
  expect(await verifyFile(Buffer.from(fileOf(alone)))).toEqual({ archive: alone, findings: [] });
  expect(agreementIn(WHOLE)).toEqual(AGREEMENT);
  expect(agreementIn(alone)).toBeNull();
});

test('each changed byte of the file is found', async () => {
  const bytes = Buffer.from(fileOf(around(null, WHOLE.parts)));
  for (const at of bytes.keys()) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect((await verifyFile(changed)).findings, `byte ${at}`).not.toEqual([]);
  }
  const around2 = Buffer.from(fileOf(WHOLE));
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: around2.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, by) => {
      const changed = Buffer.from(around2);
      changed[at] = ((changed[at] ?? 0) + by) % 256;
      expect((await verifyFile(changed)).findings).not.toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('whoever seals anew what was changed in the agreement inside is found all the same', async () => {
  const forged = { ...AGREEMENT, mirrored: ['somebody'] };
  const { findings } = await verifyFile(Buffer.from(fileOf(around(forged, WHOLE.parts))));
  expect(findings.map(({ what }) => what)).toEqual(['checksum']);
});

test('a file with anything else in it, too deep or too long is none', async () => {
  const whatIn = async (archive: object) => {
    const { checksum: _, ...content } = archive as CooperationArchive;
    return (await verifyFile(Buffer.from(fileOf(sealedCooperation(content))))).findings.map(({ what }) => what);
  };
  let deep: Json = 'end';
  for (let at = 0; at < 12; at += 1) deep = [deep];
  const without = { ...WHOLE, agreement: null };
  expect(await whatIn(without)).toEqual([]);
  expect(await whatIn({ ...without, more: 1 })).toEqual(['noArchive']);
  expect(await whatIn({ ...without, format: 'geflecht-cooperation/2' })).toEqual(['noArchive']);
  expect(await whatIn({ ...without, parts: { deep: [{ deep }] } })).toEqual(['noArchive']);
  expect(await whatIn({ ...without, parts: { long: [{ text: 'x'.repeat(10_001) }] } })).toEqual(['noArchive']);
  expect(await whatIn({ ...without, parts: { 'no name': [] } })).toEqual(['noArchive']);
  expect(await whatIn({ ...without, parts: { half: [{ amount: 0.1 }] } })).toEqual(['noArchive']);
  const proto = fileOf(without).replace('"parts":{', '"parts":{"__proto__":[{"a":1}],');
  expect((await verifyFile(Buffer.from(proto))).findings).not.toEqual([]);
});

test('whatever stood in a cooperation comes out of its file as it went in, to the byte', async () => {
  await fc.assert(
    fc.asyncProperty(anyParts(), fc.option(anyText(), { freq: 3 }), async (parts, text) => {
      const agreement = text === null ? null : sealed({ ...AGREEMENT_CONTENT, versions: historyOf([text]) });
      const file = fileOf(around(agreement, parts));
      const { archive, findings } = await verifyFile(Buffer.from(file));
      expect(findings).toEqual([]);
      if (archive === null) throw new Error('no archive');
      expect(fileOf(archive)).toBe(file);
    }),
    { numRuns: 100 },
  );
});

const { checksum: _checksum, ...AGREEMENT_CONTENT } = AGREEMENT;

function around(agreement: Archive | null, parts: Taken): CooperationArchive {
  return sealedCooperation({ format: 'geflecht-cooperation/1', cooperation: 'k1', parts, agreement });
}

function anyParts(): fc.Arbitrary<Taken> {
  const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,12}$/);
  const words = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0') && text.isWellFormed());
  const { value } = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constant(null),
      fc.boolean(),
      fc.maxSafeInteger().map((number) => (number === 0 ? 0 : number)),
      words,
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(name, tie('value'), { maxKeys: 3, noNullPrototype: true }),
    ),
  }));
  const thing = fc.dictionary(name, value, { maxKeys: 5, noNullPrototype: true });
  return fc.dictionary(name, fc.array(thing, { maxLength: 4 }), { maxKeys: 6, noNullPrototype: true });
}
