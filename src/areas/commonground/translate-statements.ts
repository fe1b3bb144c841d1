import type { Context } from '../../platform/context.ts';
import { findKept } from './find-kept.ts';
import { demand, may } from './may.ts';
import { setTranslation } from './store-statement.ts';

export interface Translation {
  readonly statement: string;
  /** Empty: there is none (any more). */
  readonly text: string;
  readonly isMachine: boolean;
}

/** Says statements in another language, and which of them a machine has translated. What was written stays. */
export async function translateStatements(
  { db, actor }: Context,
  {
    conversation,
    language,
    translations,
  }: {
    readonly conversation: string;
    readonly language: string;
    readonly translations: readonly Translation[];
  },
): Promise<void> {
  const found = await db.read((reader) => findKept(reader, actor, conversation));
  demand(may.keep(actor, found.steward));
  await db.write(async (tx) => {
    for (const translation of translations) await setTranslation(tx, conversation, { ...translation, language });
  });
}
