import type { Actor } from '../../plain/actor.ts';
import type { WriteDatabase } from '../context.ts';

/** What the web needs of the database; `Database` has it. */
export interface WebDatabase {
  as(actor: Actor): WriteDatabase;
  sql(text: string, values?: readonly unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
}
