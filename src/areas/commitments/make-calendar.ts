import { note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import { dayOf } from '../../plain/time.ts';
import { demand, may } from './may.ts';
import { setFeed } from './store-calendar.ts';
import { CALENDAR, type Work } from './work.ts';

/** It holds until it is made anew or ended; a link has to have a last day. */
const FOR_GOOD = new Date('2100-01-01T00:00:00Z');

/** Makes the address of the calendar of an organisation. The one before is dead at once. Shown now and never again. */
export async function makeCalendar(
  { db, actor, clock }: Context,
  { links }: Pick<Work, 'links'>,
  { organisation, language }: { readonly organisation: string; readonly language: string },
): Promise<string> {
  demand(may.keepCalendar(actor, organisation));
  const { token, hash } = links.make(CALENDAR, FOR_GOOD);
  const at = clock.now();
  await db.write(async (tx) => {
    await setFeed(tx, { organisation, language, madeOn: dayOf(at) }, hash);
    await note(tx, organisation, {
      at,
      act: 'calendar.made',
      byRole: 'organisation',
      about: `subject/${organisation}`,
    });
  });
  return token;
}
