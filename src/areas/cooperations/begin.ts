import { note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import { newId } from '../../plain/ids.ts';
import { dayOf } from '../../plain/time.ts';
import { demand, may } from './may.ts';
import { insertCooperation } from './store.ts';

/** An organisation begins something that it wants to do with others. It is alone in it until somebody says yes. */
export async function beginCooperation(
  { db, actor, clock }: Context,
  { organisation }: { readonly organisation: string },
): Promise<string> {
  demand(may.begin(actor, organisation));
  return db.write(async (tx) => {
    const at = clock.now();
    const id = newId(at);
    await insertCooperation(tx, { id, organisation, day: dayOf(at) });
    await note(tx, organisation, {
      at,
      act: 'cooperation.begun',
      byRole: 'organisation',
      about: `cooperation/${id}`,
    });
    return id;
  });
}
