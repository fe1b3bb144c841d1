import { holdChains, note } from '../../platform/chain/index.ts';
import type { Result } from '../../plain/result.ts';
import { findKeepersOf, sayWishes, type Changes, type Written } from '../claims/index.ts';
import type { SpeakContext } from './kept.ts';
import { demand, may } from './may.ts';

/** Whoever keeps the register says something about an offer in that role; the organisations that keep it see that. */
export async function correctOffer(
  { db, actor, clock, register }: SpeakContext,
  { offer, ...written }: { readonly offer: string } & Written,
): Promise<Result<Changes, 'movedOn'>> {
  demand(may.correct(actor));
  return db.write(async (tx) => {
    const at = clock.now();
    const voice = { kind: 'role', role: actor.kind } as const;
    const said = await sayWishes(tx, register, { subject: offer, voice, publisher: actor.kind, at }, written);
    if (!said.ok || said.value.fields.length === 0) return said;
    const keepers = await findKeepersOf(tx, offer);
    await holdChains(tx, keepers);
    for (const organisation of keepers)
      await note(tx, organisation, { at, act: 'offer.corrected', byRole: actor.kind, about: `subject/${offer}` });
    return said;
  });
}
