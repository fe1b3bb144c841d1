import { setImmediate as nextTurn } from 'node:timers/promises';

/** Runs work one after the other, in the order it came. */
export type Queue = <Result>(work: () => Promise<Result>) => Promise<Result>;

/**
 * The embedded database answers without ever leaving this process, so that a chain of queries would keep
 * the event loop from everything else. Each piece of work therefore begins in a turn of its own.
 */
export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(() => nextTurn()).then(work);
    last = next.catch(() => undefined);
    return next;
  };
}
