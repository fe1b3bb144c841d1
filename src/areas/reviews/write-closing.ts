import { note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import { dayOf } from '../../plain/time.ts';
import type { ClosingWords } from './closing.ts';
import { demand, may } from './may.ts';
import { partnersWith, type Side } from './side.ts';
import { keepClosingPart } from './store-closing.ts';

/** One side writes its part of the closing sheet, before the end or after; the others read it. */
export async function writeClosing(
  { db, actor, clock }: Context,
  { cooperation, organisation, words }: Side & { readonly words: ClosingWords },
): Promise<void> {
  demand(may.speak(actor, organisation));
  await db.write(async (tx) => {
    await partnersWith(tx, { cooperation, organisation });
    const at = clock.now();
    await keepClosingPart(tx, { cooperation, organisation, words, day: dayOf(at) });
    const about = `cooperation/${cooperation}`;
    await note(tx, organisation, { at, act: 'closing.written', byRole: 'organisation', about });
  });
}
