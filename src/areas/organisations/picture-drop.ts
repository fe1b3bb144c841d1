import type { Context } from '../../platform/context.ts';
import { note } from '../../platform/chain/index.ts';
import { takeTheWord } from '../claims/index.ts';
import { demand, may } from './may.ts';
import { removePicture } from './store-picture.ts';

/** An organisation takes its picture away. Nothing of it is kept; a second time changes nothing. */
export async function dropPicture({ db, actor, clock }: Context, organisation: string): Promise<void> {
  demand(may.speak(actor, organisation));
  await db.write(async (tx) => {
    await takeTheWord(tx, organisation);
    if (!(await removePicture(tx, organisation))) return;
    const at = clock.now();
    await note(tx, organisation, { at, act: 'picture.removed', byRole: 'organisation', about: 'field/picture' });
  });
}
