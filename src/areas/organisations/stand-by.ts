import { note } from '../../platform/chain/index.ts';
import { confirm } from '../claims/index.ts';
import { demand, may } from './may.ts';
import type { SpeakContext } from './speak.ts';

/** "Alles stimmt noch": an organisation stands by what everybody reads about it. No word changes. */
export async function standBy({ db, actor, clock, register }: SpeakContext, organisation: string): Promise<void> {
  demand(may.speak(actor, organisation));
  await db.write(async (tx) => {
    const at = clock.now();
    await confirm(tx, register, organisation, { role: 'organisation', at });
    await note(tx, organisation, {
      at,
      act: 'entry.confirmed',
      byRole: 'organisation',
      about: `subject/${organisation}`,
    });
  });
}
