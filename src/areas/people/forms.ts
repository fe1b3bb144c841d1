import { z } from 'zod';

/** A text as it was typed; what is no text counts as empty. Longer than this nothing of ours is. */
const text = z.string().max(2000).catch('');

export const newAccountForm = z.object({ alias: text, passphrase: text, passphraseAgain: text });

export const signInForm = z.object({ alias: text, passphrase: text, next: text });

export const secondStepForm = z.object({ step: text, code: text, next: text });

export const passphraseForm = z.object({ present: text, passphrase: text, passphraseAgain: text });

/** Confirms that the owner sits there. */
export const presentForm = z.object({ present: text, next: text });

export const codeForm = z.object({ code: text, next: text });

export const detailsForm = z.object({ alias: text, language: text, mail: text });

/** What is shown again, and where to go then. */
export const againForm = z.object({ again: text, againPassphrase: text, next: text });

export const leaveForm = z.object({ present: text, alias: text });

const several = z.union([z.array(text), text.transform((one) => (one === '' ? [] : [one]))]).catch([]);

export const inviteForm = z.object({ place: text, until: text, mail: text });

export const acceptForm = z.object({ key: text, who: text });

export const handOverForm = z.object({ day: text, to: text, done: several });

const address = z.email().max(254);

export function isMailAddress(typed: string): boolean {
  return address.safeParse(typed).success;
}
