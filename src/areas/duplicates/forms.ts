import { z } from 'zod';
import { OUTCOMES } from './judgement.ts';

const id = z.uuid();

const asked = { a: id, b: id, words: z.string().trim().max(500).default('') };

/** An answer to a question: the pair, and what it is or which of the two belongs to the other. */
export const answerForm = z.union([
  z.object({ ...asked, part: id }).transform((typed) => ({ ...typed, outcome: 'part' as const })),
  z.object({ ...asked, outcome: z.enum(OUTCOMES) }).transform((typed) => ({ ...typed, part: null })),
]);

/** What was just judged, in the address. */
export const lastForm = z.object({ zuletzt: id.nullable().catch(null) });

export const takeBackForm = z.object({ judgement: id, from: z.enum(['frage', 'urteile']).catch('frage') });
export const unaskedForm = z.object({ what: z.enum(['begin', 'end']) });
export const pageForm = z.object({ seite: z.coerce.number().int().min(1).max(500).catch(1) });
