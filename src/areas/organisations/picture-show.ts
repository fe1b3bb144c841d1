import type { Context } from '../../platform/context.ts';
import { note } from '../../platform/chain/index.ts';
import { ConflictError } from '../../platform/errors.ts';
import { dayOf } from '../../plain/time.ts';
import { saying } from '../../plain/words.ts';
import { takeTheWord } from '../claims/index.ts';
import { demand, may } from './may.ts';
import type { Picture } from './picture.ts';
import { describePicture } from './store-picture.ts';

export interface Showing extends Pick<Picture, 'name' | 'scope' | 'alternative' | 'language'> {
  readonly organisation: string;
}

/** An organisation says who may see its picture, and what is to be seen on it: of the one that was looked at, no other. */
export async function showPicture({ db, actor, clock }: Context, { organisation, ...told }: Showing): Promise<void> {
  demand(may.speak(actor, organisation));
  await db.write(async (tx) => {
    await takeTheWord(tx, organisation);
    const at = clock.now();
    const isThere = await describePicture(tx, organisation, { ...told, saidOn: dayOf(at) });
    if (!isThere) throw new ConflictError(saying('organisations.picture.movedOn'));
    await note(tx, organisation, { at, act: 'picture.shown', byRole: 'organisation', about: 'field/picture' });
  });
}
