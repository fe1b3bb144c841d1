import type { Context } from '../../platform/context.ts';
import { readCode } from '../../plain/code-words.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { dayOf } from '../../plain/time.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { phaseOn, type Conversation } from './conversation.ts';
import { demand, may } from './may.ts';
import { CODE_WORDS } from './print-codes.ts';
import { ballotKey, isMark, newMark, sealCode } from './seal.ts';
import { findBallot, insertBallot } from './store-ballot.ts';
import { takeCode } from './store-door.ts';
import { tellWrong } from './wrong-code.ts';

/**
 * Lets somebody take part: the mark that their browser keeps. Nothing is kept of who that was. The form brings the mark
 * along, so that a form sent twice is one person, also where the code was used up by the first time.
 */
export async function joinConversation(
  { db, actor, clock }: Context,
  conversation: Conversation,
  typedCode: string,
  broughtMark = '',
): Promise<Result<string, Saying>> {
  const { id, entry } = conversation;
  const now = clock.now();
  demand(may.join(actor, { entry, phase: phaseOn(conversation, dayOf(now)) }));
  const code = readCode(typedCode, CODE_WORDS);
  if (entry === 'codes' && code === null) return not(saying('commonground.code.shape', { count: CODE_WORDS }));
  const mark = isMark(broughtMark) ? broughtMark : newMark();
  const key = ballotKey(id, mark);
  return db.write(async (tx) => {
    if (entry === 'codes' && !(await takeCode(tx, id, sealCode(id, code ?? ''))))
      return (await findBallot(tx, key)) === null ? not(await tellWrong(tx, `conversation/${id}`, now)) : ok(mark);
    await insertBallot(tx, id, key);
    return ok(mark);
  });
}
