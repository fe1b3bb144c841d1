import { z } from 'zod';

/** A text as it was typed; what is no text counts as empty. */
const text = z.string().max(2000).catch('');

export const askRecoveryForm = z.object({ alias: text });

export const agreeRecoveryForm = z.object({ mark: text });

export const wayBackForm = z.object({ alias: text, code: text, passphrase: text, passphraseAgain: text });
