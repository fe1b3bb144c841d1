import { isHeld } from '../areas/people/index.ts';
import { system } from '../plain/actor.ts';
import { dayOf } from '../plain/time.ts';
import { firstEntrance } from '../platform/http/index.ts';
import type { Home } from './home.ts';

/**
 * The link for the terminal at start, while nobody runs this house. Afterwards it is made on request only
 * (`geflecht entrance`): each start would leave a key to everything in whatever keeps the output.
 */
export async function openDoor(
  { database, clock }: Pick<Home, 'database' | 'clock'>,
  origin: string,
): Promise<string | null> {
  const today = dayOf(clock.now());
  const isRun = await database
    .as(system('entrance'))
    .read((db) => isHeld(db, { kind: 'operator', organisation: null }, today));
  return isRun ? null : firstEntrance(database, origin, clock);
}
