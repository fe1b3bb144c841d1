import { sql } from 'kysely';
import { asSystem, type Reader, type Transaction } from '../database/index.ts';
import { hashOfNote, ROOT_HASH, type ChainedNote, type Note } from './chain.ts';
import './tables.ts';

/**
 * Holds the chains of several organisations until the transaction ends, in an order that is always the same. Whoever
 * notes something with more than one of them says so first: two who do that crosswise would wait for each other.
 */
export async function holdChains(tx: Transaction, chains: readonly string[]): Promise<void> {
  for (const chain of [...new Set(chains)].toSorted()) await holdChain(tx, chain);
}

/**
 * Adds a note to the chain of an organisation (its subject's id), in the caller's transaction:
 * what is done and its note are there together or not at all. Two at once take turns.
 */
export async function note(
  tx: Transaction,
  chain: string,
  { at, act, byRole, about }: Omit<Note, 'number'>,
): Promise<void> {
  await asSystem(tx, async () => {
    await holdChain(tx, chain);
    const last = await tx
      .selectFrom('chain_note')
      .select(['number', 'hash'])
      .where('chain', '=', chain)
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();
    const former_hash = last?.hash ?? ROOT_HASH;
    const next = { number: (last?.number ?? 0) + 1, at, act, byRole, about };
    await tx
      .insertInto('chain_note')
      .values({
        chain,
        number: next.number,
        noted_at: at,
        act,
        by_role: byRole,
        about,
        former_hash,
        hash: hashOfNote(chain, former_hash, next),
      })
      .execute();
  });
}

async function holdChain(tx: Transaction, chain: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`chain/${chain}`}))`.execute(tx);
}

/** The chains that there are, as far as the actor may read them, in the order of their ids. */
export async function findChains(db: Reader): Promise<readonly string[]> {
  const rows = await db.selectFrom('chain_note').select('chain').distinct().orderBy('chain').execute();
  return rows.map(({ chain }) => chain);
}

/** The notes of a chain, oldest first, as far as the actor may read them. */
export async function findNotes(db: Reader, chain: string): Promise<readonly ChainedNote[]> {
  const rows = await db.selectFrom('chain_note').selectAll().where('chain', '=', chain).orderBy('number').execute();
  return rows.map((row) => ({
    number: row.number,
    at: row.noted_at,
    act: row.act,
    byRole: row.by_role,
    about: row.about,
    formerHash: row.former_hash,
    hash: row.hash,
  }));
}

/**
 * The hashes of the notes about one thing in a chain, oldest first: each is a head that the chain had.
 * Read by the program: partners print each other's, and a hash says nothing about the notes that it stands for.
 */
export async function findHeadsAbout(
  db: Reader,
  chain: string,
  about: string,
): Promise<readonly { readonly act: string; readonly hash: string }[]> {
  return asSystem(db, () =>
    db
      .selectFrom('chain_note')
      .select(['act', 'hash'])
      .where('chain', '=', chain)
      .where('about', '=', about)
      .orderBy('number')
      .execute(),
  );
}
