import { z } from 'zod';
import { isDay } from '../../plain/time.ts';

const base64 = z
  .string()
  .regex(/^[A-Za-z0-9_-]+$/)
  .max(20_000);

const deviceAnswer = z
  .string()
  .max(60_000)
  .transform((text, issues): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      issues.addIssue('no answer of a device');
      return z.NEVER;
    }
  })
  .pipe(
    z.object({
      id: base64,
      response: z.object({ clientDataJSON: base64, authenticatorData: base64, signature: base64 }),
    }),
  );

const version = z.string().regex(/^[0-9a-f]{64}$/);

/** One of the three ways to sign, each with the hash of the version that was read. */
export const signForm = z.discriminatedUnion('way', [
  z.object({ way: z.literal('passkey'), version, deviceAnswer }),
  z.object({ way: z.literal('passphrase'), version, passphrase: z.string().min(1).max(1000) }),
  z.object({ way: z.literal('paper'), version, day: z.string().refine(isDay) }),
]);
export type SignForm = z.infer<typeof signForm>;
