import type { Context, ReadContext } from '../../platform/context.ts';
import { note } from '../../platform/chain/index.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import { speaksFor, type Actor } from '../../plain/actor.ts';
import { dayOf } from '../../plain/time.ts';
import { saying } from '../../plain/words.ts';
import { askSide } from './introduce.ts';
import { introductionState, isAsked, type Consent, type Introduction } from './introduction.ts';
import { demand, may } from './may.ts';
import { findByIntroductionLink, findIntroduction, writeConsent } from './store-introduction.ts';
import { INTRODUCE, type Work } from './work.ts';

/** An introduction, and in whose name somebody looks at it. */
export interface OpenIntroduction {
  readonly introduction: Introduction;
  readonly side: string;
}

/**
 * The introduction behind a link; what is forged, expired or made for something else is a plain 404. Null when the link
 * is not needed any more: nothing comes of it, or somebody speaks for that side and reads it signed in.
 */
export async function openIntroduction(
  { db, clock }: Pick<ReadContext, 'db' | 'clock'>,
  { links, isHeld }: Pick<Work, 'links' | 'isHeld'>,
  token: string,
): Promise<OpenIntroduction | null> {
  const now = clock.now();
  const hash = links.read(INTRODUCE, token, now);
  if (hash === null) throw new NotFoundError();
  return db.read(async (reader) => {
    const found = await findByIntroductionLink(reader, hash);
    if (found === null) throw new NotFoundError();
    const isOver =
      introductionState(found.introduction) === 'declined' || (await isHeld(reader, found.side, dayOf(now)));
    return isOver ? null : found;
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
    if (answer === 'yes' && side === introduction.introduced)
      await askSide(tx, work, introduction, introduction.third, at);
  });
}
