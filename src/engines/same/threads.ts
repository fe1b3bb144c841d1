import { existsSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { newWork, type Answer, type News, type Task } from './work.ts';

/** Threads that share one work. */
export interface Threads {
  tell(news: News): void;
  /** One thread answers. */
  ask(task: Task): Promise<Answer>;
  /** Hands out slices of up to `size` of the numbers below `count`; gives the answers in the order of the slices. */
  each(what: 'find' | 'score', count: number, size: number, onDone: (done: number) => void): Promise<Answer[]>;
  close(): Promise<void>;
}

/** The program of the threads: beside this file, or beside the bundle that this file went into. */
const WORKER = new URL('./large-worker.ts', import.meta.url);
const WORKERS = [WORKER, new URL(WORKER.href.replace(/ts$/, 'js'))];

/**
 * Threads of their own; none where the program of the threads is missing (in somebody else's bundle) or none are
 * wanted: then this thread does the work, slice by slice, and answers others in between.
 */
export function openThreads(count: number, signal: AbortSignal | undefined): Threads {
  const worker = WORKERS.find((file) => existsSync(file));
  return count > 0 && worker !== undefined ? ownThreads(worker, count, signal) : thisThread(signal);
}

function thisThread(signal: AbortSignal | undefined): Threads {
  const work = newWork();
  const ask = async (task: Task): Promise<Answer> => {
    signal?.throwIfAborted();
    const answer = work(task) ?? {};
    await setImmediate();
    return answer;
  };
  return {
    tell: (news) => void work(news),
    ask,
    each: (what, count, size, onDone) => inSlices([ask], what, count, size, onDone),
    close: () => Promise.resolve(),
  };
}

/** What lives in a thread lies in shared memory; young garbage of its own may not take more than this. */
const YOUNG_MEGABYTES = 16;

function ownThreads(program: URL, count: number, signal: AbortSignal | undefined): Threads {
  const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_MEGABYTES };
  const workers = Array.from({ length: count }, () => new Worker(program, { resourceLimits }));
  const asks = workers.map((worker) => (task: Task) => askThread(worker, task, signal));
  return {
    tell(news) {
      for (const worker of workers) worker.postMessage(news);
    },
    ask: (task) => asks[0]?.(task) ?? Promise.resolve({}),
    each: (what, total, size, onDone) => inSlices(asks, what, total, size, onDone),
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

/** Each takes the next slice when it is ready with one. */
async function inSlices(
  asks: readonly Threads['ask'][],
  what: 'find' | 'score',
  count: number,
  size: number,
  onDone: (done: number) => void,
): Promise<Answer[]> {
  const slices = Math.ceil(count / size);
  const answers: Answer[] = [];
  let next = 0;
  let done = 0;
  await Promise.all(
    asks.map(async (ask) => {
      while (next < slices) {
        const slice = next++;
        answers[slice] = await ask({ do: what, from: slice * size, to: Math.min(count, (slice + 1) * size) });
        done++;
        onDone(done / slices);
      }
    }),
  );
  return answers;
}

function askThread(worker: Worker, task: Task, signal: AbortSignal | undefined): Promise<Answer> {
  signal?.throwIfAborted();
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      reject(signal?.reason instanceof Error ? signal.reason : new Error('aborted'));
    };
    const leave = (): void => {
      worker.off('error', fail);
      signal?.removeEventListener('abort', stop);
    };
    const fail = (error: unknown): void => {
      leave();
      reject(error instanceof Error ? error : new Error(String(error)));
    };
    worker.once('message', (answer: Answer) => {
      leave();
      resolve(answer);
    });
    worker.once('error', fail);
    signal?.addEventListener('abort', stop, { once: true });
    worker.postMessage(task);
  });
}
