import type { Command } from '../command.ts';
import { demoCommand } from './demo.ts';
import { entranceCommand } from './entrance.ts';
import { importCommand } from './import.ts';
import { rebuildCommand } from './rebuild.ts';
import { startCommand } from './start.ts';
import { takebackCommand } from './takeback.ts';

/** All commands by their name, in the order of the help. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  start: startCommand,
  import: importCommand,
  takeback: takebackCommand,
  rebuild: rebuildCommand,
  entrance: entranceCommand,
  demo: demoCommand,
};
