import { makeEntrance } from '../../platform/http/index.ts';
import { type Command } from '../command.ts';
import { noteAddress } from './note-address.ts';
import { withHome } from './with-home.ts';

export const entranceCommand: Command = {
  usage: 'entrance [--json]',
  help: 'Macht einen neuen Einmal-Link zum Eintreten; ältere gelten dann nicht mehr.',
  options: { json: { type: 'boolean' } },
  takes: [0, 0],
  run: async (call) => {
    await withHome(async (home) => {
      const link = await makeEntrance(home.database, home.config.origin, home.clock);
      if (call.flags['json'] === true) call.terminal.json({ link });
      else call.terminal.line(link);
      noteAddress(call.terminal);
    });
  },
};
