import type { Answer } from '../../engines/opinion/index.ts';
import type { Context } from '../../platform/context.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { isId } from '../../plain/ids.ts';
import { dayOf } from '../../plain/time.ts';
import { phaseOn, type Conversation } from './conversation.ts';
import { demand, may } from './may.ts';
import { ballotKey } from './seal.ts';
import { holdRunning, writeAnswer } from './store-ballot.ts';

/** Answers a statement, changes an answer, or takes it back (`null`). The same again changes nothing. */
export async function answerStatement(
  { db, clock }: Context,
  conversation: Conversation,
  { mark, statement, answer }: { readonly mark: string; readonly statement: string; readonly answer: Answer | null },
): Promise<void> {
  demand(may.answer({ phase: phaseOn(conversation, dayOf(clock.now())) }));
  const key = ballotKey(conversation.id, mark);
  if (!isId(statement)) throw new NotFoundError();
  await db.write(async (tx) => {
    // Who is told that an answer is kept is counted, also when it ends in that moment.
    if (!(await holdRunning(tx, conversation.id))) demand(may.answer({ phase: 'ended' }));
    if (!(await writeAnswer(tx, key, statement, answer))) throw new NotFoundError();
  });
}
