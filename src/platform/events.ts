import { EventEmitter } from 'node:events';
import type { Log } from './log/index.ts';

/**
 * What has happened, told to whoever listens. Areas declare their events by merging:
 *
 * ```ts
 * declare module '../../platform/events.ts' {
 *   interface EventMap { 'list.taken': { list: string } }
 * }
 * ```
 */
// oxlint-disable-next-line typescript/no-empty-object-type -- areas fill it by declaration merging
export interface EventMap {}

export interface Events {
  /** Told after the transaction has been committed; a listener that fails is logged and stops nobody. */
  tell<Name extends keyof EventMap>(name: Name, event: EventMap[Name]): void;
  on<Name extends keyof EventMap>(name: Name, listener: (event: EventMap[Name]) => void | Promise<void>): void;
}

/** Events that can be waited for, so that the process ends only when all listeners are done. */
export interface OpenEvents extends Events {
  settled(): Promise<void>;
}

export function createEvents(log: Log): OpenEvents {
  const emitter = new EventEmitter();
  emitter.setMaxListeners(0);
  const running = new Set<Promise<void>>();
  return {
    tell(name, event) {
      emitter.emit(name, event);
    },
    on(name, listener) {
      emitter.on(name, (event) => {
        const work = hear(listener, event).catch((error: unknown) => {
          log.error('listener failed', { event: name, error });
        });
        running.add(work);
        void work.finally(() => running.delete(work));
      });
    },
    async settled() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}

/** Never in the middle of what the teller does: a listener starts in a turn of its own. */
async function hear<Event>(listener: (event: Event) => void | Promise<void>, event: Event): Promise<void> {
  await Promise.resolve();
  await listener(event);
}
