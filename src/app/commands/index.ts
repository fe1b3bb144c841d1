import type { Command } from '../command.ts';
import { demoCommand } from './demo.ts';
import { doctorCommand } from './doctor.ts';
import { entranceCommand } from './entrance.ts';
import { exportCommand } from './export.ts';
import { findCommand } from './find.ts';
import { importCommand } from './import.ts';
import { rebuildCommand } from './rebuild.ts';
import { startCommand } from './start.ts';
import { takebackCommand } from './takeback.ts';

/** All commands by their name, in the order of the help. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  start: startCommand,
  import: importCommand,
  takeback: takebackCommand,
  find: findCommand,
  export: exportCommand,
  rebuild: rebuildCommand,
  doctor: doctorCommand,
  entrance: entranceCommand,
  demo: demoCommand,
};
