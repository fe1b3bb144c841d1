import { COMMANDS } from './commands/index.ts';
import { openTerminal, run } from './terminal.ts';

process.exitCode = await run(process.argv.slice(2), COMMANDS, openTerminal());
