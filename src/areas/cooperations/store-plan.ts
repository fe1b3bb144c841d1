import { sql } from 'kysely';
import type { Reader, Transaction } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import { offerIn, type Offered } from './offer.ts';
import { isAnswered, type Answers, type Plan } from './plan.ts';
import './tables.ts';

interface Side {
  readonly cooperation: string;
  readonly organisation: string;
}

/** The plans of some cooperations that the actor may read: its own, and those that other partners show. */
export async function findPlansIn(
  db: Reader,
  cooperations: readonly string[],
): Promise<ReadonlyMap<string, readonly Plan[]>> {
  const rows = await db
    .selectFrom('cooperation_plan')
    .select(['cooperation', 'organisation', 'answers', 'shown_on as shownOn'])
    .where('cooperation', 'in', cooperations)
    .orderBy('organisation')
    .execute();
  return Map.groupBy(rows, ({ cooperation }) => cooperation);
}

/** The same of one cooperation. */
export async function findPlans(db: Reader, cooperation: string): Promise<readonly Plan[]> {
  return (await findPlansIn(db, [cooperation])).get(cooperation) ?? [];
}

/** The plan of one organisation; empty while it has not begun or is not for the actor. */
export async function findPlan(db: Reader, cooperation: string, organisation: string): Promise<Plan> {
  const plans = await findPlans(db, cooperation);
  return plans.find((plan) => plan.organisation === organisation) ?? { organisation, answers: {}, shownOn: null };
}

/** Whether an organisation has written what it can offer. Nobody is asked for anything before that. */
export async function hasOffer(db: Reader, cooperation: string, organisation: string): Promise<boolean> {
  const { answers } = await findPlan(db, cooperation, organisation);
  return isAnswered(answers, 'offer');
}

/**
 * What an organisation has written in its plan that it can give, to be filled in where that is asked again; null while
 * it has not, and for whoever may not read that plan.
 */
export async function findPlanOffer(db: Reader, cooperation: string, organisation: string): Promise<Offered | null> {
  const { answers } = await findPlan(db, cooperation, organisation);
  return offerIn(answers);
}

/** Keeps answers beside the others, so that two who write at once lose nothing of each other; empty takes one away. */
export async function keepAnswers(
  tx: Transaction,
  { cooperation, organisation, answers }: Side & { readonly answers: Answers },
): Promise<void> {
  const said = Object.fromEntries(Object.entries(answers).filter(([, text]) => text !== ''));
  await tx
    .insertInto('cooperation_plan')
    .values({ cooperation, organisation, answers: JSON.stringify(said), shown_on: null })
    .onConflict((one) =>
      one.columns(['cooperation', 'organisation']).doUpdateSet({
        answers: sql`(cooperation_plan.answers - ${Object.keys(answers)}::text[]) || excluded.answers`,
      }),
    )
    .execute();
}

export async function markShown(
  tx: Transaction,
  { cooperation, organisation, day }: Side & { readonly day: Day | null },
): Promise<void> {
  await tx
    .updateTable('cooperation_plan')
    .set({ shown_on: day })
    .where('cooperation', '=', cooperation)
    .where('organisation', '=', organisation)
    .execute();
}
