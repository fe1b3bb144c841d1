import type { Transaction as KyselyTransaction } from 'kysely';
import type { ReadonlyKysely } from 'kysely/readonly';
import type { Tables } from './tables.ts';

/** A transaction that may write. Verbs pass it on without looking inside; only stores query it. */
export type Transaction = KyselyTransaction<Tables>;

/** A transaction or a reading handle. */
export type Reader = ReadonlyKysely<Tables> | Transaction;
