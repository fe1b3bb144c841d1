import { note } from '../../platform/chain/index.ts';
import { endCorrectionsAlone, openDesk, sayChanges } from '../claims/index.ts';
import { OFFER_FIELDS } from './fields.ts';
import { demandKept, type Kept, type SpeakContext } from './kept.ts';
import { demand, may } from './may.ts';

/** An offer of its own ends: the organisation takes its words back. What lists say about it stays theirs. */
export async function endOffer({ db, actor, clock, register }: SpeakContext, kept: Kept): Promise<void> {
  const { organisation, offer } = kept;
  demand(may.speak(actor, organisation));
  await db.write(async (tx) => {
    await demandKept(tx, kept);
    const at = clock.now();
    const voice = { kind: 'own', speaker: organisation } as const;
    const { words } = await openDesk(tx, { fields: [...OFFER_FIELDS.fields.values()], subject: offer, voice });
    const end = words.flatMap(({ mine }) => (mine === null ? [] : [mine]));
    const fields = end.map(({ field }) => field);
    const changes = { say: [], end, fields, isForOthers: false };
    await sayChanges(tx, register, { subject: offer, voice, publisher: '', changes, at });
    await endCorrectionsAlone(tx, register, offer, at);
    await note(tx, organisation, { at, act: 'offer.ended', byRole: 'organisation', about: `subject/${offer}` });
  });
}
