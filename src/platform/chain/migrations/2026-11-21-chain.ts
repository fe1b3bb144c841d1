import { sql } from 'kysely';
import { KEEPER, ORGANISATIONS, wallInLedger, type Step } from '../../database/index.ts';

/** What was done with what an organisation keeps here, one chain for each, only ever growing. */
export const chainStep: Step = {
  name: '2026-11-21-chain',
  up: async (db) => {
    await sql`
      create table chain_note (
        chain uuid not null,
        number integer not null check (number > 0),
        noted_at timestamptz not null,
        act text not null,
        by_role text not null,
        about text not null,
        former_hash text not null,
        hash text not null,
        primary key (chain, number)
      )`.execute(db);
    // The program leaves the note of whoever acts: a stranger who could, would hear from a refusal which notes are there.
    await wallInLedger(db, 'chain_note', {
      read: `${KEEPER} or chain = any(${ORGANISATIONS})`,
      write: 'false',
    });
  },
};
