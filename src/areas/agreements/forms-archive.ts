import { z } from 'zod';
import { isDay } from '../../plain/time.ts';
import type { Archive } from './archive.ts';
import { PARAGRAPHS, type Paragraph } from './paragraph.ts';

const day = z.string().refine(isDay);
export const id = z.string().regex(/^[\w-]{1,100}$/);
const language = z.string().regex(/^[A-Za-z0-9-]{1,20}$/);
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** Whatever people write; a sign that no database takes is not writing. */
export const words = z
  .string()
  .max(10_000)
  .refine((text) => text.isWellFormed() && !text.includes('\0'));
const base64 = z
  .string()
  .regex(/^[A-Za-z0-9_-]+$/)
  .max(20_000);

const ofPart: Readonly<Record<string, z.ZodType>> = {
  texts: z.record(language, words),
  day: day.nullable(),
  cents: z.int().nonnegative().nullable(),
  minutes: z.int().nonnegative().nullable(),
  weeks: z.int().nonnegative().nullable(),
  partner: id.nullable(),
  flag: z.boolean(),
};

/** One schema for each kind of paragraph, made from the table of kinds; nothing else may stand in it. */
const anyParagraph = z.union(
  Object.entries(PARAGRAPHS).map(([kind, parts]) =>
    z.strictObject({
      id,
      kind: z.literal(kind),
      origin: id,
      parts: z.strictObject(
        Object.fromEntries(
          Object.entries<{ readonly holds: string | readonly string[] }>(parts).map(([name, { holds }]) => [
            name,
            typeof holds === 'string' ? (ofPart[holds] ?? z.never()) : z.enum([...holds]).nullable(),
          ]),
        ),
      ),
    }),
  ),
);

/** Whether something is a paragraph of a declared kind, with its parts and nothing else. */
export function isParagraph(value: unknown): value is Paragraph {
  return anyParagraph.safeParse(value).success;
}

const paragraph = z.custom<Paragraph>(isParagraph);

const text = z.strictObject({
  partners: z.array(z.strictObject({ id, name: words })),
  languages: z.array(language).min(1),
  paragraphs: z.array(paragraph),
});

const change = z.strictObject({
  paragraph: id,
  base: sha256.nullable(),
  after: paragraph.nullable(),
  proposal: id,
  by: id,
  acceptedBy: z.array(id),
});

const proof = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('passkey'),
    origin: z.url(),
    credential: base64,
    publicKey: base64,
    clientDataJSON: base64,
    authenticatorData: base64,
    signature: base64,
  }),
  z.strictObject({ kind: z.literal('passphrase') }),
  z.strictObject({ kind: z.literal('paper') }),
]);

export const agreementArchive = z.strictObject({
  format: z.literal('geflecht-agreement/1'),
  versions: z.array(
    z.strictObject({
      version: z.strictObject({
        agreement: id,
        number: z.int().positive(),
        former: sha256.nullable(),
        day,
        changes: z.array(change),
        text,
      }),
      hash: sha256,
    }),
  ),
  confirmations: z.array(z.strictObject({ partner: id, hash: sha256 })),
  mirrored: z.array(id),
  signatures: z.array(z.strictObject({ version: sha256, partner: id, day, proof })),
  checksum: sha256,
});

/** An archive as it comes out of a file; null when it is none. */
export function readArchive(file: unknown): Archive | null {
  const read = agreementArchive.safeParse(file);
  return read.success ? read.data : null;
}
