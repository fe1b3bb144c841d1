import { z } from 'zod';

/** How an installation begins: with the invented county, or empty under its own name. */
export const beginForm = z.discriminatedUnion('way', [
  z.object({ way: z.literal('rhoenau') }),
  z.object({ way: z.literal('empty'), site: z.string().trim().min(1).max(80) }),
]);
