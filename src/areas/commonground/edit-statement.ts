import type { Context } from '../../platform/context.ts';
import { ConflictError } from '../../platform/errors.ts';
import { saying } from '../../plain/words.ts';
import { findKept, findKeptStatement } from './find-kept.ts';
import { demand, may } from './may.ts';
import { seedOf } from './statement.ts';
import { insertStatements, removeStatement, setLanguage } from './store-statement.ts';

/** Adds a statement of the steward. Possible as long as it lasts: whoever has answered all finds it as the next one. */
export async function addSeed(
  { db, actor }: Context,
  { conversation, text }: { readonly conversation: string; readonly text: string },
): Promise<void> {
  const found = await db.read((reader) => findKept(reader, actor, conversation));
  demand(may.keep(actor, found.steward));
  await db.write((tx) => insertStatements(tx, conversation, [seedOf(found.languages[0] ?? 'de')(text)]));
}

/** Corrects in which language a statement was written. */
export async function correctLanguage(
  { db, actor }: Context,
  {
    conversation,
    statement,
    language,
  }: { readonly conversation: string; readonly statement: string; readonly language: string },
): Promise<void> {
  const found = await db.read((reader) => findKeptStatement(reader, actor, { conversation, statement }));
  demand(may.keep(actor, found.conversation.steward));
  if (found.statement.language !== language) await db.write((tx) => setLanguage(tx, statement, language));
}

/** Takes a first statement out again, before anybody can have answered it. */
export async function takeSeedOut(
  { db, actor }: Context,
  { conversation, statement }: { readonly conversation: string; readonly statement: string },
): Promise<void> {
  const found = await db.read((reader) => findKeptStatement(reader, actor, { conversation, statement }));
  demand(may.keep(actor, found.conversation.steward));
  if (found.conversation.begunOn !== null) throw new ConflictError(saying('commonground.may.begun'));
  await db.write((tx) => removeStatement(tx, statement));
}
