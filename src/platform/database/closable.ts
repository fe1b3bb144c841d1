import { UnavailableError } from '../errors.ts';
import type { Engine } from './engine.ts';

/**
 * Lets an engine be closed once, after what was begun before. Whatever comes later is refused at once: on the
 * embedded one, Kysely would wait for ever for a transaction that cannot begin, and leave a rejection to nobody.
 */
export function closable(engine: Engine): Engine {
  const running = new Set<Promise<unknown>>();
  let closed: Promise<void> | null = null;
  return {
    ...engine,
    exclusive: (work) => {
      if (closed !== null) return Promise.reject(new UnavailableError('the database is closed'));
      const result = engine.exclusive(work);
      const ended: Promise<unknown> = result
        .catch(() => undefined)
        .finally(() => {
          running.delete(ended);
        });
      running.add(ended);
      return result;
    },
    close: () => (closed ??= Promise.all(running).then(() => engine.close())),
  };
}
