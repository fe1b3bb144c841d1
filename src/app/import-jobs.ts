import { setTimeout as wait } from 'node:timers/promises';
import { advance, IMPORT_STEPS, isBusy, standAside, unfinished, type ImportStep } from '../areas/lists/index.ts';
import type { Jobs } from '../platform/jobs/index.ts';
import type { Home } from './home.ts';

const NAME = 'import';

/** How long an import waits while another one is being taken over before it looks again. */
const WAIT_MS = 2_000;

/** Whoever has done nothing to an import for so long has died: others help. */
const SILENT_MS = 20_000;

export interface ImportJobs {
  /** Hands in a step of an import; one import has one step at a time. */
  readonly send: (importId: string, step: ImportStep) => Promise<void>;
  /** Hands in what an interruption left undone. */
  goOn(): Promise<void>;
}

/** The steps of imports as jobs: they can be left, survive a crash, and run one after the other. */
export function openImportJobs(home: Home, jobs: Jobs, afterTaking: () => Promise<void>): ImportJobs {
  jobs.define(NAME, async (data, signal) => {
    const step = IMPORT_STEPS.find((known) => known === data['step']);
    if (typeof data['import'] !== 'string' || step === undefined) throw new Error('a job without an import or a step');
    await whenFree(signal, data['import'], step);
    if (step === 'take' || step === 'takeBack') await afterTaking();
  });
  const whenFree = async (signal: AbortSignal, importId: string, step: ImportStep): Promise<void> => {
    for (;;) {
      signal.throwIfAborted();
      try {
        return await advance({ ...home.imports, progress: () => signal.throwIfAborted() }, importId, step);
      } catch (error) {
        if (!isBusy(error)) throw error;
        await wait(WAIT_MS, undefined, { signal });
        const stuck = await helpOthers(signal, importId);
        if (stuck !== null) return standAside(home.imports, importId, stuck);
      }
    }
  };
  /** What holds us up may be the rest of an import whose job has failed: nobody else would finish it. */
  const helpOthers = async (signal: AbortSignal, importId: string): Promise<string | null> => {
    for (const other of await unfinished(home.imports, { silentMs: SILENT_MS })) {
      if (other.importId === importId || !['take', 'takeBack', 'giveUp'].includes(other.step)) continue;
      try {
        await advance({ ...home.imports, progress: () => signal.throwIfAborted() }, other.importId, other.step);
      } catch (error) {
        signal.throwIfAborted();
        if (isBusy(error)) continue;
        home.log.error('another import is stuck', { job: NAME, error });
        return other.importId;
      }
    }
    return null;
  };
  const send = async (importId: string, step: ImportStep) => {
    await jobs.send(NAME, { import: importId, step }, { key: `${importId}/${step}` });
  };
  return {
    send,
    async goOn() {
      for (const { importId, step } of await unfinished(home.imports)) await send(importId, step);
    },
  };
}
