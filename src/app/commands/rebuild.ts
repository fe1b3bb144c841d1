import { rebuild } from '../../areas/claims/index.ts';
import { type Command } from '../command.ts';
import { withHome } from './with-home.ts';

export const rebuildCommand: Command = {
  usage: 'rebuild [--json]',
  help: 'Baut alles, was Seiten zeigen, aus den einzelnen Aussagen neu auf und sagt, ob sich dabei ein Byte ändert.',
  options: { json: { type: 'boolean' } },
  takes: [0, 0],
  run: async (call) => {
    await withHome(async (home) => {
      const { subjects, same } = await rebuild(home.imports);
      if (call.flags['json'] === true) {
        call.terminal.json({ subjects, same });
        return;
      }
      const different = Object.entries(same)
        .filter(([, equal]) => !equal)
        .map(([table]) => table);
      const words = home.words.in('de');
      call.terminal.line(words.say('app.command.rebuilt', { count: subjects }));
      call.terminal.line(
        different.length === 0
          ? words.say('app.command.rebuiltSame')
          : words.say('app.command.rebuiltDifferent', { tables: different.join(', ') }),
      );
    });
  },
};
