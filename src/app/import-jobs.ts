import { setTimeout as wait } from 'node:timers/promises';
import { advance, IMPORT_STEPS, isBusy, unfinished, type ImportStep } from '../areas/lists/index.ts';
import type { Jobs } from '../platform/jobs/index.ts';
import type { Home } from './home.ts';

const NAME = 'import';

/** How long an import waits while another one is being taken over before it looks again. */
const WAIT_MS = 2_000;

export interface ImportJobs {
  /** Hands in a step of an import; one import has one step at a time. */
  readonly send: (importId: string, step: ImportStep) => Promise<void>;
  /** Hands in what an interruption left undone. */
  goOn(): Promise<void>;
}

/** The steps of imports as jobs: they can be left, survive a crash, and run one after the other. */
export function openImportJobs(home: Home, jobs: Jobs): ImportJobs {
  jobs.define(NAME, async (data, signal) => {
    const step = IMPORT_STEPS.find((known) => known === data['step']);
    if (typeof data['import'] !== 'string' || step === undefined) throw new Error('a job without an import or a step');
    await whenFree(signal, data['import'], step);
  });
  const whenFree = async (signal: AbortSignal, importId: string, step: ImportStep): Promise<void> => {
    for (;;) {
      signal.throwIfAborted();
      try {
        return await advance({ ...home.imports, progress: () => signal.throwIfAborted() }, importId, step);
      } catch (error) {
        if (!isBusy(error)) throw error;
        await wait(WAIT_MS, undefined, { signal });
        await helpOthers(signal, importId);
      }
    }
  };
  /** What holds us up may be the rest of an import whose job has failed: nobody else would finish it. */
  const helpOthers = async (signal: AbortSignal, importId: string): Promise<void> => {
    for (const other of await unfinished(home.imports)) {
      if (other.importId === importId || (other.step !== 'take' && other.step !== 'takeBack')) continue;
      await advance({ ...home.imports, progress: () => signal.throwIfAborted() }, other.importId, other.step);
    }
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
