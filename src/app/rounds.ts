import type { Jobs } from '../platform/jobs/index.ts';
import type { Log } from '../platform/log/index.ts';

export interface Rounds {
  /** Something that is to be done again and again. Before the jobs start. One process at a time does it. */
  add(name: string, everyMs: number, work: (signal: AbortSignal) => Promise<void>): void;
  /** Hands all of them in now and from then on. After the jobs have started. */
  begin(): Promise<void>;
}

/** What is due without anybody asking: reminders, what falls silent, what has to be forgotten. */
export function openRounds(jobs: Jobs, log: Log): Rounds {
  const rounds: { readonly name: string; readonly everyMs: number }[] = [];
  const handIn = async (name: string) => {
    await jobs
      .send(name, {}, { key: name })
      .catch((error: unknown) => log.error('round not handed in', { job: name, error }));
  };
  return {
    add(name, everyMs, work) {
      rounds.push({ name, everyMs });
      jobs.define(name, (_data, signal) => work(signal));
    },
    async begin() {
      for (const { name, everyMs } of rounds) {
        await handIn(name);
        setInterval(() => void handIn(name), everyMs).unref();
      }
    },
  };
}
