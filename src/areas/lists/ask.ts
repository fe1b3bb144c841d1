import { saying, type Saying } from '../../plain/words.ts';
import type { Reader } from '../../platform/database/index.ts';
import type { Context } from '../../platform/context.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import type { Import, ImportStep } from './import.ts';
import { demand, may } from './may.ts';
import { findImport, findImports, updateImport } from './store.ts';
import { beginTurn } from './store-turn.ts';

/**
 * Asks for a step that then runs in the background. What cannot be done is said at once;
 * what was asked for is remembered, so that an interruption before it begins loses nothing.
 */
export async function ask(ctx: Context, importId: string, step: Exclude<ImportStep, 'finish'>): Promise<void> {
  demand(may.keepLists(ctx.actor));
  await ctx.db.write(async (tx) => {
    // First of all: the turn locks the row, so that what is checked here still holds when it is written.
    await beginTurn(tx, importId, ctx.clock.now());
    const each = await findImport(tx, importId);
    if (each === null) throw new NotFoundError();
    const reason = await whyNot(tx, each, step);
    if (reason !== null) throw new ConflictError(reason);
    await updateImport(tx, importId, {
      asked: step,
      trouble: null,
      ...(step === 'compare' ? { state: 'comparing', done: 0 } : {}),
    });
  });
}

async function whyNot(db: Reader, { id, list, state, takenAt }: Import, step: ImportStep): Promise<Saying | null> {
  if (step === 'compare')
    return ['read', 'comparing', 'compared'].includes(state) ? null : saying('lists.import.alreadyTaken');
  if (step === 'take' && state === 'taking') return takenAt === null ? saying('lists.import.notUnderWay') : null;
  if (step === 'take') return state === 'compared' ? null : saying('lists.import.compareFirst');
  if (step === 'giveUp') return state === 'taking' ? null : saying('lists.import.notUnderWay');
  if (state !== 'taken' && state !== 'takingBack') return saying('lists.import.notTaken');
  const newest = (await findImports(db, list)).find((other) => other.state === 'taken' || other.state === 'takingBack');
  return newest?.id === id ? null : saying('lists.import.laterOnesFirst');
}
