import type { ReadDatabase } from '../../platform/context.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { tidy } from '../../plain/text.ts';
import { saying } from '../../plain/words.ts';
import { aliasKey, findAliasProblem, type FieldProblem, type NewAccount } from './account.ts';
import { newAccountForm } from './forms.ts';
import { findWeakness } from './judge-passphrase.ts';
import { hashPassphrase } from './passphrase.ts';
import { isAliasTaken } from './store-account.ts';

/**
 * Reads the fields of `AccountFields` and makes them an account to create, with the passphrase hashed already:
 * hashing takes a moment and belongs before the transaction. With `passkey` there is no passphrase to read.
 */
export async function readNewAccount(
  db: ReadDatabase,
  typed: Readonly<Record<string, unknown>>,
  {
    opensWith,
    language,
    site,
  }: {
    readonly opensWith: 'passphrase' | 'passkey';
    readonly language: string;
    readonly site: string;
  },
): Promise<Result<NewAccount, readonly FieldProblem[]>> {
  const { alias, passphrase, passphraseAgain } = newAccountForm.parse(typed);
  const problems: FieldProblem[] = [];
  const wrong = findAliasProblem(alias);
  if (wrong !== null) problems.push({ field: 'alias', told: wrong });
  else if (await db.read((reader) => isAliasTaken(reader, aliasKey(alias))))
    problems.push({ field: 'alias', told: saying('people.account.alias.taken') });
  if (opensWith === 'passphrase') {
    problems.push(...(await findPassphraseProblems({ passphrase, passphraseAgain }, [alias, site])));
  }
  if (problems.length > 0) return not(problems);
  return ok({
    alias: tidy(alias),
    language,
    mail: null,
    passphrase: opensWith === 'passphrase' ? await hashPassphrase(passphrase) : null,
  });
}

/** What is wrong with a new passphrase and its repetition. */
export async function findPassphraseProblems(
  { passphrase, passphraseAgain }: { readonly passphrase: string; readonly passphraseAgain: string },
  known: readonly string[],
): Promise<readonly FieldProblem[]> {
  const weakness = await findWeakness(passphrase, known);
  if (weakness !== null) return [{ field: 'passphrase', told: weakness }];
  if (passphrase.normalize('NFKC') === passphraseAgain.normalize('NFKC')) return [];
  return [{ field: 'passphraseAgain', told: saying('people.passphrase.different') }];
}
