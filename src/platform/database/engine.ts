import type { Kysely } from 'kysely';
import type { Queue } from './queue.ts';
import type { Tables } from './tables.ts';

/** What PGlite and a PostgreSQL server have in common, for `openDatabase`. */
export interface Engine {
  readonly name: 'pglite' | 'postgres';
  readonly kysely: Kysely<Tables>;
  /** Keeps transactions apart where there is one connection; a server runs them at once. */
  readonly exclusive: Queue;
  sql(text: string, values: readonly unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
  exec(text: string): Promise<void>;
  /** Resolves when it has ended by itself; a server never does that to us. */
  readonly stopped: Promise<void>;
  /** After what was begun before. */
  close(): Promise<void>;
}
