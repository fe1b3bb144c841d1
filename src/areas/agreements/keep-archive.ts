import { note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { newId } from '../../plain/ids.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { dayOf } from '../../plain/time.ts';
import type { Archive, Finding } from './archive.ts';
import { verifyFile } from './archive-file.ts';
import type { AnyArchive } from './cooperation-archive.ts';
import { demand, may } from './may.ts';
import { insertKept } from './store-kept.ts';

/** What is wrong with a file that was to be read in. */
export interface Unkept {
  readonly archive: AnyArchive | null;
  readonly findings: readonly Finding[];
}

/** An organisation reads an agreement or a cooperation in that was written elsewhere, to keep it. Only what holds is kept, and once. */
export async function keepArchive(
  { db, actor, clock }: Context,
  { organisation, bytes }: { readonly organisation: string; readonly bytes: Uint8Array },
): Promise<Result<string, Unkept>> {
  demand(may.write(actor, organisation));
  const { archive, findings } = await verifyFile(bytes);
  if (archive === null || findings.length > 0) return not({ archive, findings });
  return db.write(async (tx) => {
    const at = clock.now();
    const own = newId(at);
    const id = await insertKept(tx, { id: own, organisation, archive, keptOn: dayOf(at) });
    if (id !== own) return ok(id);
    await note(tx, organisation, { at, act: 'agreement.kept', byRole: 'organisation', about: `kept/${id}` });
    return ok(id);
  });
}

/** Lays what a partner was part of with its organisation, when it goes or all is over. By the program. */
export async function keepForPartner(
  tx: Transaction,
  { organisation, archive, at }: { readonly organisation: string; readonly archive: Archive; readonly at: Date },
): Promise<void> {
  await insertKept(tx, { id: newId(at), organisation, archive, keptOn: dayOf(at) });
}
