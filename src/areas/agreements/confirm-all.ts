import type { Context } from '../../platform/context.ts';
import { dayOf } from '../../plain/time.ts';
import { demand, may } from './may.ts';
import { hashOfParagraph } from './paragraph.ts';
import { insertConfirmation } from './store.ts';
import { takeAsPartner } from './take-as-partner.ts';
import type { Post } from './tell-partners.ts';
import { tellWhenReady } from './tell-ready.ts';

/**
 * "Dazu stehen wir", "das können wir": a partner says yes to paragraphs, each in the words it has read. What has changed in between is not
 * confirmed and is told by `movedOn`, how many.
 */
export async function confirmAll(
  { db, actor, clock }: Context,
  {
    agreement,
    partner,
    hashes,
  }: { readonly agreement: string; readonly partner: string; readonly hashes: readonly string[] },
  post: Post | null = null,
): Promise<{ readonly confirmed: number; readonly movedOn: number }> {
  demand(may.write(actor, partner));
  return db.write(async (tx) => {
    const standing = await takeAsPartner(tx, agreement, partner);
    const there = new Set(standing.version.text.paragraphs.map(hashOfParagraph));
    const asked = [...new Set(hashes)];
    const holding = asked.filter((hash) => there.has(hash));
    const at = clock.now();
    await tellWhenReady(tx, standing, { post, at, by: partner }, async () => {
      for (const hash of holding) await insertConfirmation(tx, standing, { partner, hash }, dayOf(at));
    });
    return { confirmed: holding.length, movedOn: asked.length - holding.length };
  });
}
