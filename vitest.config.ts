import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}'],
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
          // Processes that are killed while they work; minutes, so not among the unit tests.
          name: 'crash',
          include: ['test/crash/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // One browser, one server, one journey at a time.
          fileParallelism: false,
        },
      },
    ],
  },
});
