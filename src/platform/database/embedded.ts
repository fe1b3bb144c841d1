import { PGlite } from '@electric-sql/pglite';
import { UnavailableError } from '../errors.ts';

/**
 * After a PANIC (no room for its log on the disk) a PostgreSQL server ends its process. Inside ours it cannot, and
 * the next message would turn in a circle for ever, with the whole house. So nothing is asked of it any more:
 * everybody hears at once that it is away, and the process ends to be started again. What was promised is in its log.
 */
export class EmbeddedPostgres extends PGlite {
  #hasStopped = false;
  #isWatched = false;
  readonly #stop = Promise.withResolvers<void>();

  /** Resolves at a PANIC. */
  readonly stopped = this.#stop.promise;

  /** Throws when nothing can be asked any more. Before a transaction begins: Kysely waits for one that cannot. */
  demandRunning(): void {
    if (this.#hasStopped) throw new UnavailableError('the embedded database has stopped');
  }

  override execProtocolRawSync(message: Uint8Array): Uint8Array {
    this.demandRunning();
    this.#watch();
    return super.execProtocolRawSync(message);
  }

  override async close(): Promise<void> {
    if (!this.#hasStopped) await super.close();
  }

  /**
   * One call reads several messages, one a turn. Whatever a turn throws is taken for a jump out of an error of a
   * statement, also the abort at a PANIC; where it tidies up after a jump, the rest of the messages is left unread.
   */
  #watch(): void {
    const { mod } = this;
    if (mod === undefined || this.#isWatched) return;
    this.#isWatched = true;
    const [turn, tidyUp] = [mod._PostgresMainLoopOnce, mod.stackRestore];
    mod._PostgresMainLoopOnce = () => {
      try {
        turn();
      } catch (error) {
        if (!isJump(error)) this.#end();
        throw error;
      }
    };
    mod.stackRestore = (to) => {
      const restored = tidyUp(to);
      this.demandRunning();
      return restored;
    };
  }

  #end(): void {
    this.#hasStopped = true;
    this.#stop.resolve();
  }
}

/** Emscripten gives its own exits a status; an abort has none. */
function isJump(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'status' in error;
}
