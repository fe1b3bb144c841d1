import { z } from 'zod';
import { isId } from '../../plain/ids.ts';
import { LANGUAGES } from '../../platform/words/index.ts';
import { WORD_STATES } from './commitment-word.ts';

/** Which button was taken, and of which words it speaks. */
export const wordForm = z.object({
  word: z.enum([...WORD_STATES, 'open']),
  hash: z.string().max(64).default(''),
  back: z.enum(['fristen']).optional().catch(undefined),
});

/** The languages that a calendar can speak. */
export const CALENDAR_LANGUAGES = LANGUAGES.filter(({ code, tag }) => code === tag).map(({ code }) => code);

export const calendarForm = z.object({
  organisation: z.string().refine(isId),
  what: z.enum(['make', 'end']),
  language: z
    .string()
    .refine((code) => CALENDAR_LANGUAGES.includes(code))
    .optional(),
});

export const filterForm = z.object({ organisation: z.string().refine(isId).optional().catch(undefined) });
