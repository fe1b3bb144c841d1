import { note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import { demand, may } from './may.ts';
import { removeFeed } from './store-calendar.ts';

/** The address opens nothing any more. Doing it twice changes nothing. */
export async function endCalendar({ db, actor, clock }: Context, organisation: string): Promise<void> {
  demand(may.keepCalendar(actor, organisation));
  await db.write(async (tx) => {
    if (!(await removeFeed(tx, organisation))) return;
    const about = `subject/${organisation}`;
    await note(tx, organisation, { at: clock.now(), act: 'calendar.ended', byRole: 'organisation', about });
  });
}
