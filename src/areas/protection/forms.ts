import { z } from 'zod';
import { REASONS } from './look-reason.ts';

export const lookForm = z.object({ reason: z.enum(REASONS) });

/** Which button of the page of protection was taken. Without one it is the one that protects. */
export const modeForm = z.object({ what: z.enum(['begin', 'ask', 'keep', 'end']).default('begin') });

export const anchorForm = z.object({ wants: z.enum(['yes', 'no']) });

export const pageForm = z.object({
  form: z.enum(['json']).optional().catch(undefined),
  seite: z.coerce.number().int().min(1).max(10_000).catch(1),
});
