import type { Context, ReadContext } from '../../platform/context.ts';
import { note } from '../../platform/chain/index.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import { speaksFor, type Actor } from '../../plain/actor.ts';
import { dayOf } from '../../plain/time.ts';
import { saying } from '../../plain/words.ts';
import { askSide } from './introduce.ts';
import { introductionState, isAsked, linksUntil, type Consent, type Introduction } from './introduction.ts';
import { demand, may } from './may.ts';
import { findByIntroductionLink, findIntroduction, writeConsent } from './store-introduction.ts';
import { tellIntroduced } from './tell-introduced.ts';
import { INTRODUCE, INTRODUCTIONS_PATH, type Work } from './work.ts';

/** An introduction, and in whose name somebody looks at it. */
export interface OpenIntroduction {
  readonly introduction: Introduction;
  readonly side: string;
}

/** Why a link opens nothing any more: both have known each other for a while, or nothing is left to be done by it. */
export type IntroductionOver = 'introduced' | 'over';

/**
 * The introduction behind a link; what is forged, expired or made for something else is a plain 404. A word instead when
 * the link is not needed any more: it has brought two together, nothing comes of it, or somebody speaks for that side
 * and reads it signed in.
 */
export async function openIntroduction(
  { db, clock }: Pick<ReadContext, 'db' | 'clock'>,
  { links, isHeld }: Pick<Work, 'links' | 'isHeld'>,
  token: string,
): Promise<OpenIntroduction | IntroductionOver> {
  const now = clock.now();
  const hash = links.read(INTRODUCE, token, now);
  if (hash === null) throw new NotFoundError();
  return db.read(async (reader) => {
    const found = await findByIntroductionLink(reader, hash);
    if (found === null) throw new NotFoundError();
    const isOver =
      introductionState(found.introduction) === 'declined' || (await isHeld(reader, found.side, dayOf(now)));
    if (isOver) return 'over';
    const until = linksUntil(found.introduction);
    return until !== null && dayOf(now) > until ? 'introduced' : found;
  });
}

/** The same for whoever is signed in and speaks for one of the three. */
export async function findOwnIntroduction(
  { db, actor }: { readonly db: ReadContext['db']; readonly actor: Actor },
  id: string,
): Promise<OpenIntroduction> {
  const introduction = await db.read((reader) => findIntroduction(reader, id));
  const sides = introduction === null ? [] : [introduction.introduced, introduction.third, introduction.introducer];
  const side = sides.find((each) => speaksFor(actor, each));
  if (introduction === null || side === undefined) throw new NotFoundError();
  return { introduction, side };
}

/** One of the two says yes or no. After the first yes the third is asked; after both, they see each other's contact. */
export async function answerIntroduction(
  ctx: Context,
  work: Work,
  { introduction, side }: OpenIntroduction,
  { answer, byRole }: { readonly answer: Consent; readonly byRole: 'link' | 'organisation' },
): Promise<void> {
  demand(may.answerIntroduction(isAsked(introduction, side)));
  const at = ctx.clock.now();
  await ctx.db.write(async (tx) => {
    const isFirst = await writeConsent(tx, introduction.id, { organisation: side, answer, day: dayOf(at) });
    if (!isFirst) throw new ConflictError(saying('requests.may.moved'));
    await note(tx, side, { at, act: 'introduction.answered', byRole, about: `introduction/${introduction.id}` });
    await work.settle(tx, { about: `${INTRODUCTIONS_PATH}/${introduction.id}`, organisation: side }, at);
    if (answer === 'no') return;
    if (side === introduction.introduced) await askSide(tx, work, introduction, introduction.third, at);
    else await tellIntroduced(tx, work, introduction, at);
  });
}
