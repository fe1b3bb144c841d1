import { asSystem, type Reader } from '../../platform/database/index.ts';
import { speaksFor } from '../../plain/actor.ts';
import { dayOf } from '../../plain/time.ts';
import { findFamily, findKeepersOf, findSaid, findSubject, standing } from '../claims/index.ts';
import type { MergeContext } from './context.ts';
import type { Side, Standing } from './may.ts';
import { areTogetherIn, findNaming, findUndeclared } from './store-references.ts';

/** Two entries of which one is to be forwarded to the other. */
export interface Merging {
  readonly merged: string;
  readonly head: string;
}

type Asker = Pick<MergeContext, 'actor' | 'clock' | 'references' | 'isHeld'>;

/** What stands behind two entries, whoever asks: only the answer whether they may be merged leaves this. */
export async function findStanding(db: Reader, ctx: Asker, { merged, head }: Merging): Promise<Standing> {
  return asSystem(db, async () => {
    const [ones, others] = [await findFamily(db, [merged]), await findFamily(db, [head])];
    const settled = ctx.references.filter(({ becomes }) => becomes === 'refused');
    return {
      merged: await sideOf(db, ctx, merged, ones),
      head: await sideOf(db, ctx, head, others),
      undeclared: await findUndeclared(db, ctx.references),
      refused: [...(await findNaming(db, settled, ones))],
      areTogether: await areTogetherIn(db, sealedOf(ctx), ones, others),
    };
  });
}

/** Whether the actor speaks for an entry: for the organisation, or for one that keeps the offer. */
export async function isOwn(db: Reader, { actor }: Pick<Asker, 'actor'>, subject: string): Promise<boolean> {
  return (await voicesOf(db, subject)).some((voice) => speaksFor(actor, voice));
}

/** The organisations that can speak for an entry, under all the ids by which they are known; nobody for a network. */
export async function voicesOf(db: Reader, subject: string): Promise<readonly string[]> {
  const kind = (await findSubject(db, subject))?.kind;
  if (kind === 'organisation') return findFamily(db, [subject]);
  return kind === 'offer' ? findFamily(db, await asSystem(db, () => findKeepersOf(db, subject))) : [];
}

async function sideOf(db: Reader, ctx: Asker, subject: string, family: readonly string[]): Promise<Side> {
  const today = dayOf(ctx.clock.now());
  let hasVoice = false;
  for (const voice of await voicesOf(db, subject)) hasVoice ||= await ctx.isHeld(db, voice, today);
  return {
    hasVoice,
    isSealed: (await findNaming(db, sealedOf(ctx), family)).size > 0 || (await hasClosedWords(db, family)),
    isOwn: await isOwn(db, ctx, subject),
  };
}

/** Words of its own that are not for everybody: whoever speaks for the other would read them. */
async function hasClosedWords(db: Reader, family: readonly string[]): Promise<boolean> {
  return [...(await findSaid(db, family)).values()].some((said) =>
    standing(said).some(({ sourceKind, scope }) => sourceKind === 'own' && (scope === 'own' || scope === 'partner')),
  );
}

function sealedOf({ references }: Pick<Asker, 'references'>) {
  return references.filter(({ becomes }) => becomes === 'sealed');
}
