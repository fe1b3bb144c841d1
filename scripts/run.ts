// Runs on the Node of the project (see package.json): builds what changed, then is the program.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildIfStale } from './build.ts';

await buildIfStale();

const program = join(import.meta.dirname, '..', 'dist', 'geflecht.js');
// The same process, so that signals and exit codes are the program's own.
process.argv[1] = program;
process.setSourceMapsEnabled(true);
await import(pathToFileURL(program).href);
