import { advance, IMPORT_STEPS, unfinished, type ImportStep } from '../areas/lists/index.ts';
import type { Jobs } from '../platform/jobs/index.ts';
import type { Home } from './home.ts';

const NAME = 'import';

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
    await advance({ ...home.imports, progress: () => signal.throwIfAborted() }, data['import'], step);
  });
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
