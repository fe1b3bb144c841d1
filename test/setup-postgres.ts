import { inject } from 'vitest';

// Read by whoever opens a database in a test: set means PostgreSQL, not set means PGlite.
process.env['GEFLECHT_TEST_DATABASE_URL'] = inject('databaseUrl');
