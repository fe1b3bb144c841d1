import { sql } from 'kysely';
import type { Reader, Transaction } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import { isAnswered, type Plan, type Question } from './plan.ts';
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

/** What an organisation has written down that it can offer; empty while it has not. */
export async function findOffer(db: Reader, cooperation: string, organisation: string): Promise<string> {
  const { answers } = await findPlan(db, cooperation, organisation);
  return answers.offer ?? '';
}

/** Keeps one answer beside the others, so that two who write at once lose nothing of each other; empty takes it away. */
export async function keepAnswer(
  tx: Transaction,
  { cooperation, organisation, question, text }: Side & { readonly question: Question; readonly text: string },
): Promise<void> {
  const answers = JSON.stringify(text === '' ? {} : { [question]: text });
  await tx
    .insertInto('cooperation_plan')
    .values({ cooperation, organisation, answers, shown_on: null })
    .onConflict((one) =>
      one.columns(['cooperation', 'organisation']).doUpdateSet({
        answers: sql`(cooperation_plan.answers - ${question}::text) || excluded.answers`,
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
