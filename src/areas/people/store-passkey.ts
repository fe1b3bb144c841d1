import { asSystem, type Reader, type Transaction } from '../../platform/database/index.ts';
import { findSessionsOf, type OwnSession } from '../../platform/http/index.ts';
import { newId } from '../../plain/ids.ts';
import { dayOf, type Day } from '../../plain/time.ts';
import type { NewPasskey } from './passkey.ts';
import type { CeremonyTable } from './tables.ts';

/** A passkey as its owner sees it. */
export interface OwnPasskey {
  readonly id: string;
  readonly label: string;
  readonly madeOn: Day;
  readonly usedOn: Day | null;
  readonly isBackedUp: boolean;
}

export async function findPasskeysOf(db: Reader, account: string): Promise<readonly OwnPasskey[]> {
  const rows = await db
    .selectFrom('passkey')
    .select(['id', 'label', 'made_on', 'used_on', 'is_backed_up'])
    .where('account', '=', account)
    .orderBy('id')
    .execute();
  return rows.map(({ id, label, made_on, used_on, is_backed_up }) => ({
    id,
    label,
    madeOn: made_on,
    usedOn: used_on,
    isBackedUp: is_backed_up,
  }));
}

/** What devices of an account hold already, so that none makes a second key. */
export async function findCredentialsOf(
  db: Reader,
  account: string,
): Promise<readonly { readonly id: string; readonly transports: string[]; readonly handle: string }[]> {
  const rows = await db
    .selectFrom('passkey')
    .select(['credential', 'transports', 'handle'])
    .where('account', '=', account)
    .orderBy('id')
    .execute();
  return rows.map(({ credential, transports, handle }) => ({
    id: credential,
    transports: transports.split(' ').filter((each) => each !== ''),
    handle,
  }));
}

/** The passkey that a device answers with, whoever's it is. */
export interface FoundPasskey {
  readonly id: string;
  readonly account: string;
  readonly credential: string;
  readonly publicKey: string;
  readonly handle: string;
  readonly counter: number;
}

export async function findPasskey(db: Reader, credential: string): Promise<FoundPasskey | null> {
  return asSystem(db, async () => {
    const row = await db
      .selectFrom('passkey')
      .select(['id', 'account', 'credential', 'public_key', 'handle', 'counter'])
      .where('credential', '=', credential)
      .executeTakeFirst();
    return row === undefined
      ? null
      : {
          id: row.id,
          account: row.account,
          credential: row.credential,
          publicKey: row.public_key,
          handle: row.handle,
          counter: row.counter,
        };
  });
}

/** False when the key is known already. */
export async function insertPasskey(
  tx: Transaction,
  account: string,
  passkey: NewPasskey,
  now: Date,
): Promise<boolean> {
  return asSystem(tx, async () => {
    const row = await tx
      .insertInto('passkey')
      .values({
        id: newId(now),
        account,
        credential: passkey.credential,
        public_key: passkey.publicKey,
        handle: passkey.handle,
        counter: passkey.counter,
        transports: passkey.transports.join(' '),
        is_backed_up: passkey.isBackedUp,
        label: passkey.label,
        made_on: dayOf(now),
        used_on: null,
      })
      .onConflict((conflict) => conflict.column('credential').doNothing())
      .returning('id')
      .executeTakeFirst();
    return row !== undefined;
  });
}

/** Notes a use. False when the counter has not gone forward: then somebody has a copy of the key, or was quicker. */
export async function noteUse(
  tx: Transaction,
  id: string,
  { counter, isBackedUp }: { readonly counter: number; readonly isBackedUp: boolean },
  today: Day,
): Promise<boolean> {
  return asSystem(tx, async () => {
    const { numUpdatedRows } = await tx
      .updateTable('passkey')
      .set({ counter, is_backed_up: isBackedUp, used_on: today })
      .where('id', '=', id)
      .where((eb) => (counter === 0 ? eb('counter', '=', 0) : eb('counter', '<', counter)))
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  });
}

export async function updateLabel(tx: Transaction, account: string, id: string, label: string): Promise<boolean> {
  return asSystem(tx, async () => {
    const { numUpdatedRows } = await tx
      .updateTable('passkey')
      .set({ label })
      .where('id', '=', id)
      .where('account', '=', account)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  });
}

export async function deletePasskeys(tx: Transaction, account: string, only?: string): Promise<boolean> {
  return asSystem(tx, async () => {
    const query = tx.deleteFrom('passkey').where('account', '=', account);
    const { numDeletedRows } = await (only === undefined ? query : query.where('id', '=', only)).executeTakeFirst();
    return numDeletedRows > 0n;
  });
}

/** Until the transaction ends nobody else changes how this account is entered. Null when it is no more. */
export async function holdAccount(
  tx: Transaction,
  account: string,
): Promise<{ readonly mail: string | null; readonly language: string; readonly hasPassphrase: boolean } | null> {
  return asSystem(tx, async () => {
    const row = await tx
      .selectFrom('account')
      .select(['mail', 'language', 'passphrase'])
      .where('id', '=', account)
      .forUpdate()
      .executeTakeFirst();
    return row === undefined
      ? null
      : { mail: row.mail, language: row.language, hasPassphrase: row.passphrase !== null };
  });
}

/** When a session of an account was opened, and with how much; null when it is over. */
export async function findOpened(
  tx: Reader,
  { account, session }: { readonly account: string; readonly session: string },
  now: Date,
): Promise<Pick<OwnSession, 'createdAt' | 'hasTwoFactors'> | null> {
  const sessions = await asSystem(tx, () => findSessionsOf(tx, account, now));
  return sessions.find(({ id }) => id === session) ?? null;
}

/** Keeps a question, and forgets all that are over. */
export async function insertCeremony(tx: Transaction, ceremony: CeremonyTable, now: Date): Promise<void> {
  await asSystem(tx, async () => {
    await tx.deleteFrom('ceremony').where('ends_at', '<=', now).execute();
    await tx.insertInto('ceremony').values(ceremony).execute();
  });
}

/** Takes a question out: whatever the answer is, it is asked once. */
export async function takeCeremony(
  tx: Transaction,
  tokenHash: string,
  purpose: CeremonyTable['purpose'],
  now: Date,
): Promise<Pick<CeremonyTable, 'account' | 'challenge' | 'handle'> | null> {
  return asSystem(tx, async () => {
    const row = await tx
      .deleteFrom('ceremony')
      .where('token_hash', '=', tokenHash)
      .where('purpose', '=', purpose)
      .where('ends_at', '>', now)
      .returning(['account', 'challenge', 'handle'])
      .executeTakeFirst();
    return row ?? null;
  });
}

/** With which keys devices of an account sign; the public halves, for whoever checks a signature. */
export async function findSigningKeys(
  db: Reader,
  account: string,
): Promise<readonly { readonly credential: string; readonly publicKey: string }[]> {
  const rows = await db
    .selectFrom('passkey')
    .select(['credential', 'public_key'])
    .where('account', '=', account)
    .orderBy('id')
    .execute();
  return rows.map(({ credential, public_key }) => ({ credential, publicKey: public_key }));
}
