import type { Transaction } from '../../platform/database/index.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { demand, may } from './may.ts';
import { beginTurn, keepTurn } from './store-turn.ts';
import type { ImportWork } from './work.ts';

/** Another process has gone on with this import: the step under way here ends, nothing of it is lost. */
export class OvertakenError extends Error {
  override readonly name = 'OvertakenError';
}

/**
 * Takes the turn at an import with a first step; if that refuses, the turn stays where it was. From then on
 * every writing step first locks the import's row and looks whether the turn is still ours, so that two
 * processes that help the same import do nothing twice: the later one goes on, the earlier one stops
 * with an `OvertakenError` at its next step.
 */
export async function takeTurn<Begun>(
  work: ImportWork,
  importId: string,
  begin: (tx: Transaction) => Promise<Begun>,
): Promise<{ readonly work: ImportWork; readonly begun: Begun }> {
  demand(may.keepLists(work.actor));
  const { turn, begun } = await work.db.write(async (tx) => {
    const mine = await beginTurn(tx, importId, work.clock.now());
    if (mine === null) throw new NotFoundError();
    return { turn: mine, begun: await begin(tx) };
  });
  const db: ImportWork['db'] = {
    read: (step) => work.db.read(step),
    write: (step) =>
      work.db.write(async (tx) => {
        if (!(await keepTurn(tx, importId, turn, work.clock.now()))) throw new OvertakenError();
        return step(tx);
      }),
  };
  return { work: { ...work, db }, begun };
}
