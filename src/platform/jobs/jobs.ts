import { randomUUID } from 'node:crypto';
import type { Job, JobResult, PgBoss } from 'pg-boss';
import type { Json } from '../../plain/json.ts';
import type { Database } from '../database/index.ts';
import type { Log } from '../log/index.ts';
import { findAbandoned, findLastDone, HEARTBEAT_SECONDS, openBoss } from './boss.ts';

/** The data of a job: small, and only what leads to the rows it is about. It is kept for some days. */
export type JobData = { readonly [name: string]: Json };

/**
 * Does the job. It may be killed at any moment and is then called again with the same data, so it
 * asks the database how far it has come. When `signal` is aborted, it ends after the running
 * step by `signal.throwIfAborted()`, and goes on after the next start.
 */
export type JobHandler = (data: JobData, signal: AbortSignal) => Promise<void>;

export interface Jobs {
  /** Says how jobs of a name are done. Before `start`. */
  define(name: string, handler: JobHandler): void;
  /**
   * Hands in a job; what was handed in survives the end of the process. With a `key`, one job of
   * that name and key waits or runs at a time: `false` says that there is one already.
   * Never call it inside `db.write`: on the embedded database it waits for the end of that.
   */
  send(name: string, data: JobData, options?: { readonly key?: string }): Promise<boolean>;
  /** When a job of a name was last done, whichever process did it; null where that is longer ago than a week. */
  lastDone(name: string): Promise<Date | null>;
  /** Begins to do what has been handed in. With `work: false` it only hands in, for others to do. */
  start(options?: { readonly work?: boolean }): Promise<void>;
  /**
   * Takes up nothing new and waits for what runs: with `finish` for its end, otherwise for the end
   * of its step. What has not ended by then goes back into the queue.
   */
  stop(options?: { readonly finish?: boolean; readonly withinMs?: number }): Promise<void>;
}

/** A job that fails by itself is tried three times; one that was interrupted goes on as often as needed. */
const TRIES = 3;
const INTERRUPTIONS = 1_000;
const POLL_SECONDS = 2;
const LONGEST_SECONDS = 23 * 3_600;
const KEEP_SECONDS = 7 * 24 * 3_600;

export interface JobsOptions {
  /** How often a server's jobs are looked over for some whose process has died. */
  readonly watchSeconds?: number;
}

/**
 * The jobs of this installation, kept in its database.
 *
 * @example
 * const jobs = openJobs(database, log);
 * jobs.define('lists.take', async ({ list }, signal) => { … });
 * await jobs.start();
 * await jobs.send('lists.take', { list: id }, { key: id });
 */
export function openJobs(database: Database, log: Log, { watchSeconds }: JobsOptions = {}): Jobs {
  const boss = openBoss(database, log, watchSeconds);
  const handlers = new Map<string, JobHandler>();
  const workers = new Map<string, string>();
  const stopping = new AbortController();

  async function work(name: string, handler: JobHandler): Promise<string> {
    const options = { perJobResults: true, pollingIntervalSeconds: POLL_SECONDS } as const;
    return boss.work(name, options, async (jobs: Job<JobData>[]) => {
      const results: JobResult[] = [];
      for (const { id, data, signal, retryCount } of jobs) {
        const attempt = retryCount + 1;
        const run = () => handler(data, AbortSignal.any([signal, stopping.signal]));
        const status = await outcomeOf(run, { name, attempt });
        results.push({ id, status });
        if (status === 'completed') wake(name);
      }
      return results;
    });
  }

  /** Looks for the next job at once instead of at the next look round. */
  function wake(name: string): void {
    const worker = workers.get(name);
    if (worker !== undefined) boss.notifyWorker(worker);
  }

  async function outcomeOf(
    run: () => Promise<void>,
    { name, attempt }: { readonly name: string; readonly attempt: number },
  ): Promise<JobResult['status']> {
    const start = performance.now();
    const facts = () => ({ job: name, attempt, ms: Math.round(performance.now() - start) });
    try {
      await run();
      log.info('job done', facts());
      return 'completed';
    } catch (error) {
      if (stopping.signal.aborted) {
        log.info('job put down', facts());
        return 'failed';
      }
      log.error('job failed', { ...facts(), error });
      return attempt >= TRIES ? 'deadletter' : 'failed';
    }
  }

  return {
    define(name, handler) {
      handlers.set(name, handler);
    },
    async send(name, data, { key = randomUUID() } = {}) {
      const id = await boss.send(name, data, { singletonKey: key });
      if (id !== null) wake(name);
      return id !== null;
    },
    lastDone: (name) => findLastDone(database, name),
    async start({ work: working = true } = {}) {
      await boss.start();
      for (const name of handlers.keys()) await openQueue(boss, name, database.engine);
      if (!working) return;
      if (database.engine === 'pglite') await takeUpAbandoned(boss, database, log);
      for (const [name, handler] of handlers) workers.set(name, await work(name, handler));
    },
    async stop({ finish = false, withinMs = 6_000 } = {}) {
      if (!finish) stopping.abort(new Error('the process ends'));
      await boss.stop({ graceful: true, timeout: withinMs });
      stopping.abort(new Error('the process ends'));
    },
  };
}

async function openQueue(boss: PgBoss, name: string, engine: Database['engine']): Promise<void> {
  // On the embedded database one long transaction would hold up the signs of life.
  const heartbeatSeconds = engine === 'pglite' ? null : HEARTBEAT_SECONDS;
  const known = await boss.getQueue(name);
  if (known === null) {
    await boss.createQueue(name, {
      policy: 'exclusive',
      retryLimit: INTERRUPTIONS,
      expireInSeconds: LONGEST_SECONDS,
      deleteAfterSeconds: KEEP_SECONDS,
      ...(heartbeatSeconds === null ? {} : { heartbeatSeconds }),
    });
  } else if ((known.heartbeatSeconds ?? null) !== heartbeatSeconds) {
    await boss.updateQueue(name, { heartbeatSeconds });
  }
}

/** The folder's lock says that we are alone: whatever counts as running here was left by a killed process. */
async function takeUpAbandoned(boss: PgBoss, database: Database, log: Log): Promise<void> {
  for (const [name, ids] of await findAbandoned(database)) {
    await boss.fail(name, [...ids], { interrupted: true });
    log.info('jobs taken up again', { job: name, count: ids.length });
  }
}
