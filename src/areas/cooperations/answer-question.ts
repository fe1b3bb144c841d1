import { note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { demand, may } from './may.ts';
import { demandGoingOn } from './store-leaving.ts';
import type { Question } from './plan.ts';
import { keepAnswer } from './store-plan.ts';
import { findPartners } from './store.ts';

interface Answered {
  readonly cooperation: string;
  readonly organisation: string;
  readonly question: Question;
  readonly text: string;
}

/** A partner answers one question of its plan, as often as it likes; an empty answer takes it away. */
export async function answerQuestion(
  { db, actor, clock }: Context,
  { cooperation, organisation, question, text }: Answered,
): Promise<void> {
  demand(may.plan(actor, organisation));
  await db.write(async (tx) => {
    const partners = await findPartners(tx, cooperation);
    if (!partners.some((one) => one.organisation === organisation)) throw new NotFoundError();
    await demandGoingOn(tx, cooperation);
    await keepAnswer(tx, { cooperation, organisation, question, text });
    await note(tx, organisation, {
      at: clock.now(),
      act: 'plan.written',
      byRole: 'organisation',
      about: `cooperation/${cooperation}`,
    });
  });
}
