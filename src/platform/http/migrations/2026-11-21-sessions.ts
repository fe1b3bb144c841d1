import { sql, type Kysely } from 'kysely';
import { SYSTEM_ONLY, wallIn, type Step } from '../../database/index.ts';

export const migration: Step = {
  name: '2026-11-21-sessions',
  async up(db: Kysely<unknown>) {
    await sql`
      create table session (
        id uuid primary key,
        token_hash text not null unique,
        actor_kind text not null check (actor_kind in ('operator')),
        created_at timestamptz not null,
        seen_on date not null,
        ends_at timestamptz not null
      )`.execute(db);
    await sql`
      create table entrance (
        token_hash text primary key,
        made_at timestamptz not null,
        used_at timestamptz
      )`.execute(db);
    await wallIn(db, 'session', SYSTEM_ONLY);
    await wallIn(db, 'entrance', SYSTEM_ONLY);
  },
};
