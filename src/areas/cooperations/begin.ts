import { note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import { newId } from '../../plain/ids.ts';
import { dayOf } from '../../plain/time.ts';
import { demand, may } from './may.ts';
import { insertCooperation } from './store.ts';

export interface Beginning {
  readonly organisation: string;
  readonly title?: string;
  /** A concept that was finished and is opened again, so that others can have a say in it. */
  readonly isReopened?: boolean;
}

/** An organisation begins something that it wants to do with others. It is alone in it until somebody says yes. */
export async function beginCooperation(
  { db, actor, clock }: Context,
  { organisation, title = '', isReopened = false }: Beginning,
): Promise<string> {
  demand(may.begin(actor, organisation));
  return db.write(async (tx) => {
    const at = clock.now();
    const day = dayOf(at);
    const id = newId(at);
    const concept = isReopened ? ({ state: 'reopened', on: day } as const) : ({ state: 'open', on: null } as const);
    await insertCooperation(tx, { id, organisation, day, title, concept });
    await note(tx, organisation, {
      at,
      act: 'cooperation.begun',
      byRole: 'organisation',
      about: `cooperation/${id}`,
    });
    return id;
  });
}
