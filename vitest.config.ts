import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Each keeps a processor at work for a minute and more. */
const LONG = /proofs\/(canary|enemy-list|injection)\./;

/** Files are in the order of their projects and sizes; the long ones before, so that at the end none works alone. */
class LongOnesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { long = [], others = [] } = Object.groupBy(await super.sort(files), ({ moduleId }) =>
      LONG.test(moduleId) ? 'long' : 'others',
    );
    return [...long, ...others];
  }
}

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    // Files share the modules of their process: loading them anew for each takes half of the time. So what a module
    // of the tests keeps belongs to one test or is closed by it, never by an `afterAll` of the module.
    isolate: false,
    // By default one processor is left idle for a terminal that is watched.
    maxWorkers: '100%',
    sequence: { sequencer: LongOnesFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          // The same tests again, on a real PostgreSQL.
          name: 'postgres',
          include: ['src/**/*.db.test.ts'],
          globalSetup: ['test/real-postgres.ts'],
          setupFiles: ['test/setup-postgres.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          // Processes that are killed while they work; minutes, so not among the unit tests. Each file keeps all
          // processors at work until its last kinds of kills are over, and then leaves them to the other one.
          name: 'crash',
          include: ['test/crash/**/*.test.ts'],
          exclude: ['test/crash/faults-*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          // What a house stands on fails while it works: they mostly wait, so others work beside them.
          name: 'faults',
          include: ['test/crash/faults-*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          // The whole site, asked like a stranger with a crawler, an account of somebody else, a forger.
          name: 'proofs',
          include: ['test/proofs/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          // Those that depend on the database, on a real PostgreSQL.
          name: 'proofs-postgres',
          include: ['test/proofs/**/*.db.test.ts'],
          globalSetup: ['test/real-postgres.ts'],
          setupFiles: ['test/setup-postgres.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
