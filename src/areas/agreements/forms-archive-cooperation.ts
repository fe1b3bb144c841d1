import { z } from 'zod';
import type { Json } from '../../plain/json.ts';
import type { CooperationArchive } from './cooperation-archive.ts';
import { agreementArchive, id, sha256, words } from './forms-archive.ts';

/** More than any page writes, and little enough to be read in one go. */
const MOST_LISTS = 50;
const MOST_THINGS = 20_000;
const DEEPEST = 8;

/** A name of a column or of a question: never one that means something to an object. */
const name = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,99}$/);
/** Whole numbers only: no database writes them in another way. */
const plain = z.union([z.null(), z.boolean(), z.int(), words]);

function jsonOf(depth: number): z.ZodType<Json> {
  if (depth === 0) return plain;
  const inner = jsonOf(depth - 1);
  return z.union([plain, z.array(inner).max(MOST_THINGS), z.record(name, inner)]);
}

const things = z.array(z.record(name, jsonOf(DEEPEST))).max(MOST_THINGS);

const archive = z.strictObject({
  format: z.literal('geflecht-cooperation/1'),
  cooperation: id,
  parts: z.record(name, things).refine((parts) => Object.keys(parts).length <= MOST_LISTS),
  agreement: agreementArchive.nullable(),
  checksum: sha256,
});

/** A cooperation as it comes out of a file; null when it is none. */
export function readCooperation(file: unknown): CooperationArchive | null {
  const read = archive.safeParse(file);
  return read.success ? read.data : null;
}
