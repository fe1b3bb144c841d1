import { announce } from '../announce.ts';
import { type Command } from '../command.ts';
import { openHome } from '../home.ts';
import { bringToAnEnd, leaveOnSignal, leaveWhenStopped, serve, type Ending } from '../server.ts';
import { openSite } from '../site.ts';
import { terminalWords } from '../terminal-words.ts';
import { configured } from './with-home.ts';

export const startCommand: Command = {
  usage: 'start',
  help: 'Startet Geflecht (wie npm start).',
  options: {},
  takes: [0, 0],
  run: async ({ terminal }) => {
    const home = await openHome(configured());
    const endings: Ending[] = [{ name: 'home', end: () => home.close() }];
    try {
      const site = await openSite(home);
      endings.unshift({ name: 'jobs', end: () => site.jobs.stop() });
      const serving = await serve(site.web, home.config);
      endings.unshift({ name: 'web', end: () => serving.close() });
      leaveOnSignal(endings, home.log);
      const { stopped } = home.database;
      void stopped.then(() => terminal.note(terminalWords().say('app.command.databaseAway')));
      leaveWhenStopped(stopped, endings, home.log);
      const origin = site.originAt(serving.port);
      announce({ origin, entrance: await site.entrance(origin) });
    } catch (error) {
      await bringToAnEnd(endings, home.log);
      throw error;
    }
  },
};
