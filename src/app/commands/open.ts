import { openHouseAgain } from '../closed-house.ts';
import { type Command } from '../command.ts';
import { terminalWords } from '../terminal-words.ts';
import { configured } from './with-home.ts';

/** Asks nothing of the database: it works beside a running house. */
export const openCommand: Command = {
  usage: 'open [--json]',
  help: 'Öffnet das Haus wieder für alle, wenn nach dem Zurückholen alles nachgesehen ist. Schutzmodus bleibt, wo er eingeschaltet ist.',
  options: { json: { type: 'boolean' } },
  takes: [0, 0],
  run: async (call) => {
    const wasClosed = await openHouseAgain(configured().dataFolder);
    if (call.flags['json'] === true) call.terminal.json({ wasClosed });
    else call.terminal.line(terminalWords().say(wasClosed ? 'app.closed.opened' : 'app.closed.wasOpen'));
  },
};
