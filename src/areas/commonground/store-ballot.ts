import { sql } from 'kysely';
import type { Answer } from '../../engines/opinion/index.ts';
import { asSystem, type Reader, type Transaction } from '../../platform/database/index.ts';
import type { Answers } from './ballot.ts';
import './tables.ts';

/** An empty ballot. The same key again changes nothing. */
export async function insertBallot(tx: Transaction, conversation: string, key: string): Promise<void> {
  await asSystem(tx, () =>
    tx
      .insertInto('ballot')
      .values({ key, conversation, answers: '{}' })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute(),
  );
}

/** What the person with this key has answered; null for whoever has not joined. */
export async function findBallot(db: Reader, key: string): Promise<Answers | null> {
  const row = await asSystem(db, () =>
    db.selectFrom('ballot').select('answers').where('key', '=', key).executeTakeFirst(),
  );
  return row?.answers ?? null;
}

/** Until this transaction ends nobody ends the conversation before its time. False where somebody has. */
export async function holdRunning(tx: Transaction, conversation: string): Promise<boolean> {
  const row = await asSystem(tx, () =>
    tx
      .selectFrom('conversation')
      .select('id')
      .where('id', '=', conversation)
      .where('ended_early', '=', false)
      .forShare()
      .executeTakeFirst(),
  );
  return row !== undefined;
}

/**
 * Puts an answer in, replaces it, or takes it out (`null`), in one step, so that two at once lose nothing.
 * False for whoever has not joined, and for a statement that is none of this conversation or does not stand open; what
 * was declined in between can still be taken back.
 */
export async function writeAnswer(
  tx: Transaction,
  key: string,
  statement: string,
  answer: Answer | null,
): Promise<boolean> {
  return asSystem(tx, async () => {
    const answers =
      answer === null
        ? sql<string>`answers - ${statement}::text`
        : sql<string>`answers || jsonb_build_object(${statement}::text, ${answer}::integer)`;
    const { numUpdatedRows } = await tx
      .updateTable('ballot')
      .set({ answers })
      .where('key', '=', key)
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom('statement as s')
            .select('s.id')
            .where('s.id', '=', statement)
            .whereRef('s.conversation', '=', 'ballot.conversation')
            .where('s.state', 'in', answer === null ? ['open', 'declined'] : ['open']),
        ),
      )
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  });
}

/** How many have answered something. */
export async function countBallots(db: Reader, conversation: string): Promise<number> {
  const row = await asSystem(db, () =>
    db
      .selectFrom('ballot')
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .where('conversation', '=', conversation)
      .where(sql<boolean>`answers <> '{}'::jsonb`)
      .executeTakeFirstOrThrow(),
  );
  return Number(row.count);
}

/** All answers, sorted by nothing that says who or when. */
export async function findBallots(db: Reader, conversation: string): Promise<readonly Answers[]> {
  const rows = await asSystem(db, () =>
    db.selectFrom('ballot').select('answers').where('conversation', '=', conversation).orderBy('key').execute(),
  );
  return rows.map(({ answers }) => answers);
}

/** Writes all ballots anew, sorted by their keys: how the rows lie tells nothing about who answered last. */
export async function shuffleBallots(tx: Transaction, conversation: string): Promise<void> {
  await asSystem(tx, async () => {
    const rows = await tx
      .deleteFrom('ballot')
      .where('conversation', '=', conversation)
      .returning(['key', 'answers'])
      .execute();
    const sorted = rows.toSorted((a, b) => (a.key < b.key ? -1 : 1));
    for (let at = 0; at < sorted.length; at += BATCH) {
      const batch = sorted.slice(at, at + BATCH);
      await tx
        .insertInto('ballot')
        .values(batch.map(({ key, answers }) => ({ key, conversation, answers: JSON.stringify(answers) })))
        .execute();
    }
  });
}

const BATCH = 1000;
