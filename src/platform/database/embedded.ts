import { PGlite } from '@electric-sql/pglite';
import { UnavailableError } from '../errors.ts';

/**
 * After a PANIC (no room for its log on the disk) a PostgreSQL server ends its process. Inside ours it cannot, and
 * the next statement would turn in a circle for ever, with the whole house. So nothing is asked of it any more:
 * everybody hears at once that it is away, and the process ends to be started again. What was promised is in its log.
 */
export class EmbeddedPostgres extends PGlite {
  #hasStopped = false;
  readonly #stop = Promise.withResolvers<void>();

  /** Resolves at a PANIC. */
  readonly stopped = this.#stop.promise;

  /** Throws when nothing can be asked any more. Before a transaction begins: Kysely waits for one that cannot. */
  demandRunning(): void {
    if (this.#hasStopped) throw new UnavailableError('the embedded database has stopped');
  }

  override execProtocolRawSync(message: Uint8Array): Uint8Array {
    this.demandRunning();
    return super.execProtocolRawSync(message);
  }

  override execProtocol(...call: Parameters<PGlite['execProtocol']>): ReturnType<PGlite['execProtocol']> {
    return this.#watch(super.execProtocol(...call));
  }

  override execProtocolStream(
    ...call: Parameters<PGlite['execProtocolStream']>
  ): ReturnType<PGlite['execProtocolStream']> {
    return this.#watch(super.execProtocolStream(...call));
  }

  override async close(): Promise<void> {
    if (!this.#hasStopped) await super.close();
  }

  async #watch<Result>(work: Promise<Result>): Promise<Result> {
    try {
      return await work;
    } catch (error) {
      if (error instanceof Error && 'severity' in error && error.severity === 'PANIC') {
        this.#hasStopped = true;
        this.#stop.resolve();
      }
      throw error;
    }
  }
}
