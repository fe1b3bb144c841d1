import type { Reader } from '../../platform/database/index.ts';
import { NotFoundError } from '../../platform/errors.ts';
import type { Actor } from '../../plain/actor.ts';
import { isStewardOf, type Conversation } from './conversation.ts';
import type { Statement } from './statement.ts';
import { findConversation } from './store.ts';
import { findStatements } from './store-statement.ts';

/** A conversation of this steward, also one from the archive. */
export async function findOwn(db: Reader, actor: Actor, id: string): Promise<Conversation> {
  const found = await findConversation(db, id);
  if (found === null || !isStewardOf(actor, found.steward)) throw new NotFoundError();
  return found;
}

/** A conversation that somebody looks after. For everybody else, and in the archive, there is no such thing to be done. */
export async function findKept(db: Reader, actor: Actor, id: string): Promise<Conversation> {
  const found = await findOwn(db, actor, id);
  if (found.takenFrom !== null) throw new NotFoundError();
  return found;
}

/** One of its statements. */
export async function findKeptStatement(
  db: Reader,
  actor: Actor,
  { conversation: id, statement: wanted }: { readonly conversation: string; readonly statement: string },
): Promise<{ readonly conversation: Conversation; readonly statement: Statement }> {
  const conversation = await findKept(db, actor, id);
  const statement = (await findStatements(db, id)).find((each) => each.id === wanted);
  if (statement === undefined) throw new NotFoundError();
  return { conversation, statement };
}
