import { saying, type Saying } from '../../plain/words.ts';
import { ConflictError, NotAllowedError, NotFoundError } from '../../platform/errors.ts';
import { compare } from './compare.ts';
import { drop } from './drop.ts';
import { giveUp } from './give-up.ts';
import type { ImportStep } from './import.ts';
import { demand, may } from './may.ts';
import { findImport, findList, findUnfinished, updateImport } from './store.ts';
import { take, tidyTaken } from './take.ts';
import { takeBack } from './take-back.ts';
import { OvertakenError } from './turn.ts';
import type { ImportWork } from './work.ts';

/** Whether a step only has to wait: another import is being taken over at this moment. */
export function isBusy(error: unknown): boolean {
  return error instanceof ConflictError && error.reason.key === 'claims.revision.otherUnderWay';
}

/**
 * Does a step. A refusal is written down for whoever looks at the import next; so is a bug, which is thrown on.
 * What `progress` throws is an interruption: the import stays as it is, to be gone on with.
 */
export async function advance(work: ImportWork, importId: string, step: ImportStep): Promise<void> {
  demand(may.keepLists(work.actor));
  let isInterrupted = false;
  const progress = (done: number): void => {
    isInterrupted = true;
    work.progress?.(done);
    isInterrupted = false;
  };
  try {
    await go({ ...work, progress }, importId, step);
  } catch (error) {
    if (error instanceof NotFoundError) return;
    if (error instanceof OvertakenError) return again(work, importId, step);
    if (isInterrupted || isBusy(error)) throw error;
    const isRefusal = error instanceof ConflictError || error instanceof NotAllowedError;
    await writeDown(work, importId, isRefusal ? error.reason : saying('lists.import.bug'));
    if (!isRefusal) throw error;
  }
}

async function go(work: ImportWork, importId: string, step: ImportStep): Promise<void> {
  if (step === 'compare') await compare(work, importId);
  else if (step === 'take') await take(work, importId);
  else if (step === 'giveUp') await giveUp(work, importId);
  else if (step === 'takeBack') await takeBack(work, importId);
  else await finish(work, importId);
}

/** Asked for the same once more while it was under way: this job has to do it, a second one was not handed in. */
async function again(work: ImportWork, importId: string, step: ImportStep): Promise<void> {
  const each = await work.db.read((db) => findImport(db, importId));
  if (each?.asked === step) await advance(work, importId, step);
}

/** What is wholly in the register, or wholly out of it, has no trouble. */
async function writeDown(work: ImportWork, importId: string, reason: Saying): Promise<void> {
  demand(may.keepLists(work.actor));
  await work.db.write(async (tx) => {
    const state = (await findImport(tx, importId))?.state;
    const isAtRest = state === 'taken' || state === 'takenBack' || state === 'dropped';
    await updateImport(tx, importId, { asked: null, trouble: isAtRest ? null : reason });
  });
}

/** Stops waiting for another import that cannot go on by itself, and says which it is. */
export async function standAside(work: ImportWork, importId: string, forImport: string): Promise<void> {
  demand(may.keepLists(work.actor));
  const other = await work.db.read(async (db) => {
    const each = await findImport(db, forImport);
    return each === null ? null : { file: each.fileName, list: (await findList(db, each.list))?.title ?? '' };
  });
  if (other !== null) await writeDown(work, importId, saying('lists.import.otherStuck', other));
}

async function finish(work: ImportWork, importId: string): Promise<void> {
  const each = await work.db.read((db) => findImport(db, importId));
  if (each?.state === 'taken') await tidyTaken(work, importId);
  if (each?.state === 'dropped') await drop(work, importId);
}

export interface Unfinished {
  readonly importId: string;
  readonly step: ImportStep;
}

/** What an interruption left undone: which step of which import to go on with. */
export async function unfinished(
  work: ImportWork,
  { silentMs = 0 }: { readonly silentMs?: number } = {},
): Promise<readonly Unfinished[]> {
  const open = await work.db.read((db) => findUnfinished(db));
  const before = work.clock.now().getTime() - silentMs;
  return open
    .filter(({ workedAt }) => workedAt === null || workedAt.getTime() <= before)
    .map(({ id, state, asked, takenAt }) => ({
      importId: id,
      step:
        asked ??
        (state === 'comparing'
          ? 'compare'
          : state === 'taking'
            ? takenAt === null
              ? 'giveUp'
              : 'take'
            : state === 'takingBack'
              ? 'takeBack'
              : 'finish'),
    }));
}
