import { note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import type { Reader } from '../../platform/database/index.ts';
import { postMail } from '../../platform/mail/index.ts';
import { accountOf } from '../../plain/actor.ts';
import { newId } from '../../plain/ids.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { addDays, dayOf, isDay, type Day } from '../../plain/time.ts';
import { saying } from '../../plain/words.ts';
import type { FieldProblem } from './account.ts';
import type { OpenItems } from './hand-over-items.ts';
import { putInvitation, type Invited } from './invite.ts';
import { demand, may } from './may.ts';
import { demandFresh } from './own-account.ts';
import { pathOfRole, placeAmong, type Role, type RoleRef, type Term } from './role.ts';
import { insertHandOver } from './store-hand-over.ts';
import { findMailboxes, findStanding, holdRole } from './store-role.ts';

export const FURTHEST_DAYS = 366;

export interface HandOverPlan {
  readonly role: RoleRef;
  readonly day: string;
  /** The deputy, or whoever accepts the invitation that is made for it. */
  readonly to: 'deputy' | 'invited';
  /** The keys of the points that have been talked about. */
  readonly done: readonly string[];
  readonly language: string;
}

/** The holder's half of handing over: to whom, on which day, with every open point talked about. */
export async function handOver(
  ctx: Context,
  openItems: OpenItems,
  plan: HandOverPlan,
): Promise<Result<Invited | null, readonly FieldProblem[]>> {
  const now = ctx.clock.now();
  const today = dayOf(now);
  demand(may.handOver(ctx.actor, await ctx.db.read((db) => standing(db, ctx, plan.role, today))));
  return ctx.db.write(async (tx): Promise<Result<Invited | null, readonly FieldProblem[]>> => {
    await demandFresh(tx, ctx.actor, now);
    const role = await holdRole(tx, plan.role, now);
    const { terms, ...mine } = await standing(tx, ctx, role, today);
    demand(may.handOver(ctx.actor, mine));
    const deputy = terms.find(({ place }) => place === 'deputy')?.account ?? null;
    const problems = await findProblems(openItems(tx, role, now), plan, { today, hasDeputy: deputy !== null });
    if (problems.length > 0) return not(problems);
    const id = newId(now);
    await insertHandOver(tx, {
      id,
      role: role.id,
      from_account: accountOf(ctx.actor),
      to_account: plan.to === 'deputy' ? deputy : null,
      on_day: plan.day,
      asked_on: today,
      confirmed_on: null,
    });
    await noteIn(tx, role, now);
    if (plan.to === 'invited') {
      const wanted = {
        role,
        place: 'holder',
        by: role.kind,
        until: null,
        handOver: id,
        mail: null,
        language: plan.language,
      } as const;
      return ok(await putInvitation(tx, ctx.actor, wanted, now));
    }
    for (const { mail, language } of await findMailboxes(tx, [deputy])) {
      const subject = saying('people.handOver.mail.subject');
      const paragraphs = [saying('people.handOver.mail.text')];
      await postMail(tx, { receiver: mail, language, subject, paragraphs, link: `${pathOfRole(role)}/uebergabe` }, now);
    }
    return ok(null);
  });
}

async function standing(
  db: Reader,
  { actor }: Pick<Context, 'actor'>,
  role: RoleRef,
  today: Day,
): Promise<{ readonly terms: readonly Term[]; readonly mine: ReturnType<typeof placeAmong> }> {
  const terms = await findStanding(db, role, today);
  return { terms, mine: placeAmong(terms, actor) };
}

async function findProblems(
  open: ReturnType<OpenItems>,
  { day, to, done }: HandOverPlan,
  { today, hasDeputy }: { readonly today: Day; readonly hasDeputy: boolean },
): Promise<readonly FieldProblem[]> {
  const problems: FieldProblem[] = [];
  if (!isDay(day) || day < today || day > addDays(today, FURTHEST_DAYS))
    problems.push({ field: 'day', told: saying('people.handOver.day.wrong') });
  if (to === 'deputy' && !hasDeputy) problems.push({ field: 'to', told: saying('people.handOver.noDeputy') });
  if ((await open).some(({ key }) => !done.includes(key)))
    problems.push({ field: 'done', told: saying('people.handOver.open') });
  return problems;
}

async function noteIn(tx: Parameters<typeof note>[0], { organisation }: Role, now: Date): Promise<void> {
  if (organisation === null) return;
  await note(tx, organisation, { at: now, act: 'role.handOverAsked', byRole: 'organisation', about: 'role/holder' });
}
