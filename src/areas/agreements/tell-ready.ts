import type { Transaction } from '../../platform/database/index.ts';
import { mayBeSigned } from './may-be-signed.ts';
import { findDraft, type Standing } from './store.ts';
import { tellPartners, type Telling } from './tell-partners.ts';

/** Does something in the name of a partner; when an agreement can be signed by that, the others hear of it. */
export async function tellWhenReady(
  tx: Transaction,
  standing: Standing,
  telling: Telling & { readonly by: string },
  work: () => Promise<void>,
): Promise<void> {
  const wasReady = await isReady();
  await work();
  const { cooperation } = standing;
  if (!wasReady && (await isReady())) await tellPartners(tx, { cooperation, by: telling.by }, telling);

  async function isReady(): Promise<boolean> {
    return mayBeSigned(await findDraft(tx, standing)).length === 0;
  }
}
