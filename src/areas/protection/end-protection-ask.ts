import { note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { accountOf } from '../../plain/actor.ts';
import { demand, may } from './may.ts';
import { markOf } from './protection.ts';
import { setAsk, takeTerm } from './store.ts';

/** Asks to end a protection. Nothing opens by that: somebody else has to confirm it. */
export async function askToEndProtection({ db, actor, clock }: Context, organisation: string): Promise<void> {
  demand(may.protect(actor, organisation));
  const by = accountOf(actor);
  if (by === null) throw new NotFoundError();
  await db.write(async (tx) => {
    const term = await takeTerm(tx, organisation);
    if (term === null) throw new NotFoundError();
    const at = clock.now();
    // Asking again would begin the day of waiting anew only for somebody else's ask.
    const mark = markOf(term.id, by);
    if (term.ask?.mark === mark) return;
    await setAsk(tx, term.id, { at, mark });
    await note(tx, organisation, {
      at,
      act: 'protection.endAsked',
      byRole: 'organisation',
      about: `subject/${organisation}`,
    });
  });
}

/** Anybody who speaks for the organisation takes the ask back: it stays protected. */
export async function keepProtection({ db, actor, clock }: Context, organisation: string): Promise<void> {
  demand(may.protect(actor, organisation));
  await db.write(async (tx) => {
    const term = await takeTerm(tx, organisation);
    if (term === null || term.ask === null) return;
    await setAsk(tx, term.id, null);
    await note(tx, organisation, {
      at: clock.now(),
      act: 'protection.kept',
      byRole: 'organisation',
      about: `subject/${organisation}`,
    });
  });
}
