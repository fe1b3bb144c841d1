import { note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { demand, may } from './may.ts';
import { demandGoingOn } from './store-leaving.ts';
import { asAnswers, type Offered } from './offer.ts';
import type { Question } from './plan.ts';
import { keepAnswers } from './store-plan.ts';
import { findPartners } from './store.ts';

interface Side {
  readonly cooperation: string;
  readonly organisation: string;
}

type Answered = Side & ({ readonly question: Question; readonly text: string } | { readonly offered: Offered });

/** A partner answers one question of its plan, as often as it likes; an empty answer takes it away. What is offered is said way by way. */
export async function answerQuestion({ db, actor, clock }: Context, answered: Answered): Promise<void> {
  const { cooperation, organisation } = answered;
  demand(may.plan(actor, organisation));
  await db.write(async (tx) => {
    const partners = await findPartners(tx, cooperation);
    if (!partners.some((one) => one.organisation === organisation)) throw new NotFoundError();
    await demandGoingOn(tx, cooperation);
    const answers = 'offered' in answered ? asAnswers(answered.offered) : { [answered.question]: answered.text };
    await keepAnswers(tx, { cooperation, organisation, answers });
    await note(tx, organisation, {
      at: clock.now(),
      act: 'plan.written',
      byRole: 'organisation',
      about: `cooperation/${cooperation}`,
    });
  });
}
