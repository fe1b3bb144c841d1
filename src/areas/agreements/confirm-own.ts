import type { Transaction } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import { hashOfParagraph, type Paragraph } from './paragraph.ts';
import { insertConfirmation, type Standing } from './store.ts';

/** Whoever brings a task that it does itself has said with it that it can: it is not asked again. */
export async function confirmOwn(
  tx: Transaction,
  standing: Pick<Standing, 'id' | 'cooperation'>,
  { partner, paragraphs }: { readonly partner: string; readonly paragraphs: readonly (Paragraph | null)[] },
  day: Day,
): Promise<void> {
  for (const one of paragraphs)
    if (one?.kind === 'task' && one.parts.doer === partner)
      await insertConfirmation(tx, standing, { partner, hash: hashOfParagraph(one) }, day);
}
