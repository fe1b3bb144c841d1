import { note } from '../../platform/chain/index.ts';
import { confirm } from '../claims/index.ts';
import { demandKept, type Kept, type SpeakContext } from './kept.ts';
import { demand, may } from './may.ts';

/** "Alles stimmt noch": the organisation stands by what everybody reads about its offer. */
export async function standByOffer({ db, actor, clock, register }: SpeakContext, kept: Kept): Promise<void> {
  const { organisation, offer } = kept;
  demand(may.speak(actor, organisation));
  await db.write(async (tx) => {
    await demandKept(tx, kept);
    const at = clock.now();
    await confirm(tx, register, offer, { role: 'organisation', at });
    await note(tx, organisation, { at, act: 'entry.confirmed', byRole: 'organisation', about: `subject/${offer}` });
  });
}
