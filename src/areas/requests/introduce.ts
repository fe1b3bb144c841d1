import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { holdChains, note } from '../../platform/chain/index.ts';
import { ConflictError } from '../../platform/errors.ts';
import { inTwoLanguages, postMail } from '../../platform/mail/index.ts';
import { newId } from '../../plain/ids.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { afterSignIn } from '../../plain/after-sign-in.ts';
import { addDays, dayOf } from '../../plain/time.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { demandGoingOn, findPartners, ownOf, WORKING_TOGETHER_PATH } from '../cooperations/index.ts';
import { reasonNotToIntroduce, type Introduction } from './introduction.ts';
import { keepPace } from './keep-pace.ts';
import { demand, may } from './may.ts';
import { LINK_DAYS } from './request.ts';
import { insertIntroduction, insertSide } from './store-introduction.ts';
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

/** One mail, and no reminder: who does not answer is not introduced. Where somebody speaks for them, they answer signed in. */
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
  const mailbox = await work.findMailbox(tx, organisation, dayOf(at));
  const isHeld = await work.isHeld(tx, organisation, dayOf(at));
  const tokenHash = mailbox === null || isHeld ? null : hash;
  await insertSide(tx, introduction, { organisation, tokenHash, day: dayOf(at) });
  if (mailbox === null) return;
  const { mail, language } = mailbox;
  const until = addDays(dayOf(at), LINK_DAYS - 1);
  await postMail(
    tx,
    {
      receiver: mail,
      language,
      subject: saying('requests.introduction.mail.subject'),
      // Whoever hands mails on must not learn who is brought together with whom: that stands behind the link.
      paragraphs: inTwoLanguages(work, language, (words) => [
        saying('requests.introduction.mail.text'),
        isHeld
          ? saying('requests.introduction.mail.signIn')
          : saying('requests.introduction.mail.how', { day: words.day(until) }),
      ]),
      link: isHeld
        ? afterSignIn(WORKING_TOGETHER_PATH, language)
        : `${INTRODUCTION_LINK_PATH}/${token}?sprache=${language}`,
    },
    at,
  );
}
