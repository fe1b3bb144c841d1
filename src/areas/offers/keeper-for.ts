import type { Reader } from '../../platform/database/index.ts';
import type { Actor } from '../../plain/actor.ts';
import { findKeepersOf } from '../claims/index.ts';
import { may } from './may.ts';

/** The organisation that keeps an offer and that the actor speaks for; null where there is none. */
export async function keeperFor(db: Reader, actor: Actor, offer: string): Promise<string | null> {
  const keepers = await findKeepersOf(db, offer);
  return keepers.find((organisation) => may.speak(actor, organisation) === true) ?? null;
}
