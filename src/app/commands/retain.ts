import { type Command } from '../command.ts';
import { retain } from '../retention.ts';
import { terminalWords } from '../terminal-words.ts';
import { withHome } from './with-home.ts';

export const retainCommand: Command = {
  usage: 'retain [--json]',
  help: 'Löscht jetzt, was nicht länger aufgehoben wird. Sonst geschieht es von selbst, jede Stunde.',
  options: { json: { type: 'boolean' } },
  takes: [0, 0],
  run: async (call) => {
    await withHome(async (home) => {
      const removed = await retain({ db: home.as('retain').db, imports: home.imports });
      if (call.flags['json'] === true) return call.terminal.json({ removed });
      const words = terminalWords();
      for (const [tables, count] of Object.entries(removed))
        call.terminal.line(words.say('protection.retain.removed', { tables, count }));
    });
  },
};
