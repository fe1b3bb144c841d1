import { ConflictError } from '../../platform/errors.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { newId } from '../../plain/ids.ts';
import { tidy } from '../../plain/text.ts';
import { dayOf } from '../../plain/time.ts';
import { saying } from '../../plain/words.ts';
import { aliasKey, type NewAccount } from './account.ts';
import { isPhc } from './passphrase.ts';
import { insertAccount } from './store-account.ts';

/**
 * Makes an account in the transaction of whoever accepts an invitation or takes up the word, after its `demand`,
 * and returns its id. Of its beginning only the month is kept. Read the form by `readNewAccount` first.
 */
export async function createAccount(tx: Transaction, account: NewAccount, now: Date): Promise<string> {
  if (account.passphrase !== null && !isPhc(account.passphrase)) throw new Error('a passphrase is kept as its hash');
  const id = newId(now);
  const alias = tidy(account.alias);
  const isNew = await insertAccount(tx, {
    id,
    alias,
    alias_key: aliasKey(alias),
    language: account.language,
    mail: account.mail,
    began_on: `${dayOf(now).slice(0, 7)}-01`,
    seen_on: null,
    passphrase: account.passphrase,
    totp_secret: null,
    totp_step: null,
    recovery_hash: null,
  });
  if (!isNew) throw new ConflictError(saying('people.account.alias.taken'));
  return id;
}
