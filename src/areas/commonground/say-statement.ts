import { randomUUID } from 'node:crypto';
import type { Context } from '../../platform/context.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { takeOneOfDay } from '../../platform/throttle/index.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { dayOf } from '../../plain/time.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { findAlike } from './alike.ts';
import { phaseOn, type Conversation } from './conversation.ts';
import { demand, may } from './may.ts';
import { ballotKey } from './seal.ts';
import type { Statement } from './statement.ts';
import { findBallot } from './store-ballot.ts';
import { findStatementsInside, insertSaid } from './store-statement.ts';

/** Whoever looks through them is a person, too. Counted by the mark, which is in no table, so no ballot is led to. */
const MOST_A_DAY = 10;

export type NotSaid = { readonly told: Saying } | { readonly alike: readonly Statement[] };

/** Adds a statement of somebody who takes part; it waits for its steward. Nothing is kept of who wrote it. */
export async function sayStatement(
  { db, clock }: Context,
  conversation: Conversation,
  said: { readonly mark: string; readonly text: string; readonly language: string; readonly isSure: boolean },
): Promise<Result<null, NotSaid>> {
  const now = clock.now();
  demand(may.answer({ phase: phaseOn(conversation, dayOf(now)) }));
  const { mark, text, language, isSure } = said;
  return db.write(async (tx) => {
    if ((await findBallot(tx, ballotKey(conversation.id, mark))) === null) throw new NotFoundError();
    const alike = findAlike(text, (await findStatementsInside(tx, conversation.id)).filter(isOpen));
    if (alike.length > 0 && !isSure) return not({ alike });
    if (!(await takeOneOfDay(tx, `statement/${conversation.id}/${mark}`, MOST_A_DAY, now)))
      return not({ told: saying('commonground.say.enough', { most: MOST_A_DAY }) });
    const id = randomUUID();
    const texts = { [language]: text };
    const statement = { id, language, texts, machine: [], author: 'participant', reason: null } as const;
    await insertSaid(tx, conversation.id, { ...statement, state: 'waiting' });
    return ok(null);
  });
}

function isOpen({ state }: Statement): boolean {
  return state === 'open';
}
