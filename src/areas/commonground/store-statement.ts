import { sql } from 'kysely';
import { asSystem, type Reader, type Transaction } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import type { Reason, Statement } from './statement.ts';
import type { Translation } from './translate-statements.ts';
import './tables.ts';

const COLUMNS = ['id', 'language', 'texts', 'machine', 'author', 'state', 'reason'] as const;

/** The statements of a conversation as far as the reader may see them, by their ids, which tell no order. */
export async function findStatements(db: Reader, conversation: string): Promise<readonly Statement[]> {
  return db.selectFrom('statement').select(COLUMNS).where('conversation', '=', conversation).orderBy('id').execute();
}

/** All of them, for whoever has come in by the link; what waits stays inside. */
export async function findStatementsInside(db: Reader, conversation: string): Promise<readonly Statement[]> {
  const all = await asSystem(db, () => findStatements(db, conversation));
  return all.filter(({ state }) => state !== 'waiting');
}

export async function insertStatements(
  tx: Transaction,
  conversation: string,
  statements: readonly Statement[],
): Promise<void> {
  if (statements.length === 0) return;
  await tx
    .insertInto('statement')
    .values(
      statements.map(({ texts, machine, ...rest }) => ({
        ...rest,
        machine,
        conversation,
        texts: JSON.stringify(texts),
      })),
    )
    .execute();
}

/** The same by somebody who takes part, after the verb has looked at the link and the mark. What waits in the same words waits once. */
export async function insertSaid(tx: Transaction, conversation: string, statement: Statement): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`statement/${conversation}`}))`.execute(tx);
  await asSystem(tx, async () => {
    const waiting = (await findStatements(tx, conversation)).filter(({ state }) => state === 'waiting');
    const [text] = Object.values(statement.texts);
    if (!waiting.some(({ texts }) => Object.values(texts).includes(text ?? '')))
      await insertStatements(tx, conversation, [statement]);
  });
}

/** Sets or takes away (an empty text) what a statement is in another language; in one step, so that two languages at once lose nothing. */
export async function setTranslation(
  tx: Transaction,
  conversation: string,
  { statement, language, text, isMachine }: Translation & { readonly language: string },
): Promise<void> {
  const rest = sql<string[]>`array_remove(machine, ${language}::text)`;
  const isGone = text === '';
  await tx
    .updateTable('statement')
    .set({
      texts: isGone
        ? sql<string>`texts - ${language}::text`
        : sql<string>`texts || jsonb_build_object(${language}::text, ${text}::text)`,
      machine: isGone || !isMachine ? rest : sql<string[]>`array_append(${rest}, ${language}::text)`,
    })
    .where('id', '=', statement)
    .where('conversation', '=', conversation)
    .where('language', '<>', language)
    .execute();
}

/** What was written stays as it is and is said to be in another language; a translation into that one gives way. */
export async function setLanguage(tx: Transaction, id: string, language: string): Promise<void> {
  await tx
    .updateTable('statement')
    .set({
      language,
      texts: sql<string>`(texts - language) || jsonb_build_object(${language}::text, texts -> language)`,
      machine: sql<string[]>`array_remove(machine, ${language}::text)`,
    })
    .where('id', '=', id)
    .execute();
}

export async function removeStatement(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('statement').where('id', '=', id).execute();
}

/** What was done with a statement; without who did it. */
export interface Moderation {
  readonly id: string;
  readonly statement: string;
  readonly reason: Reason | null;
  readonly day: Day;
}

/** Lets a statement in (`reason` null) or declines it, and says so in the log. The same again changes nothing. */
export async function moderate(tx: Transaction, conversation: string, { id, statement, reason, day }: Moderation) {
  const state = reason === null ? 'open' : 'declined';
  const { numUpdatedRows } = await tx
    .updateTable('statement')
    .set({ state, reason })
    .where('id', '=', statement)
    .where((eb) => eb.or([eb('state', '<>', state), eb('reason', 'is distinct from', reason)]))
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return;
  const act = reason === null ? 'let-in' : 'declined';
  await tx.insertInto('moderation').values({ id, conversation, statement, act, reason, day }).execute();
}

/** The log, the latest day first. */
export async function findModeration(db: Reader, conversation: string): Promise<readonly Moderation[]> {
  return db
    .selectFrom('moderation')
    .select(['id', 'statement', 'reason', 'day'])
    .where('conversation', '=', conversation)
    .orderBy('day', 'desc')
    .orderBy('id')
    .execute();
}

export async function findModerationInside(db: Reader, conversation: string): Promise<readonly Moderation[]> {
  return asSystem(db, () => findModeration(db, conversation));
}
