import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { holdChains, note } from '../../platform/chain/index.ts';
import { ConflictError } from '../../platform/errors.ts';
import { postMail } from '../../platform/mail/index.ts';
import { newId } from '../../plain/ids.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { addDays, dayOf } from '../../plain/time.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { demandGoingOn, findPartners, ownOf } from '../cooperations/index.ts';
import { reasonNotToIntroduce, type Introduction } from './introduction.ts';
import { keepPace } from './keep-pace.ts';
import { demand, may } from './may.ts';
import { findNames } from './name.ts';
import { LINK_DAYS } from './request.ts';
import { insertIntroduction, insertSide } from './store-introduction.ts';
import { byProgram } from './store-known.ts';
import { inTwoLanguages } from './two-languages.ts';
import { INTRODUCE, INTRODUCTION_LINK_PATH, INTRODUCTIONS_PATH, type Work } from './work.ts';

const DAY_MS = 86_400_000;

/** A partner introduces another one to somebody. Who is introduced is asked first; the third learns nothing before. */
export async function introduce(
  ctx: Context,
  work: Work,
  { cooperation, introduced, third }: Pick<Introduction, 'cooperation' | 'introduced' | 'third'>,
): Promise<Result<string, Saying>> {
  const partners = await ctx.db.read((db) => findPartners(db, cooperation));
  const introducer = ownOf(ctx.actor, partners);
  demand(may.introduce(ctx.actor, introducer));
  const at = ctx.clock.now();
  return ctx.db.write(async (tx) => {
    await demandGoingOn(tx, cooperation);
    const known = partners.map(({ organisation }) => organisation);
    const reason = reasonNotToIntroduce({ partners: known, own: introducer, introduced, third });
    if (reason !== null) return not(reason);
    if (!(await keepPace(tx, 'introduction', introducer, at))) return not(saying('requests.not.today'));
    const introduction = { id: newId(at), cooperation, introducer, introduced, third, proposedOn: dayOf(at) };
    if (!(await insertIntroduction(tx, introduction))) throw new ConflictError(saying('requests.introduce.not.twice'));
    const about = `introduction/${introduction.id}`;
    await holdChains(tx, [introducer, introduced]);
    await note(tx, introducer, { at, act: 'introduction.made', byRole: 'organisation', about });
    await askSide(tx, work, introduction, introduced, at);
    return ok(introduction.id);
  });
}

/** One mail, and no reminder: who does not answer is not introduced. */
export async function askSide(
  tx: Transaction,
  work: Work,
  introduction: Pick<Introduction, 'id' | 'introducer' | 'introduced' | 'third'>,
  organisation: string,
  at: Date,
): Promise<void> {
  const about = `${INTRODUCTIONS_PATH}/${introduction.id}`;
  const { token, hash } = work.links.make(INTRODUCE, new Date(at.getTime() + LINK_DAYS * DAY_MS));
  await work.raise(tx, { kind: 'introductionArrived', about, organisation }, at);
  await note(tx, organisation, {
    at,
    act: 'introduction.received',
    byRole: 'organisation',
    about: `introduction/${introduction.id}`,
  });
  const { mailbox, language } = await byProgram(tx, () => work.postboxOf(tx, organisation, dayOf(at)));
  await insertSide(tx, introduction, { organisation, tokenHash: mailbox === null ? null : hash, day: dayOf(at) });
  if (mailbox === null) return;
  const other = organisation === introduction.third ? introduction.introduced : introduction.third;
  const until = addDays(dayOf(at), LINK_DAYS - 1);
  await postMail(
    tx,
    {
      receiver: mailbox,
      language,
      subject: saying('requests.introduction.mail.subject'),
      paragraphs: await inTwoLanguages(work, language, async (words) => {
        const name = await findNames(tx, work, [introduction.introducer, other], words);
        return [
          saying('requests.introduction.mail.text', { by: name(introduction.introducer), name: name(other) }),
          saying('requests.introduction.mail.how', { day: words.day(until) }),
        ];
      }),
      link: `${INTRODUCTION_LINK_PATH}/${token}?sprache=${language}`,
    },
    at,
  );
}
