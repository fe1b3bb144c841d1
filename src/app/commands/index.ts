import type { Command } from '../command.ts';
import { backupCommand } from './backup.ts';
import { chainCommand } from './chain.ts';
import { demoCommand } from './demo.ts';
import { discloseCommand } from './disclose.ts';
import { doctorCommand } from './doctor.ts';
import { entranceCommand } from './entrance.ts';
import { exportCommand } from './export.ts';
import { findCommand } from './find.ts';
import { importCommand } from './import.ts';
import { inventoryCommand } from './inventory.ts';
import { inviteCommand } from './invite.ts';
import { openCommand } from './open.ts';
import { opinionCommand } from './opinion.ts';
import { rebuildCommand } from './rebuild.ts';
import { restoreCommand } from './restore.ts';
import { retainCommand } from './retain.ts';
import { sameCommand } from './same.ts';
import { startCommand } from './start.ts';
import { takebackCommand } from './takeback.ts';
import { verifyCommand } from './verify.ts';

/** All commands by their name, in the order of the help. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  start: startCommand,
  import: importCommand,
  takeback: takebackCommand,
  find: findCommand,
  opinion: opinionCommand,
  same: sameCommand,
  export: exportCommand,
  rebuild: rebuildCommand,
  inventory: inventoryCommand,
  retain: retainCommand,
  disclose: discloseCommand,
  chain: chainCommand,
  verify: verifyCommand,
  doctor: doctorCommand,
  backup: backupCommand,
  restore: restoreCommand,
  open: openCommand,
  entrance: entranceCommand,
  invite: inviteCommand,
  demo: demoCommand,
};
