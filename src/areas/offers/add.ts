import { note } from '../../platform/chain/index.ts';
import { newId } from '../../plain/ids.ts';
import { beginKept, changesOf, sayChanges, type Wish } from '../claims/index.ts';
import { findPublicName } from '../organisations/index.ts';
import type { SpeakContext } from './kept.ts';
import { demand, may } from './may.ts';
import { carrierWish } from './speak.ts';

/** An organisation tells of a new offer, under its own name as the carrier. */
export async function addOffer(
  { db, actor, clock, register }: SpeakContext,
  { organisation, wishes }: { readonly organisation: string; readonly wishes: readonly Wish[] },
): Promise<string> {
  demand(may.speak(actor, organisation));
  return db.write(async (tx) => {
    const at = clock.now();
    const offer = newId(at);
    const voice = { kind: 'own', speaker: organisation } as const;
    await beginKept(tx, { id: offer, kind: 'offer' }, organisation);
    const publisher = await findPublicName(tx, organisation);
    const changes = changesOf({ voice, words: [], base: '' }, [...wishes, ...carrierWish(publisher)]);
    await sayChanges(tx, register, { subject: offer, voice, publisher, changes, at });
    await note(tx, organisation, { at, act: 'offer.added', byRole: 'organisation', about: `subject/${offer}` });
    return offer;
  });
}
