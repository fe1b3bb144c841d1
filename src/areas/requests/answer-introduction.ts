import type { Context, ReadContext } from '../../platform/context.ts';
import { note } from '../../platform/chain/index.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import { organisationsOf, type Actor } from '../../plain/actor.ts';
import { dayOf } from '../../plain/time.ts';
import { saying } from '../../plain/words.ts';
import { askSide } from './introduce.ts';
import { isAsked, type Consent, type Introduction } from './introduction.ts';
import { demand, may } from './may.ts';
import { findByIntroductionLink, findIntroduction, writeConsent } from './store-introduction.ts';
import { INTRODUCE, type Work } from './work.ts';

/** An introduction, and in whose name somebody looks at it. */
export interface OpenIntroduction {
  readonly introduction: Introduction;
  readonly side: string;
}

/** The introduction behind a link; what is forged, expired or made for something else is a plain 404. */
export async function openIntroduction(
  ctx: Pick<ReadContext, 'db' | 'clock'>,
  { links }: Pick<Work, 'links'>,
  token: string,
): Promise<OpenIntroduction> {
  const hash = links.read(INTRODUCE, token, ctx.clock.now());
  const found = hash === null ? null : await ctx.db.read((db) => findByIntroductionLink(db, hash));
  if (found === null) throw new NotFoundError();
  return found;
}

/** The same for whoever is signed in and speaks for one of the three. */
export async function findOwnIntroduction(
  { db, actor }: { readonly db: ReadContext['db']; readonly actor: Actor },
  id: string,
): Promise<OpenIntroduction> {
  const introduction = await db.read((reader) => findIntroduction(reader, id));
  const sides = introduction === null ? [] : [introduction.introduced, introduction.third, introduction.introducer];
  const side = sides.find((each) => organisationsOf(actor).includes(each));
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
