import { randomInt } from 'node:crypto';
import { newCode } from '../../plain/code-words.ts';
import { fold, tidy } from '../../plain/text.ts';
import { saying, type Saying } from '../../plain/words.ts';

/** An account to be made. `passphrase` is its hash (`hashPassphrase`), null where a passkey opens it. */
export interface NewAccount {
  readonly alias: string;
  /** The language of its mails. */
  readonly language: string;
  readonly mail: string | null;
  readonly passphrase: string | null;
}

/** What is wrong with one field of a form. */
export interface FieldProblem {
  readonly field: string;
  readonly told: Saying;
}

const SHORTEST_ALIAS = 3;
const LONGEST_ALIAS = 40;
const WORDS_OF_A_PASSPHRASE = 5;

/** The form in which two spellings of one alias meet. */
export function aliasKey(alias: string): string {
  return fold(alias);
}

/** What is wrong with an alias as it was typed, or null. */
export function findAliasProblem(alias: string): Saying | null {
  if (aliasKey(alias).length < SHORTEST_ALIAS) return saying('people.account.alias.short', { least: SHORTEST_ALIAS });
  if (tidy(alias).length > LONGEST_ALIAS) return saying('people.account.alias.long', { most: LONGEST_ALIAS });
  return alias.includes('@') ? saying('people.account.alias.mail') : null;
}

/** Two words with capitals, as names of people are written: what does not look like that, as `pattern` of a field. */
export const UNLIKE_A_NAME = String.raw`(?!\s*\p{Lu}[\p{L}'’\-]*\s+\p{Lu}[\p{L}'’\-]*\s*$).*`;

/** A made-up name that says nothing about anybody and looks like nobody's: `ahorn-laterne-47`. */
export function suggestAlias(): string {
  return [...newCode(2), randomInt(10, 100)].join('-');
}

/** Words by chance: 50 bits, behind a slow hash and a throttle. */
export function suggestPassphrase(): string {
  return newCode(WORDS_OF_A_PASSPHRASE).join(' ');
}
