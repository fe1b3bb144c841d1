import { note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { dayOf } from '../../plain/time.ts';
import { findStanding, type CommitmentKey } from './find-standings.ts';
import { demand, may } from './may.ts';
import { removeWord } from './store.ts';

/** It is open again, as if nothing had been said. Doing it twice changes nothing. */
export async function takeWordBack({ db, actor, clock }: Context, { cooperation, id }: CommitmentKey): Promise<void> {
  const at = clock.now();
  const { who, agreement, hash } = await db.read((reader) => findStanding(reader, { cooperation, id }, dayOf(at)));
  if (who === null) throw new NotFoundError();
  demand(may.say(actor, who));
  await db.write(async (tx) => {
    if (!(await removeWord(tx, { agreement, paragraph: id, hash }))) return;
    await note(tx, who, { at, act: 'commitment.said', byRole: 'organisation', about: `agreement/${agreement}` });
  });
}
