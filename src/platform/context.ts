import type { ReadonlyKysely } from 'kysely/readonly';
import type { Transaction } from 'kysely';
import type { Actor } from '../plain/actor.ts';
import type { Words } from '../plain/words.ts';
import type { Tables } from './database/tables.ts';
import type { Clock } from './clock.ts';
import type { Events } from './events.ts';

/** Reads inside one transaction, as the actor: row-level security decides what is there. */
export interface ReadDatabase {
  read<Result>(work: (db: ReadonlyKysely<Tables>) => Promise<Result>): Promise<Result>;
}

/** Writes inside one transaction, as the actor. Whatever throws rolls everything back. */
export interface WriteDatabase extends ReadDatabase {
  write<Result>(work: (tx: Transaction<Tables>) => Promise<Result>): Promise<Result>;
}

/** What a page that is only looked at (GET) gets. */
export interface ReadContext {
  readonly db: ReadDatabase;
  readonly actor: Actor;
  readonly clock: Clock;
  readonly words: Words;
}

/** What a verb gets: the five things, and nothing else. */
export interface Context extends ReadContext {
  readonly db: WriteDatabase;
  readonly events: Events;
}
