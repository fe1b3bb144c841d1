import { z } from 'zod';
import { LONGEST_LABEL } from './passkey.ts';

const base64 = z
  .string()
  .regex(/^[A-Za-z0-9_-]+=*$/)
  .max(20_000);

/** What a device answers, as JSON in a field of a form. */
const made = z.object({
  id: base64,
  rawId: base64,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: base64,
    attestationObject: base64,
    transports: z
      .array(z.string().regex(/^[a-z-]{1,20}$/))
      .max(10)
      .exactOptional(),
  }),
});

const shown = z.object({
  id: base64,
  rawId: base64,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: base64,
    authenticatorData: base64,
    signature: base64,
    userHandle: base64.exactOptional(),
  }),
});

const inJson = z.string().transform((text, check): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    check.addIssue({ code: 'custom', message: 'no JSON' });
    return z.NEVER;
  }
});

const ceremony = z.string().max(100);

export const madePasskeyForm = z.object({ passkeyCeremony: ceremony, passkeyAnswer: inJson.pipe(made) });

export const shownPasskeyForm = z.object({ passkeyCeremony: ceremony, passkeyAnswer: inJson.pipe(shown) });

export const passkeyLabelForm = z.object({ label: z.string().trim().min(1).max(LONGEST_LABEL) });
